package org.ladera.session.run;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.HeldOut;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.EditRules;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.Curvature;
import org.ladera.session.Granularity;
import org.ladera.session.Landmark;
import org.ladera.session.Plan;
import org.ladera.session.RunFrame;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Growth;
import org.ladera.timeline.Timeline;
import org.ladera.timeline.Trajectory;
import org.ladera.timeline.Validation;

/** One run of a scene while it is alive: the branch on stage, its next update, its state. */
final class LiveRun {
  /** A loss that grew this many epochs in a row, at least to the double, is called divergence. */
  private static final int GROWING_EPOCHS = 12;

  private static final double GROWN = 2;

  private final PairExecutor work;
  private final String id;
  private final RunBranches branches;
  private long lastEdit = -1;

  private final Present present = new Present();
  private final KnownMisfits misfits = new KnownMisfits();
  private final KnownStart start = new KnownStart();

  LiveRun(Scene.Run run, PairExecutor work) {
    this.work = work;
    id = run.id();
    branches = new RunBranches(new Timeline(run.experiment(), work));
  }

  /** One that was saved; it is still to be replayed. */
  LiveRun(Scene.Run run, SavedScene.SavedRun saved, PairExecutor work) {
    this.work = work;
    id = run.id();
    branches = new RunBranches(saved, run.experiment(), work);
  }

  String id() {
    return id;
  }

  RunBranches branches() {
    return branches;
  }

  Timeline timeline() {
    return branches.active().timeline;
  }

  /** The update that the next step will do. */
  StepTrace next() {
    return present.next(timeline());
  }

  /** The present parameters (1 × count). */
  MatrixView parameters() {
    return present.parameters(timeline());
  }

  /** The way to the present moment, whose loss is that. */
  Trajectory trajectory(double loss) {
    return present.trajectory(timeline(), loss);
  }

  /** How many updates one step of that size is. */
  long updatesIn(Granularity step) {
    return step == Granularity.EPOCH ? timeline().updatesPerEpoch() : 1;
  }

  /** Epochs done, with the part of the one under way. */
  double epochs() {
    return (double) timeline().update() / timeline().updatesPerEpoch();
  }

  /** The planned length in epochs, grown where a change was made at its end. */
  long length(long planned) {
    return timeline().recipe().length(planned, timeline().updatesPerEpoch());
  }

  /** Whether the planned length is behind it. */
  boolean isDone(long planned) {
    return timeline().epoch() >= length(planned);
  }

  /** What it does while nothing is asked of it. */
  Mode resting(long planned) {
    return timeline().update() == 0 && timeline().reached() == 0
        ? Mode.READY
        : isDone(planned) ? Mode.FINISHED : Mode.PAUSED;
  }

  /** True once, when the loss has been growing for so long that going on shows nothing. */
  boolean newlyGrowing() {
    Branch active = branches.active();
    if (active.warned || !growing()) {
      return false;
    }
    active.warned = true;
    return true;
  }

  private boolean growing() {
    Growth growth = growth();
    return timeline().updatesPerEpoch() == 1
        && growth.epochs() >= GROWING_EPOCHS
        && growth.now() > GROWN * growth.before();
  }

  /** How long the loss has been growing, with the epoch just done; the timeline is one behind. */
  private Growth growth() {
    Growth known = timeline().growth();
    if (known.epochs() < GROWING_EPOCHS - 1 || stopped()) {
      return known;
    }
    double now = present.now(timeline()).totalLoss();
    return now > known.now()
        ? new Growth(known.epochs() + 1, known.fromEpoch(), known.before(), now)
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
      branches.fork();
    } else if (lastEdit != timeline().update() || !branches.canUndo()) {
      branches.saveInPlace();
    }
    lastEdit = timeline().update();
    timeline().edit(edit);
    present.forget();
    branches.active().changed();
  }

  /**
   * Takes the last edit, start, branch or deletion back.
   *
   * @return the moment at which it was done; the present one when there is nothing to take back
   */
  long undo() {
    if (branches.canUndo()) {
      lastEdit = -1;
    }
    return branches.undo();
  }

  /** Puts a branch on stage; the one that was there goes beside it if it was compared with. */
  void switchTo(int branch) {
    branches.switchTo(branch);
    lastEdit = -1;
  }

  /**
   * After an exception: what was begun since {@link RunBranches#allIsWell} is taken back, and the
   * run stands where its last whole update led.
   */
  void putBack() {
    branches.putBack();
    lastEdit = -1;
    present.forget();
    timeline().putBack();
  }

  /**
   * The same start again. With settings that were changed on the way it is a run of its own, from
   * update 0 with the settings as they are now; else the run is only rewound.
   *
   * @param batch other batches, which make another run of it as well
   */
  void reset(Optional<BatchSpec> batch) {
    Experiment now = timeline().experiment();
    if (batch.isEmpty() && timeline().recipe().edits().isEmpty()) {
      timeline().seek(0);
    } else {
      restart(batch.map(now::withBatch).orElse(now));
    }
  }

  /**
   * Another start; a run that did not begin where {@code before} says keeps its own.
   *
   * @param before the parameters at which the runs that are meant began
   */
  void startAt(MatrixView parameters, MatrixView before) {
    boolean fits = parameters.size() == timeline().layout().count();
    if (fits && before.equals(timeline().start())) {
      restart(timeline().experiment().withInit(new InitSpec.Given(parameters)));
    } else {
      reset(Optional.empty());
    }
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
          // Equal weights of another seed are the same ones.
          case InitSpec.Zeros _, InitSpec.Constant _ -> now.withInit(new InitSpec.GlorotUniform(1));
          case InitSpec rule -> now.withInit(rule.seeded(seed));
        });
  }

  private static MatrixView uniform(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return MatrixView.of(1, count, random.doubles(count, -2, 2).toArray());
  }

  private void restart(Experiment experiment) {
    Timeline fresh = new Timeline(experiment, work);
    lastEdit = -1;
    branches.restart(fresh);
  }

  RunFrame frame(
      Status mode, Optional<Plan> plan, Optional<Curvature> curvature, Optional<Landmark> optimum) {
    branches.active().changed();
    StepTrace update = next();
    work.breathe();
    Evaluation now = present.now(timeline());
    work.breathe();
    return new RunFrame(
        id,
        timeline().experiment(),
        status(mode),
        new RunFrame.Position(
            timeline().update(),
            timeline().epoch(),
            timeline().updatesPerEpoch(),
            (double) timeline().reached() / timeline().updatesPerEpoch()),
        parameters(),
        start.of(timeline(), parameters(), now),
        update,
        now,
        new RunFrame.Recording(
            timeline().history(now),
            trajectory(now.totalLoss()),
            timeline().norms(),
            branches.moments()),
        new RunFrame.Tree(branches.ghosts(), branches.frames(now), branches.canUndo()),
        plan.filter(p -> p.path().parameters()[0].length == timeline().start().size()),
        curvature,
        optimum,
        validation(),
        test(mode),
        misfits.of(timeline().experiment()));
  }

  private Optional<RunFrame.Validation> validation() {
    Validation seen = timeline().validation();
    return timeline()
        .experiment()
        .heldOut()
        .validation()
        .map(examples -> present.of(timeline(), examples))
        .map(
            now ->
                seen.least() <= now.totalLoss()
                    ? new RunFrame.Validation(now, seen.history(), seen.least(), seen.leastEpoch())
                    : new RunFrame.Validation(
                        now, seen.history(), now.totalLoss(), timeline().epoch()));
  }

  /** Nobody trains by the test examples: they are looked at when the run stands still. */
  private Optional<Evaluation> test(Status mode) {
    HeldOut heldOut = timeline().experiment().heldOut();
    return heldOut.testIsOpen() && !(mode instanceof Status.Running)
        ? heldOut.test().map(examples -> present.of(timeline(), examples))
        : Optional.empty();
  }

  /** What ends its runs early; null where nothing does, or where it was once stopped already. */
  @Nullable Condition patience(OptionalLong patience) {
    return patience.isPresent() && !branches.active().stalled
        ? new Condition.ValidationStalls(patience.getAsLong())
        : null;
  }

  /** What ends what it does next early; nothing once it was played on beyond that end. */
  OptionalLong patienceAhead(OptionalLong patience) {
    Branch active = branches.active();
    boolean beyond = active.stalled && timeline().reached() > active.stalledAt;
    return beyond ? OptionalLong.empty() : patience;
  }

  /** True once, when patience with the validation loss is at its end. */
  boolean newlyStalled(OptionalLong patience) {
    Branch active = branches.active();
    if (active.stalled
        || patience.isEmpty()
        || timeline().update() < timeline().reached()
        || !timeline().validation().hasStalled(patience.getAsLong())) {
      return false;
    }
    active.stalled = true;
    active.stalledAt = timeline().reached();
    return true;
  }

  private Status status(Status mode) {
    Growth growth = growth();
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
