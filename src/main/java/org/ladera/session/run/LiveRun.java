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
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.EditRules;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.Stability;
import org.ladera.session.Status;
import org.ladera.timeline.Moment;
import org.ladera.timeline.Timeline;
import org.ladera.timeline.TimelineMemory;

/** One run of a scene while it is alive: its branches, of which one is on stage. */
final class LiveRun {
  private static final int MOST_GHOSTS = 4;
  private static final int MOST_BRANCHES = 16;
  private static final int MOST_UNDO = 20;

  /** A loss that grew this many epochs in a row, at least to the double, is called divergence. */
  private static final int GROWING_EPOCHS = 12;

  private static final double GROWN = 2;

  /** Key frames of branches that are not on stage, and of what undo remembers, share this room. */
  private static final long MOST_BYTES = 64L << 20;

  /**
   * @param timeline of the active branch before it was changed in place; null when it was not
   */
  private record Saved(List<Branch> branches, Branch active, Timeline timeline, long update) {}

  /** Where a branch came from; known even after its parent was deleted. */
  private record Origin(int parent, long fork) {}

  private final String id;
  private final Deque<Saved> undo = new ArrayDeque<>();
  private final Map<Integer, Origin> origins = new HashMap<>();
  private List<Branch> branches = new ArrayList<>();
  private Branch active;
  private Optional<Integer> compared = Optional.empty();
  private int nextId = 1;
  private long lastEdit = -1;

  /** The update that was looked at last, and of which timeline it is. */
  private StepTrace next;

  private Timeline nextOf;

  LiveRun(Scene.Run run) {
    id = run.id();
    active = new Branch(0, 0, 0, new Timeline(run.experiment()));
    branches.add(active);
  }

  String id() {
    return id;
  }

  Timeline timeline() {
    return active.timeline;
  }

  /** The update that the next step will do. */
  StepTrace next() {
    if (next == null || nextOf != timeline() || next.update() != timeline().update()) {
      nextOf = timeline();
      next = nextOf.preview();
    }
    return next;
  }

  /** Epochs done, with the part of the one under way. */
  double epochs() {
    return (double) timeline().update() / timeline().updatesPerEpoch();
  }

  /** True once, when the loss has been growing for so long that going on shows nothing. */
  boolean newlyGrowing() {
    if (active.warned || !growing()) {
      return false;
    }
    active.warned = true;
    return true;
  }

  private boolean growing() {
    Timeline.Growth growth = growth();
    return timeline().updatesPerEpoch() == 1
        && growth.epochs() >= GROWING_EPOCHS
        && growth.now() > GROWN * growth.before();
  }

  /** How long the loss has been growing, with the epoch just done; the timeline is one behind. */
  private Timeline.Growth growth() {
    Timeline.Growth known = timeline().growth();
    if (known.epochs() < GROWING_EPOCHS - 1 || stopped()) {
      return known;
    }
    double now = timeline().evaluate().totalLoss();
    return now > known.now()
        ? new Timeline.Growth(known.epochs() + 1, known.fromEpoch(), known.before(), now)
        : known;
  }

  boolean stopped() {
    return timeline().divergence().isPresent();
  }

  /**
   * An edit at the present moment; where there is a future, a branch leaves it as it is. An edit
   * that the run cannot take changes nothing.
   */
  void edit(Edit edit) {
    if (EditRules.fault(timeline().experiment(), edit).isPresent()) {
      return;
    }
    if (timeline().update() < timeline().reached()) {
      save(false);
      open(new Branch(nextId++, active.id, timeline().update(), timeline().fork()));
    } else if (lastEdit != timeline().update() || undo.isEmpty()) {
      save(true);
    }
    lastEdit = timeline().update();
    timeline().edit(edit);
    next = null;
    active.changed();
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
    lastEdit = -1;
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
    lastEdit = -1;
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

  /**
   * The same start again. With settings that were changed on the way it is a run of its own, from
   * update 0 with the settings as they are now; else the run is only rewound.
   */
  void reset() {
    if (timeline().recipe().edits().isEmpty()) {
      timeline().seek(0);
    } else {
      restart(timeline().experiment());
    }
  }

  void startAt(MatrixView parameters) {
    restart(timeline().experiment().withInit(new InitSpec.Given(parameters)));
  }

  /**
   * New start weights. Where the present ones were given by hand or by a source there is no rule to
   * draw from; then they are uniform in ±2.
   */
  void reseed(long seed) {
    Experiment now = timeline().experiment().withSeed(seed);
    restart(
        switch (now.init()) {
          case InitSpec.Given given ->
              now.withInit(new InitSpec.Given(uniform(given.parameters().size(), seed)));
          case InitSpec.NumpyRandom numpy ->
              now.withInit(new InitSpec.NumpyRandom(seed, numpy.scale(), numpy.shift()));
          case InitSpec other -> now;
        });
  }

  private static MatrixView uniform(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return MatrixView.of(1, count, random.doubles(count, -2, 2).toArray());
  }

  private void restart(Experiment experiment) {
    Timeline fresh = new Timeline(experiment);
    lastEdit = -1;
    save(false);
    if (timeline().reached() == 0) {
      // Nothing was run that would be worth keeping beside the new start.
      branches.remove(active);
    }
    open(new Branch(nextId++, active.id, 0, fresh));
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

  private List<RunFrame.BranchFrame> tree(Evaluation now) {
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
  private List<Moment> moments() {
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

  RunFrame frame(Status mode, Optional<Stability> stability, Optional<MatrixView> optimum) {
    active.changed();
    Evaluation now = timeline().evaluate();
    double[] parameters = timeline().parameters();
    double[] start = timeline().start();
    return new RunFrame(
        id,
        timeline().experiment(),
        status(mode),
        timeline().update(),
        timeline().epoch(),
        timeline().updatesPerEpoch(),
        (double) timeline().reached() / timeline().updatesPerEpoch(),
        MatrixView.of(1, parameters.length, parameters),
        MatrixView.of(1, start.length, start),
        next(),
        now,
        timeline().history(now),
        timeline().trajectory(now),
        timeline().norms(),
        ghosts(),
        tree(now),
        moments(),
        !undo.isEmpty(),
        stability,
        optimum);
  }

  private Status status(Status mode) {
    Timeline.Growth growth = growth();
    boolean atTheEnd = timeline().update() == timeline().reached();
    if (atTheEnd && (stopped() || growing())) {
      return new Status.Diverged(
          timeline().divergence().orElse(null),
          growth.fromEpoch(),
          growth.epochs(),
          growth.before(),
          growth.now());
    }
    return mode;
  }
}
