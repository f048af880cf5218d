package org.ladera.session.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.Evaluation;
import org.ladera.session.RunFrame;
import org.ladera.session.SavedScene;
import org.ladera.timeline.Moment;
import org.ladera.timeline.Timeline;
import org.ladera.timeline.TimelineMemory;

/**
 * The branches of one run, of which one is on stage, and how they were before they were changed.
 */
final class RunBranches {
  private static final int MOST_GHOSTS = 4;
  private static final int MOST_BRANCHES = 16;
  private static final int MOST_UNDO = 20;

  /** Key frames of branches that are not on stage, and of what undo remembers, share this room. */
  private static final long MOST_BYTES = 64L << 20;

  /**
   * @param timeline of the active branch before it was changed in place; null when it was not
   */
  private record Saved(
      List<Branch> branches, Branch active, @Nullable Timeline timeline, long update) {}

  /** Where a branch came from; known even after its parent was deleted. */
  private record Origin(int parent, long fork) {}

  private final Deque<Saved> undo = new ArrayDeque<>();
  private final Map<Integer, Origin> origins = new HashMap<>();
  private List<Branch> branches = new ArrayList<>();
  private Branch active;
  private Optional<Integer> compared = Optional.empty();
  private int nextId = 1;

  /** What undo would take back, and how much, when all was well. */
  private @Nullable Saved wellSaved;

  private int wellCount;

  RunBranches(Timeline first) {
    active = new Branch(0, 0, 0, first);
    branches.add(active);
  }

  /**
   * Those that were saved; they are still to be replayed.
   *
   * @param base the experiment of the scene's run
   */
  RunBranches(SavedScene.SavedRun saved, Experiment base, PairExecutor work) {
    for (SavedScene.SavedBranch each : saved.branches()) {
      branches.add(Branch.owed(each, base, work));
      origins.put(each.id(), new Origin(each.parent(), each.fork()));
      nextId = Math.max(nextId, each.id() + 1);
      compared = each.compared() ? Optional.of(each.id()) : compared;
    }
    active = find(saved.onStage().id()).orElseThrow();
  }

  /** Gives up what is still to be replayed. */
  void forgive() {
    branches.forEach(Branch::forgive);
  }

  /** Of all branches, and of what undo remembers. */
  Stream<Timeline> timelines() {
    return Stream.concat(
        branches.stream().map(b -> b.timeline),
        undo.stream().map(Saved::timeline).filter(Objects::nonNull));
  }

  /** The one on stage. */
  Branch active() {
    return active;
  }

  private Timeline timeline() {
    return active.timeline;
  }

  boolean canUndo() {
    return !undo.isEmpty();
  }

  /** Leaves the branch on stage at its present moment, for another that shares its past. */
  void fork() {
    save(false);
    open(new Branch(nextId++, active.id, timeline().update(), timeline().fork()));
  }

  /** Another start beside the branch on stage, or in its place where nothing was run. */
  void restart(Timeline fresh) {
    save(false);
    if (timeline().reached() == 0) {
      // Nothing was run that would be worth keeping beside the new start.
      branches.remove(active);
    }
    open(new Branch(nextId++, active.id, 0, fresh));
  }

  /** Remembers the branch on stage, which is about to be changed itself. */
  void saveInPlace() {
    save(true);
  }

  /** From here on {@link #putBack} leads to this state. */
  void allIsWell() {
    wellSaved = undo.peekLast();
    wellCount = undo.size();
  }

  /** Takes back what was begun since {@link #allIsWell} and is half done. */
  void putBack() {
    if (undo.size() >= wellCount && undo.peekLast() != wellSaved) {
      undo();
    }
    branches.forEach(Branch::putBack);
  }

  /**
   * @param inPlace whether the branch on stage itself is about to change
   */
  private void save(boolean inPlace) {
    Timeline copy = inPlace ? timeline().fork() : null;
    undo.addLast(new Saved(List.copyOf(branches), active, copy, timeline().update()));
    if (undo.size() > MOST_UNDO) {
      undo.removeFirst();
    }
  }

  /**
   * Takes the last edit, start, branch or deletion back.
   *
   * @return the moment at which it was done; the present one when there is nothing to take back
   */
  long undo() {
    if (undo.isEmpty()) {
      return timeline().update();
    }
    Saved saved = undo.removeLast();
    branches = new ArrayList<>(saved.branches());
    active = saved.active();
    if (saved.timeline() != null) {
      active.timeline = saved.timeline();
    }
    active.changed();
    compare(compared);
    return saved.update();
  }

  private void open(Branch branch) {
    branches.add(branch);
    origins.put(branch.id, new Origin(branch.parent, branch.fork));
    active = branch;
    if (branches.size() > MOST_BRANCHES) {
      branches.remove(branches.getFirst() == active ? 1 : 0);
    }
    compare(compared);
    economise();
  }

  /** Thins the key frames of all that is not on stage until they fit into their room. */
  private void economise() {
    List<Timeline> resting =
        Stream.concat(
                branches.stream().map(b -> b.timeline),
                undo.stream().map(Saved::timeline).filter(Objects::nonNull))
            .filter(t -> t != timeline())
            .toList();
    TimelineMemory.bound(resting, MOST_BYTES);
  }

  /** Puts a branch on stage; the one that was there goes beside it if it was compared with. */
  void switchTo(int branch) {
    find(branch)
        .filter(b -> b != active)
        .ifPresent(
            b -> {
              if (compared.equals(Optional.of(b.id))) {
                compared = Optional.of(active.id);
              }
              active.changed();
              active = b;
            });
  }

  /** Puts a branch beside the one on stage; none when it is not there, or is on stage itself. */
  void compare(Optional<Integer> branch) {
    compared = branch.flatMap(this::find).filter(b -> b != active).map(b -> b.id);
  }

  void name(int branch, String name) {
    find(branch)
        .ifPresent(
            b -> {
              b.name = name;
              b.changed();
            });
  }

  /** Forgets a branch that is not on stage. */
  void delete(int branch) {
    find(branch)
        .filter(b -> b != active)
        .ifPresent(
            b -> {
              save(false);
              branches.remove(b);
              compare(compared);
            });
  }

  private Optional<Branch> find(int branch) {
    return branches.stream().filter(b -> b.id == branch).findFirst();
  }

  /** Whether every branch that was left stands at its newest moment, by which it is compared. */
  boolean isSettled() {
    return branches.stream().allMatch(b -> b == active || b.isSettled());
  }

  /** Brings branches that were left to their newest moment, until {@code tired} says so. */
  void settle(BooleanSupplier tired) {
    for (Branch branch : branches) {
      if (branch != active && !branch.settle(tired)) {
        return;
      }
    }
  }

  /** The newest other branches, and the one that is compared. */
  List<RunFrame.Ghost> ghosts() {
    List<Branch> others =
        branches.stream()
            .filter(b -> b != active)
            .sorted(Comparator.comparingInt(b -> b.id))
            .toList();
    return IntStream.range(0, others.size())
        .filter(i -> i >= others.size() - MOST_GHOSTS || isCompared(others.get(i)))
        .mapToObj(i -> others.get(i).ghost(isCompared(others.get(i))))
        .toList();
  }

  private boolean isCompared(Branch branch) {
    return compared.equals(Optional.of(branch.id));
  }

  /**
   * Every branch, oldest first.
   *
   * @param now of the one on stage
   */
  List<RunFrame.BranchFrame> frames(Evaluation now) {
    return branches.stream()
        .map(
            b -> {
              Origin origin = origin(b);
              return b.frame(
                  origin.parent(),
                  origin.fork(),
                  b == active,
                  isCompared(b),
                  b == active ? Optional.of(now) : Optional.empty());
            })
        .toList();
  }

  /** The nearest forefather that is still there; itself where there is none. */
  private Origin origin(Branch branch) {
    int parent = branch.parent;
    long fork = branch.fork;
    while (find(parent).isEmpty()) {
      Origin next = origins.get(parent);
      if (next == null) {
        return new Origin(branch.id, fork);
      }
      fork = Math.min(fork, next.fork());
      parent = next.parent();
    }
    return new Origin(parent, fork);
  }

  /** What happened in the branch on stage, with the places where others left it. */
  List<Moment> moments() {
    Set<Long> forks = new TreeSet<>();
    Branch at = active;
    long shared = Long.MAX_VALUE;
    while (at != null) {
      for (Branch child : branches) {
        if (child != at && child.parent == at.id && child.fork > 0 && child.fork <= shared) {
          forks.add(child.fork);
        }
      }
      shared = Math.min(shared, at.fork);
      if (shared > 0) {
        forks.add(shared);
      }
      Branch child = at;
      at = at.id == at.parent ? null : find(at.parent).filter(p -> p != child).orElse(null);
    }
    List<Moment> moments = new ArrayList<>();
    timeline().moments().stream()
        .filter(m -> m.kind() != Moment.Kind.EDIT || !forks.contains(m.update()))
        .forEach(moments::add);
    forks.forEach(fork -> moments.add(new Moment(Moment.Kind.BRANCH, fork)));
    moments.sort(Comparator.comparingLong(Moment::update).thenComparing(Moment::kind));
    return List.copyOf(moments);
  }
}
