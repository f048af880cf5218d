package org.ladera.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.MatrixView;
import org.ladera.landscape.gradient.GradientCheck;
import org.ladera.timeline.Timeline;

/** One run of a scene while it is alive: its branches, of which one is on stage. */
final class LiveRun {
  private static final int MOST_GHOSTS = 4;
  private static final int MOST_BRANCHES = 16;
  private static final int MOST_UNDO = 20;

  /** A loss that grew this many epochs in a row, at least to the double, is called divergence. */
  private static final int GROWING_EPOCHS = 12;

  private static final double GROWN = 2;

  private record Saved(List<Branch> branches, Branch active, Timeline timeline) {}

  private final String id;
  private final Deque<Saved> undo = new ArrayDeque<>();
  private List<Branch> branches = new ArrayList<>();
  private Branch active;
  private int nextId = 1;
  private long lastEdit = -1;

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

  /** An edit at the present moment; where there is a future, a branch leaves it as it is. */
  void edit(Edit edit) {
    if (timeline().update() < timeline().reached()) {
      save();
      open(new Branch(nextId++, active.id, timeline().update(), timeline().fork()));
    } else if (lastEdit != timeline().update() || undo.isEmpty()) {
      save();
    }
    lastEdit = timeline().update();
    timeline().edit(edit);
    active.changed();
  }

  private void save() {
    undo.addLast(new Saved(List.copyOf(branches), active, timeline().fork()));
    if (undo.size() > MOST_UNDO) {
      undo.removeFirst();
    }
  }

  /** Takes the last edit, start, branch or deletion back. */
  void undo() {
    if (undo.isEmpty()) {
      return;
    }
    Saved saved = undo.removeLast();
    boolean edited = saved.active().timeline == active.timeline;
    branches = new ArrayList<>(saved.branches());
    active = saved.active();
    if (edited) {
      active.timeline = saved.timeline();
      active.changed();
    }
    lastEdit = -1;
  }

  private void open(Branch branch) {
    branches.add(branch);
    active = branch;
    if (branches.size() > MOST_BRANCHES) {
      branches.remove(branches.getFirst() == active ? 1 : 0);
    }
  }

  void switchTo(int branch) {
    find(branch).ifPresent(b -> active = b);
    lastEdit = -1;
  }

  void name(int branch, String name) {
    find(branch).ifPresent(b -> b.name = name);
  }

  /** Forgets a branch that is not on stage. */
  void delete(int branch) {
    find(branch)
        .filter(b -> b != active)
        .ifPresent(
            b -> {
              save();
              branches.remove(b);
            });
  }

  private Optional<Branch> find(int branch) {
    return branches.stream().filter(b -> b.id == branch).findFirst();
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
    save();
    if (timeline().reached() == 0) {
      // Nothing was run that would be worth keeping beside the new start.
      branches.remove(active);
    }
    open(new Branch(nextId++, active.id, 0, fresh));
  }

  private List<RunFrame.Ghost> ghosts() {
    return branches.stream()
        .filter(b -> b != active)
        .sorted(Comparator.comparingInt(b -> b.id))
        .skip(Math.max(0, branches.size() - 1 - MOST_GHOSTS))
        .map(Branch::ghost)
        .toList();
  }

  RunFrame frame(
      Status mode,
      Optional<Stability> stability,
      Optional<MatrixView> optimum,
      Optional<GradientCheck.Summary> gradientCheck) {
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
        timeline().preview(),
        now,
        timeline().history(now),
        timeline().trajectory(now),
        timeline().norms(),
        ghosts(),
        branches.stream().map(b -> b.frame(b == active)).toList(),
        timeline().moments(),
        stability,
        optimum,
        gradientCheck);
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
