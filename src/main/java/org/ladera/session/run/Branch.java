package org.ladera.session.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.trace.Evaluation;
import org.ladera.session.RunFrame;
import org.ladera.timeline.Recipe;
import org.ladera.timeline.Timeline;

/** One line of a run's tree: where it left its parent, and what became of it. */
final class Branch {
  final int id;
  final int parent;
  final long fork;
  Timeline timeline;
  String name = "";
  boolean warned;

  /** Its way to its newest moment has failed once: it is not gone again by itself. */
  private boolean failed;

  private RunFrame.@Nullable Ghost ghost;
  private @Nullable Evaluation evaluation;

  /**
   * @param fork the update at which it left its parent
   */
  Branch(int id, int parent, long fork, Timeline timeline) {
    this.id = id;
    this.parent = parent;
    this.fork = fork;
    this.timeline = timeline;
  }

  /** What was drawn of it before is out of date. */
  void changed() {
    ghost = null;
    evaluation = null;
  }

  /** After an exception on its way: back to a moment that is whole. */
  void putBack() {
    if (failed) {
      changed();
      timeline.rewind();
    }
  }

  /** Whether it stands at its newest moment, or cannot come to it. */
  boolean isSettled() {
    return failed || timeline.update() >= timeline.reached() || timeline.divergence().isPresent();
  }

  /**
   * Goes on to its newest moment.
   *
   * @return whether it is there
   */
  boolean settle(BooleanSupplier tired) {
    if (isSettled()) {
      return true;
    }
    changed();
    // Until the way is known to be good: an exception leaves it so.
    failed = true;
    boolean arrived = timeline.seek(timeline.reached(), tired);
    failed = false;
    return arrived;
  }

  private Evaluation evaluation() {
    if (evaluation == null) {
      evaluation = timeline.evaluate();
    }
    return evaluation;
  }

  RunFrame.Ghost ghost(boolean compared) {
    if (ghost == null || ghost.compared() != compared) {
      Evaluation now = evaluation();
      ghost =
          new RunFrame.Ghost(
              id,
              name,
              timeline.newestRate(),
              timeline.history(now),
              timeline.trajectory(now.totalLoss()),
              compared);
    }
    return ghost;
  }

  /**
   * @param leaves the branch it is shown to leave, and {@code at} the update
   * @param now the present moment, where it is known already
   */
  RunFrame.BranchFrame frame(
      int leaves, long at, boolean active, boolean compared, Optional<Evaluation> now) {
    Evaluation present = now.orElseGet(this::evaluation);
    Recipe recipe = timeline.recipe();
    return new RunFrame.BranchFrame(
        id,
        leaves,
        at,
        name,
        active ? timeline.experiment().optimizer().rate() : timeline.newestRate(),
        timeline.reached(),
        active,
        compared,
        timeline.experiment(),
        recipe,
        new RunFrame.Standing(
            timeline.update(),
            present.totalLoss(),
            present.gradientNorm(),
            Math.min(timeline.best(), present.totalLoss())));
  }
}
