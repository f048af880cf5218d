package org.ladera.session.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Finding;
import org.ladera.timeline.Search;
import org.ladera.timeline.Timeline;

/**
 * The way of all runs to another moment, in slices: between two of them the session hears commands
 * and shows frames. The main run leads; the others come to its epoch.
 */
final class SeekTask {
  enum Purpose {
    /** A moment is to be looked at; what lies between is of no interest. */
    LOOK,
    /** What was saved is replayed, then looked at. */
    RESTORE,
    /** One step of play. */
    STEP,
    /** The way itself is the run that was asked for. */
    RUN
  }

  private final Purpose purpose;
  private final List<LiveRun> runs;
  private final long target;
  private final @Nullable Condition condition;
  private final boolean intoTheUnknown;
  private @Nullable Search search;
  private @Nullable Timeline searched;
  private boolean replayed;
  private boolean there;

  /**
   * @param runs the main run first
   * @param target updates of the main run to go to, forwards or backwards
   * @param condition ends the way before the target, forwards; null for none
   */
  SeekTask(Purpose purpose, List<LiveRun> runs, long target, @Nullable Condition condition) {
    this.purpose = purpose;
    this.runs = runs;
    this.target = target;
    this.condition = condition;
    replayed = purpose != Purpose.RESTORE;
    intoTheUnknown = !replayed || target > main().reached();
  }

  Purpose purpose() {
    return purpose;
  }

  /** Whether a moment is only being looked up, so that the way there is not worth a picture. */
  boolean isLook() {
    return purpose == Purpose.LOOK || purpose == Purpose.RESTORE;
  }

  long target() {
    return target;
  }

  /** Null for none. */
  @Nullable Condition condition() {
    return condition;
  }

  /** What met the condition; empty without one. */
  Optional<Finding> finding() {
    if (condition instanceof Condition.AtUpdate at && main().update() == at.update()) {
      return Optional.of(new Finding.Update(at.update()));
    }
    return search == null ? Optional.empty() : search.finding();
  }

  /** Whether new updates are done on the way, not only known ones again. */
  boolean isIntoTheUnknown() {
    return intoTheUnknown;
  }

  private Timeline main() {
    return runs.getFirst().timeline();
  }

  /** One slice; true when all have arrived. */
  boolean go(BooleanSupplier tired) {
    if (!replayed && !replay(tired)) {
      return false;
    }
    replayed = true;
    boolean together = purpose == Purpose.RUN && runs.size() > 1;
    while (!there) {
      if (together && !follow(tired) || !lead(together, tired)) {
        return false;
      }
    }
    return follow(tired);
  }

  /** The branches on stage first; what is beside them comes back when there is time. */
  private boolean replay(BooleanSupplier tired) {
    return runs.stream().allMatch(run -> run.branches().active().settle(tired));
  }

  private boolean lead(boolean together, BooleanSupplier tired) {
    Timeline main = main();
    long epoch = main.updatesPerEpoch();
    long goal = together ? Math.min(target, (main.update() / epoch + 1) * epoch) : target;
    if (condition == null || condition instanceof Condition.AtUpdate) {
      if (!main.seek(goal, tired)) {
        return false;
      }
    } else {
      if (searched != main) {
        // An edit on the way has opened a branch.
        searched = main;
        search = new Search(main, condition);
      }
      if (!Objects.requireNonNull(search).go(goal, tired)) {
        return false;
      }
    }
    there = main.update() >= target || main.update() < goal || finding().isPresent();
    return true;
  }

  /** Brings the other runs to the epoch of the main one. */
  private boolean follow(BooleanSupplier tired) {
    LiveRun main = runs.getFirst();
    for (LiveRun run : runs.subList(1, runs.size())) {
      long goal = (long) (main.epochs() * run.timeline().updatesPerEpoch() + 1e-9);
      if (!run.timeline().seek(goal, tired)) {
        return false;
      }
    }
    return true;
  }
}
