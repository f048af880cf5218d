package org.ladera.engine.train;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Initialiser;
import org.ladera.engine.net.Network;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.DeadUnit;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;

/** Trains one network in place, one update at a time. Not thread-safe; no clock, no I/O. */
public final class Trainer {
  private final @Nullable MaskSource givenMasks;
  private final PairExecutor pair;
  private Experiment experiment;
  private ParameterLayout layout;
  private Pass pass;
  private @Nullable Pass previewPass;
  private OverflowGuard guard;
  private Objectives objectives;
  private final double[] theta;
  private final double[] running;
  private final Descent descent;
  private final StepCounter at = new StepCounter();
  private double batchLoss = Double.NaN;
  private int batchSize;
  private @Nullable Divergence divergence;
  private @Nullable StepRecorder recorder;

  /** Draws the start weights; update 0 is about to begin. */
  public Trainer(Experiment experiment) {
    this(experiment, null, PairExecutor.ALONE);
  }

  /**
   * As above, with dropout masks from elsewhere, or with help for large networks; the numbers are
   * the same with any.
   *
   * @param masks null for masks drawn from the seed
   * @param pair who does the two halves of large products and updates
   */
  public Trainer(Experiment experiment, @Nullable MaskSource masks, PairExecutor pair) {
    givenMasks = masks;
    this.pair = pair;
    theta = Initialiser.draw(experiment.network(), experiment.init(), experiment.seed());
    running = Network.startFigures(experiment.network());
    descent = new Descent(experiment.optimizer(), theta, running, pair);
    configure(experiment);
  }

  /** Makes everything that follows from the experiment; parameters and memory stay. */
  private void configure(Experiment next) {
    pass = new Pass(next, masks(next), theta, running, pair);
    previewPass = null;
    experiment = next;
    layout = new ParameterLayout(next.network());
    guard = new OverflowGuard(pass, theta.length, pair);
    objectives = new Objectives(next, running, pair);
    recorder = null;
    descent.follow(next.schedule());
    descent.use(next.optimizer());
  }

  private MaskSource masks(Experiment of) {
    return givenMasks == null ? MaskSource.seeded(of.seed()) : givenMasks;
  }

  /** The experiment with every edit applied so far. */
  public Experiment experiment() {
    return experiment;
  }

  public ParameterLayout layout() {
    return layout;
  }

  /**
   * One update: forward, loss, backward, new parameters. Allocates nothing after warm-up.
   *
   * @return false when the run has diverged; then nothing was changed
   */
  public boolean step() {
    if (divergence != null) {
      return false;
    }
    double rate = descent.rate(at.epoch());
    boolean harmless = descent.isContracting() && guard.trusts(theta, rate);
    pass.select(at.update(), at.epoch(), at.batch());
    pass.compute();
    pass.addPenaltyGradient();
    double loss = pass.dataLoss();
    harmless &= guard.trusts(loss, pass.gradient());
    if (!harmless) {
      divergence = FirstNonFinite.inPass(pass, layout, at.update(), at.epoch());
      if (divergence != null) {
        return false;
      }
      descent.remember();
    }
    if (recorder != null) {
      recorder.take(pass.network(), at.update(), pass.batch().rows(), loss);
    }
    descent.change(pass, at.epoch());
    if (!harmless) {
      divergence =
          FirstNonFinite.inParameters(layout, theta, descent.optimizer(), at.update(), at.epoch());
      if (divergence != null) {
        descent.recall();
        return false;
      }
    }
    batchLoss = loss;
    batchSize = pass.batch().rows();
    at.advance(pass.batch().plan().updatesPerEpoch());
    return true;
  }

  /**
   * Begins to record every update; ends with {@link #stopRecording} and with an edit of the data or
   * of an activation. A diverged update may be recorded though it was not done.
   *
   * @param updates how many to keep
   */
  public StepRecorder record(int updates) {
    recorder = new StepRecorder(pass.network(), pass.batch().plan().largestBatch(), updates);
    return recorder;
  }

  public void stopRecording() {
    recorder = null;
  }

  /** Updates done so far. */
  public long update() {
    return at.update();
  }

  /** The epoch of the next update, counted from 0. */
  public long epoch() {
    return at.epoch();
  }

  /** The loss on the batch of the last step, before its update, without penalty; NaN before it. */
  public double batchLoss() {
    return batchLoss;
  }

  /**
   * Euclidean norm of the gradient that the last step descended, with the penalty's; 0 before it.
   */
  public double gradientNorm() {
    return pass.gradientNorm();
  }

  /**
   * Euclidean norms of the last step: of δ (batch × units) of every layer, then of the gradient of
   * W (inputs × units) of every layer as it was descended. For {@link OptimizerSpec.SequentialSgd}
   * they are those of its last parameter.
   *
   * @param out (length 2 · layers) modified
   */
  public void copyNorms(double[] out) {
    pass.copyNorms(layout, batchSize, out);
  }

  /** The first hidden unit that was 0 for every sample of the last step, so that it is silent. */
  public Optional<DeadUnit> deadUnit() {
    return pass.deadUnit(batchSize);
  }

  /** Samples in the batch of the last step; 0 before it. */
  public int batchSize() {
    return batchSize;
  }

  /** Why the run stopped, if it did. */
  public Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }

  /** Copies all parameters into {@code out} (length layout().count()). Modified. */
  public void copyParameters(double[] out) {
    System.arraycopy(theta, 0, out, 0, theta.length);
  }

  /**
   * Changes the run between two updates. The optimizer's memory stays where shapes allow. Other
   * examples in another number begin a new epoch.
   *
   * @throws IllegalArgumentException when it does not fit the network or is not finite
   */
  public void apply(Edit edit) {
    switch (edit) {
      case Edit.SetRate(double rate) -> setOptimizer(experiment.optimizer().withRate(rate));
      case Edit.SetOptimizer(OptimizerSpec other) -> setOptimizer(other);
      case Edit.SetActivation _ -> configure(experiment.after(edit));
      case Edit.SetParameter(var parameter, double value) ->
          theta[layout.indexOf(parameter)] = finite(value);
      case Edit.SetParameters(MatrixView parameters) -> setParameters(parameters);
      case Edit.SetData(Dataset data) -> setData(data);
    }
    divergence = null;
  }

  private void setOptimizer(OptimizerSpec other) {
    finite(other.rate());
    OptimizerSpec before = experiment.optimizer();
    experiment = experiment.withOptimizer(other);
    // Some slips lie in the pass and not in the rule.
    if (other instanceof OptimizerSpec.Slipped || before instanceof OptimizerSpec.Slipped) {
      configure(experiment);
    } else {
      descent.use(other);
    }
  }

  private void setParameters(MatrixView parameters) {
    if (parameters.size() != theta.length) {
      throw new IllegalArgumentException(
          "parameters: expected " + theta.length + ", found " + parameters.size());
    }
    Arrays.stream(parameters.toArray()).forEach(Trainer::finite);
    parameters.copyTo(theta, 0);
  }

  private void setData(Dataset data) {
    int before = experiment.data().size();
    configure(experiment.withData(data));
    if (data.size() != before) {
      at.beginEpoch();
    }
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("expected a finite number, found " + value);
    }
    return value;
  }

  /** Everything that determines what follows: parameters, optimizer memory, shuffle state. */
  public TrainerState capture() {
    return new TrainerState(
        experiment, at.update(), MatrixView.of(1, theta.length, theta), descent.memory(at));
  }

  /**
   * Back to a captured state of this trainer or of one with an equal network.
   *
   * @throws IllegalArgumentException when the network has another number of parameters
   */
  public void restore(TrainerState state) {
    if (state.parameters().size() != theta.length) {
      throw new IllegalArgumentException(
          "state: expected " + theta.length + " parameters, found " + state.parameters().size());
    }
    if (state.experiment() != experiment) {
      configure(state.experiment());
    }
    double[] memory = state.memory().toArray();
    state.parameters().copyTo(theta, 0);
    descent.restore(memory);
    int updatesPerEpoch = pass.batch().plan().updatesPerEpoch();
    at.restore(state.update(), (long) memory[0], (long) memory[1], updatesPerEpoch);
    batchLoss = Double.NaN;
    batchSize = 0;
    divergence = null;
  }

  /**
   * The update that {@link #step()} would do next, in full; the trainer is left as it was. In a
   * diverged run: the update that failed, with its non-finite numbers. For {@link
   * OptimizerSpec.SequentialSgd} the gradient is that of the first parameter to change.
   */
  public StepTrace preview() {
    if (previewPass == null) {
      previewPass = new Pass(experiment, masks(experiment), theta, running, pair);
    }
    previewPass.select(at.update(), at.epoch(), at.batch());
    previewPass.compute();
    pair.breathe();
    StepTraceBuilder builder = new StepTraceBuilder(experiment, layout, previewPass, at.epoch());
    builder.before(theta, descent.optimizer());
    previewPass.addPenaltyGradient();
    builder.gradient(previewPass.gradient());
    pair.breathe();
    descent.remember();
    descent.change(previewPass, at.epoch());
    StepTrace trace =
        builder.after(
            theta, descent.optimizer(), at.update(), at.epoch(), descent.rate(at.epoch()));
    descent.recall();
    return trace;
  }

  /**
   * The whole data set at the present parameters, in inference mode. Leaves the trainer as it was.
   */
  public Evaluation evaluate() {
    return objectives.present().evaluate(theta);
  }

  /**
   * The loss with its penalty over the whole data set in inference mode; far cheaper than {@link
   * #evaluate}. Leaves the trainer as it was.
   */
  public double loss() {
    return objectives.present().loss(theta);
  }

  /**
   * The loss over the whole data set as a function of the parameters, with the present figures of
   * batch normalisation; independent of this trainer, for another thread if wanted.
   */
  public Objective objective() {
    return objectives.make();
  }

  /**
   * The loss without penalty over the validation examples in inference mode; NaN where none are
   * held out. Leaves the trainer as it was.
   */
  public double validationLoss() {
    return objectives.validation().map(held -> held.loss(theta)).orElse(Double.NaN);
  }

  /** The present parameters on examples that are not trained on; without penalty. */
  public Evaluation evaluate(Dataset held) {
    return objectives.of(held).evaluate(theta);
  }

  /** The running means and variances of batch normalisation (1 × any), as Network orders them. */
  public MatrixView figures() {
    return MatrixView.of(1, running.length, running);
  }
}
