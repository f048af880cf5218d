package org.ladera.engine.train;

import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.ElementKernel;
import org.ladera.engine.net.Initialiser;
import org.ladera.engine.net.Layer;
import org.ladera.engine.net.Loss;
import org.ladera.engine.net.Network;
import org.ladera.engine.net.Objective;
import org.ladera.engine.net.Penalty;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.MatrixView;
import org.ladera.engine.trace.StepTrace;

/** Trains one network in place, one update at a time. Not thread-safe; no clock, no I/O. */
public final class Trainer {
  /** Gradients below this, with harmless parameters and rates, cannot overflow an update. */
  private static final double HARMLESS_GRADIENT = 1e60;

  private static final double HARMLESS_RATE = 1e30;

  private final MaskSource masks;
  private final MaskSource.Request request = new MaskSource.Request();
  private Experiment experiment;
  private ParameterLayout layout;
  private Network network;
  private Penalty penalty;
  private BatchPlan plan;
  private Optimizer optimizer;
  private LongToDoubleFunction schedule;
  private double baseRate;
  private boolean sequential;
  private Objective objective;
  private double harmlessParameter;
  private boolean harmlessRule;
  private double[] x;
  private double[] y;
  private double[] batchX;
  private double[] batchY;
  private final ElementKernel elements;
  private final double[] theta;
  private final double[] gradient;
  private final double[] thetaBefore;
  private double[] memoryBefore;
  private double[] running;
  private double[] runningBefore;
  private long update;
  private long firstUpdate;
  private long firstEpoch;
  private long epoch;
  private int batch;
  private int rows;
  private double lossSum;
  private double dataLoss;
  private double batchLoss = Double.NaN;
  private int batchSize;
  private Divergence divergence;
  private StepRecorder recorder;

  /** Draws the start weights; update 0 is about to begin. */
  public Trainer(Experiment experiment) {
    this(experiment, MaskSource.seeded(experiment.seed()));
  }

  /** As above, with dropout masks from elsewhere. */
  public Trainer(Experiment experiment, MaskSource masks) {
    this.masks = masks;
    theta = Initialiser.draw(experiment.network(), experiment.init(), experiment.seed());
    gradient = new double[theta.length];
    elements = ElementKernel.forSize(theta.length);
    thetaBefore = new double[theta.length];
    optimizer = new Optimizer(experiment.optimizer(), theta.length);
    configure(experiment);
    running = network.startFigures();
    runningBefore = running.clone();
  }

  /** Makes everything that follows from the experiment; parameters and memory stay. */
  private void configure(Experiment next) {
    Dataset data = next.data();
    BatchPlan nextPlan = new BatchPlan(next.batch(), data.size(), next.seed());
    int largest = nextPlan.largestBatch();
    plan = nextPlan;
    experiment = next;
    layout = new ParameterLayout(next.network());
    network = new Network(next.network(), largest);
    penalty = new Penalty(next.regularisation(), next.network());
    schedule = Schedule.function(next.schedule());
    objective = null;
    recorder = null;
    x = data.x().toArray();
    y = data.y().toArray();
    boolean whole = plan.takesAllAsTheyStand();
    batchX = whole ? x : new double[largest * data.x().columns()];
    batchY = whole ? y : new double[largest * data.y().columns()];
    harmlessParameter = network.harmlessParameter(largest(x));
    useOptimizer(next.optimizer());
  }

  private void useOptimizer(OptimizerSpec spec) {
    optimizer = optimizer.with(spec, theta.length);
    baseRate = spec.rate();
    sequential = spec instanceof OptimizerSpec.SequentialSgd;
    harmlessRule = optimizer.isContracting() && !sequential;
    memoryBefore = new double[optimizer.memorySize()];
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
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
    boolean harmless =
        harmlessRule
            && elements.within(theta, theta.length, harmlessParameter)
            && Math.abs(rate()) <= HARMLESS_RATE;
    select();
    pass();
    penalty.addGradient(theta, gradient);
    harmless &=
        Double.isFinite(dataLoss) && elements.within(gradient, theta.length, HARMLESS_GRADIENT);
    if (!harmless) {
      divergence = FirstNonFinite.inPass(network, layout, rows, dataLoss, gradient, update, epoch);
      if (divergence != null) {
        return false;
      }
      remember();
    }
    double loss = dataLoss;
    if (recorder != null) {
      recorder.take(network, update, rows, loss);
    }
    change();
    if (!harmless) {
      divergence = FirstNonFinite.inParameters(layout, theta, optimizer, update, epoch);
      if (divergence != null) {
        recall();
        return false;
      }
    }
    batchLoss = loss;
    batchSize = rows;
    advance();
    return true;
  }

  private void advance() {
    update++;
    batch++;
    if (batch == plan.updatesPerEpoch()) {
      batch = 0;
      epoch++;
    }
  }

  private double rate() {
    return baseRate * schedule.applyAsDouble(epoch);
  }

  /** Fetches the examples of the next update and its masks. */
  private void select() {
    int[] order = plan.order(epoch);
    rows = plan.size(batch, order);
    if (batchX != x) {
      int inputs = network.spec().inputs();
      int outputs = network.spec().outputs();
      int from = plan.from(batch);
      for (int i = 0; i < rows; i++) {
        int row = order[from + i];
        System.arraycopy(x, row * inputs, batchX, i * inputs, inputs);
        System.arraycopy(y, row * outputs, batchY, i * outputs, outputs);
      }
    }
    for (int l = 0; l < network.depth(); l++) {
      Layer layer = network.layer(l);
      if (layer.mask() != null) {
        int units = layer.spec().units();
        masks.fill(request.of(update, l + 1, rows, units, layer.spec().dropout()), layer.mask());
      }
    }
  }

  private double factor() {
    return experiment.loss().factor().value(rows, network.spec().outputs());
  }

  /** Forward, loss and backward; the gradient is that of the data alone. */
  private void pass() {
    network.forward(theta, running, batchX, rows, true);
    lossSum = network.lossSum(experiment.loss(), batchY, rows);
    double factor = factor();
    dataLoss = Loss.value(experiment.loss(), factor, lossSum);
    network.backward(
        experiment.loss(), factor, dataLoss, theta, batchX, batchY, rows, true, gradient);
  }

  /** The new parameters, memory and running figures. */
  private void change() {
    double rate = rate();
    network.rememberBatch(running, rows);
    if (!sequential) {
      optimizer.update(theta, gradient, 0, theta.length, rate);
      return;
    }
    for (int i = 0; i < theta.length; i++) {
      if (i > 0) {
        pass();
        penalty.addGradient(theta, gradient);
      }
      optimizer.update(theta, gradient, i, i + 1, rate);
    }
  }

  private void remember() {
    System.arraycopy(theta, 0, thetaBefore, 0, theta.length);
    System.arraycopy(running, 0, runningBefore, 0, running.length);
    optimizer.copyTo(memoryBefore, 0);
  }

  private void recall() {
    System.arraycopy(thetaBefore, 0, theta, 0, theta.length);
    System.arraycopy(runningBefore, 0, running, 0, running.length);
    optimizer.restore(optimizer.steps() - stepsPerUpdate(), memoryBefore, 0);
  }

  private long stepsPerUpdate() {
    return sequential ? theta.length : 1;
  }

  /**
   * Begins to record every update; ends with {@link #stopRecording} and with an edit of the data or
   * of an activation. A diverged update may be recorded though it was not done.
   *
   * @param updates how many to keep
   */
  public StepRecorder record(int updates) {
    recorder = new StepRecorder(network, plan.largestBatch(), updates);
    return recorder;
  }

  public void stopRecording() {
    recorder = null;
  }

  /** Updates done so far. */
  public long update() {
    return update;
  }

  /** The epoch of the next update, counted from 0. */
  public long epoch() {
    return epoch;
  }

  /** The loss on the batch of the last step, before its update, without penalty; NaN before it. */
  public double batchLoss() {
    return batchLoss;
  }

  /**
   * Euclidean norm of the gradient that the last step descended, with the penalty's; 0 before it.
   */
  public double gradientNorm() {
    double sum = 0;
    for (double g : gradient) {
      sum += g * g;
    }
    return Math.sqrt(sum);
  }

  /**
   * Euclidean norms of the last step: of δ (batch × units) of every layer, then of the gradient of
   * W (inputs × units) of every layer as it was descended. For {@link OptimizerSpec.SequentialSgd}
   * they are those of its last parameter.
   *
   * @param out (length 2 · layers) modified
   */
  public void copyNorms(double[] out) {
    for (int l = 0; l < network.depth(); l++) {
      Layer layer = network.layer(l);
      out[l] = norm(layer.delta().data, 0, batchSize * layer.spec().units());
    }
    for (ParameterLayout.Block block : layout.blocks()) {
      if (block.kind() == ParameterRef.Kind.WEIGHT) {
        out[network.depth() + block.layer() - 1] = norm(gradient, block.offset(), block.size());
      }
    }
  }

  private static double norm(double[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  /** Whether a hidden unit was 0 for every sample of the last step, so that it learns nothing. */
  public boolean hasDeadUnit() {
    for (int l = 0; l < network.depth() - 1; l++) {
      Layer layer = network.layer(l);
      int units = layer.spec().units();
      for (int unit = 0; unit < units; unit++) {
        boolean dead = batchSize > 0;
        for (int row = 0; row < batchSize && dead; row++) {
          dead = layer.a().data[row * units + unit] == 0;
        }
        if (dead) {
          return true;
        }
      }
    }
    return false;
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
   * @throws IllegalArgumentException when the edit does not fit the network, or a value is not
   *     finite
   */
  public void apply(Edit edit) {
    switch (edit) {
      case Edit.SetRate(double rate) -> setOptimizer(experiment.optimizer().withRate(rate));
      case Edit.SetOptimizer(OptimizerSpec other) -> setOptimizer(other);
      case Edit.SetActivation(int layer, var activation) ->
          configure(experiment.withNetwork(experiment.network().withActivation(layer, activation)));
      case Edit.SetParameter(var parameter, double value) ->
          theta[layout.indexOf(parameter)] = finite(value);
      case Edit.SetParameters(MatrixView parameters) -> setParameters(parameters);
      case Edit.SetData(Dataset data) -> setData(data);
    }
    divergence = null;
  }

  private void setOptimizer(OptimizerSpec other) {
    finite(other.rate());
    experiment = experiment.withOptimizer(other);
    useOptimizer(other);
  }

  private void setParameters(MatrixView parameters) {
    if (parameters.size() != theta.length) {
      throw new IllegalArgumentException(
          "parameters: expected " + theta.length + ", found " + parameters.size());
    }
    for (int i = 0; i < theta.length; i++) {
      finite(parameters.get(i));
    }
    parameters.copyTo(theta, 0);
  }

  private void setData(Dataset data) {
    boolean sameCount = data.size() == experiment.data().size();
    configure(experiment.withData(data));
    if (!sameCount) {
      epoch += batch > 0 ? 1 : 0;
      batch = 0;
      firstUpdate = update;
      firstEpoch = epoch;
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
    double[] memory = new double[3 + optimizer.memorySize() + running.length];
    memory[0] = firstUpdate;
    memory[1] = firstEpoch;
    memory[2] = optimizer.steps();
    optimizer.copyTo(memory, 3);
    System.arraycopy(running, 0, memory, 3 + optimizer.memorySize(), running.length);
    return new TrainerState(
        experiment,
        update,
        MatrixView.of(1, theta.length, theta),
        MatrixView.of(1, memory.length, memory));
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
    optimizer.restore((long) memory[2], memory, 3);
    System.arraycopy(memory, 3 + optimizer.memorySize(), running, 0, running.length);
    update = state.update();
    firstUpdate = (long) memory[0];
    firstEpoch = (long) memory[1];
    long since = update - firstUpdate;
    epoch = firstEpoch + since / plan.updatesPerEpoch();
    batch = (int) (since % plan.updatesPerEpoch());
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
    select();
    pass();
    StepTraceBuilder builder = new StepTraceBuilder(experiment, network, layout, rows);
    builder.data(batchX, batchY, rowIndices(), lossSum, factor(), dataLoss);
    builder.passed(gradient);
    builder.before(theta, optimizer, penalty.value(theta));
    penalty.addGradient(theta, gradient);
    builder.gradient(gradient);
    remember();
    change();
    StepTrace trace = builder.after(theta, optimizer, update, epoch, rate());
    recall();
    return trace;
  }

  private int[] rowIndices() {
    int from = plan.from(batch);
    return java.util.Arrays.copyOfRange(plan.order(epoch), from, from + rows);
  }

  /**
   * The whole data set at the present parameters, in inference mode. Leaves the trainer as it was.
   */
  public Evaluation evaluate() {
    if (objective == null || running.length > 0) {
      objective = objective();
    }
    return objective.evaluate(theta);
  }

  /**
   * The loss over the whole data set as a function of the parameters, with the present figures of
   * batch normalisation; independent of this trainer, for another thread if wanted.
   */
  public Objective objective() {
    return new Objective(experiment, running);
  }

  /** The running means and variances of batch normalisation (1 × any), as Network orders them. */
  public MatrixView figures() {
    return MatrixView.of(1, running.length, running);
  }
}
