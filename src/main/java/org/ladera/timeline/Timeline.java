package org.ladera.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.engine.train.TrainerState;

/**
 * One run that can be looked at at any moment: forwards by training, backwards by restoring a key
 * frame and replaying. For every n, {@code seek(n)} equals having run to n, bit for bit. Not
 * thread-safe.
 */
public final class Timeline {
  private final Experiment base;
  private final PairExecutor work;
  private final Trainer trainer;
  private final List<Recipe.Stamped> edits = new ArrayList<>();
  private final KeyFrames keyFrames;
  private final Recording recording;
  private final MatrixView start;
  private long reached;
  private final EpochMeter here = new EpochMeter();
  private boolean diverged;
  private double newestRate;

  /** The update whose edits have been applied since the trainer came to it; −1 after a restore. */
  private long appliedAt = -1;

  public Timeline(Experiment experiment) {
    this(experiment, PairExecutor.ALONE);
  }

  /**
   * @param work who does the work; what it throws leaves the run at its last whole update
   */
  public Timeline(Experiment experiment, PairExecutor work) {
    this.work = work;
    base = experiment;
    trainer = new Trainer(experiment, null, work);
    keyFrames = new KeyFrames(trainer.capture());
    start = MatrixView.over(parameters());
    recording = new Recording(start.size());
  }

  /** A run that is still to be replayed: at update 0, with the edits of its future. */
  public Timeline(Recipe recipe, PairExecutor work) {
    this(recipe.experiment(), work);
    edits.addAll(recipe.edits());
  }

  /** A copy at the present moment of {@code other}, without what came after it. */
  private Timeline(Timeline other) {
    work = other.work;
    base = other.base;
    edits.addAll(other.edits);
    long now = other.trainer.update();
    edits.removeIf(e -> e.update() > now);
    trainer = new Trainer(other.trainer.experiment(), null, work);
    trainer.restore(other.trainer.capture());
    appliedAt = other.appliedAt;
    keyFrames = other.keyFrames.upTo(now);
    recording = new Recording(other.recording, other.trainer.epoch(), now);
    start = other.start;
    reached = now;
    newestRate = other.newestRate;
  }

  /** A run of its own that shares the past of this one up to the present moment. */
  public Timeline fork() {
    return new Timeline(this);
  }

  /** The experiment with every edit up to the present moment. */
  public Experiment experiment() {
    return trainer.experiment();
  }

  public Recipe recipe() {
    return new Recipe(base, edits);
  }

  public ParameterLayout layout() {
    return trainer.layout();
  }

  /** The base rate of the newest update; of the next one where there is none yet. */
  public double newestRate() {
    return reached == 0 ? trainer.experiment().optimizer().rate() : newestRate;
  }

  /** Updates done at the present moment. */
  public long update() {
    return trainer.update();
  }

  /** The furthest update this run has been to. */
  public long reached() {
    return reached;
  }

  public long epoch() {
    return trainer.epoch();
  }

  public int updatesPerEpoch() {
    Experiment e = trainer.experiment();
    return e.batch().updatesPerEpoch(e.data().size());
  }

  /** The least loss of an epoch so far; infinite before the first one is done. */
  public double best() {
    return recording.best();
  }

  public Optional<Divergence> divergence() {
    return trainer.divergence();
  }

  /** The present row of growing epochs, as far as the run has been. */
  public Growth growth() {
    return recording.growth();
  }

  /** What is worth a mark: the start, every edit, the best epoch, the end of a diverged run. */
  public List<Moment> moments() {
    List<Moment> moments = Moment.ofEdits(edits);
    recording.mark(moments, updatesPerEpoch());
    if (diverged) {
      moments.add(new Moment(Moment.Kind.DIVERGENCE, reached));
    }
    return List.copyOf(moments);
  }

  /** Whether the update after the furthest one was not possible. */
  public boolean isDiverged() {
    return diverged;
  }

  /** Edits that are still to come are given up: the run goes on as it is. */
  public void forgetFuture() {
    edits.removeIf(edit -> edit.update() > trainer.update());
  }

  public Evaluation evaluate() {
    return trainer.evaluate();
  }

  /** {@link Trainer#evaluate(Dataset)} at the present moment. */
  public Evaluation evaluate(Dataset held) {
    return trainer.evaluate(held);
  }

  public StepTrace preview() {
    return trainer.preview();
  }

  /** A copy of the parameters at the present moment, in the order of the layout. */
  public double[] parameters() {
    double[] copy = new double[trainer.layout().count()];
    trainer.copyParameters(copy);
    return copy;
  }

  /** The parameters at update 0 (1 × count). */
  public MatrixView start() {
    return start;
  }

  /** One update. False when the run has diverged. */
  public boolean forward() {
    applyEditsAt(trainer.update());
    boolean isNew = trainer.update() == reached;
    if (isNew) {
      if (keyFrames.wants(reached)) {
        keyFrames.add(trainer.capture());
      }
      work.breathe();
      recording.place(trainer);
      work.breathe();
    }
    long epoch = trainer.epoch();
    double rate = trainer.experiment().optimizer().rate();
    if (!trainer.step()) {
      diverged = true;
      return false;
    }
    if (isNew) {
      newestRate = rate;
      recording.norms(reached, trainer);
      reached = trainer.update();
      recording.loss(epoch, trainer);
    }
    here.add(trainer, epoch);
    return true;
  }

  /** To the moment after {@code target} updates, or to where the run diverges before it. */
  public void seek(long target) {
    seek(target, () -> false);
  }

  /**
   * As above, but only until {@code tired} says so; asked again it goes on from there.
   *
   * @return whether it has arrived
   */
  public boolean seek(long target, BooleanSupplier tired) {
    long update = Math.max(0, target);
    TrainerState frame = keyFrames.before(update);
    boolean behind = update < trainer.update();
    boolean shorter = update <= reached && frame.update() > trainer.update();
    if (behind || shorter) {
      restore(frame);
    }
    int every = Search.updatesBetweenLooks(this);
    int until = every;
    boolean arrived = true;
    while (trainer.update() < update && forward()) {
      if (--until == 0) {
        until = every;
        if (trainer.update() < update && tired.getAsBoolean()) {
          arrived = false;
          break;
        }
      }
    }
    applyEditsAt(trainer.update());
    return arrived;
  }

  /** After an exception in the middle of an update: to the end of the last one that was whole. */
  public void putBack() {
    long whole = trainer.update();
    rewind();
    try {
      seek(whole);
    } catch (RuntimeException | Error again) {
      rewind();
      throw again;
    }
  }

  /** Back to the nearest key frame. */
  public void rewind() {
    restore(keyFrames.before(trainer.update()));
  }

  private void restore(TrainerState frame) {
    trainer.restore(frame);
    appliedAt = -1;
    here.clear();
  }

  Trainer trainer() {
    return trainer;
  }

  /** The epochs as they went by on the way to the present moment. */
  EpochMeter here() {
    return here;
  }

  /** Everything that determines what follows, bit for bit. */
  TrainerState state() {
    return trainer.capture();
  }

  /** Memory taken by key frames and the path, in bytes; what is shared with others counts too. */
  public long bytes() {
    return keyFrames.bytes() + recording.bytes();
  }

  /** The states this run can go back to; those before a fork are shared between its branches. */
  List<TrainerState> states() {
    return keyFrames.states();
  }

  /** Gives half of the key frames away: replays become longer, the run stays the same. */
  public void thin() {
    keyFrames.thin();
  }

  void applyEditsAt(long update) {
    if (appliedAt == update) {
      return;
    }
    for (Recipe.Stamped stamped : edits) {
      if (stamped.update() == update) {
        trainer.apply(stamped.edit());
      }
    }
    appliedAt = update;
  }

  /** Changes the run from the present moment on. What came after it is forgotten. */
  public void edit(Edit edit) {
    long now = trainer.update();
    applyEditsAt(now);
    // First of all: an edit that cannot be done must not be part of the recipe.
    trainer.apply(edit);
    edits.removeIf(e -> e.update() > now);
    edits.add(new Recipe.Stamped(now, edit));
    keyFrames.cutAfter(now);
    recording.cutFrom(trainer.epoch(), now);
    reached = now;
    here.clear();
    diverged = false;
  }

  /**
   * The loss of each epoch as its batches met it: for full-batch descent J before that epoch's
   * update, else the sum or mean over the batches, as the factor of the loss asks. When the present
   * moment is the newest, {@code newest} closes the curve.
   */
  public History history(Evaluation newest) {
    return recording.history(trainer.update() == reached, trainer.epoch(), newest.totalLoss());
  }

  /**
   * The path so far; {@code newestLoss} belongs to the present moment and closes it if it is
   * newest, with the parameters that {@code present} gives: asked at most once, kept, not modified.
   */
  public Trajectory trajectory(double newestLoss, Supplier<double[]> present) {
    return recording.trajectory(trainer.update() == reached, reached, newestLoss, present);
  }

  /** What the validation examples showed, as far as the run has been. */
  public Validation validation() {
    return recording.validation();
  }

  /** How large deltas and gradients were in each layer so far. */
  public Norms norms() {
    return recording.norms();
  }
}
