package org.ladera.engine.train;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.net.Layer;
import org.ladera.engine.net.Loss;
import org.ladera.engine.net.Network;
import org.ladera.engine.net.Penalty;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.Suitability;
import org.ladera.engine.trace.DeadUnit;

/** The work of one update: fetch the batch, forward, loss, backward, change the parameters. */
final class Pass {
  private final Network network;
  private final Penalty penalty;
  private final Batch batch;
  private final LossSpec loss;
  private final double[] theta;
  private final double[] running;
  private final double[] gradient;

  /** Whether a slip follows the sum of a mean. */
  private final boolean sums;

  private double lossSum;
  private double dataLoss;
  private final long seed;
  private long update;
  private long epoch;
  private int batchOfEpoch;
  private final PairExecutor pair;
  private @Nullable Neighbour neighbour;
  private final Frozen frozen;
  private final @Nullable ClosedForm closedForm;

  /**
   * @param theta the parameters, read by {@link #compute} and modified by {@link #change}
   * @param running figures of batch normalisation, modified by {@link #change}
   */
  Pass(
      Experiment experiment,
      MaskSource masks,
      double[] theta,
      double[] running,
      PairExecutor pair) {
    this.theta = theta;
    this.running = running;
    batch = new Batch(experiment, masks, pair);
    this.pair = pair;
    network = new Network(experiment.network(), batch.plan().largestBatch(), pair);
    if (experiment.optimizer().slips(OptimizerSpec.Slip.SLOPE_AT_A)) {
      network.slipSlopes();
    }
    sums = experiment.optimizer().slips(OptimizerSpec.Slip.UNNORMALISED_MEAN);
    penalty = new Penalty(experiment.regularisation(), experiment.network());
    loss = experiment.loss();
    seed = experiment.seed();
    gradient = new double[theta.length];
    frozen = new Frozen(experiment.network());
    closedForm = Suitability.hasClosedForm(experiment) ? new ClosedForm(experiment) : null;
  }

  Network network() {
    return network;
  }

  Batch batch() {
    return batch;
  }

  /** Of the last {@link #compute}, and with {@link #addPenaltyGradient} the penalty's too. */
  double[] gradient() {
    return gradient;
  }

  double lossSum() {
    return lossSum;
  }

  double dataLoss() {
    return dataLoss;
  }

  double penalty() {
    return penalty.value(theta);
  }

  double factor() {
    return loss.factor().value(batch.rows(), network.spec().outputs());
  }

  void select(long update, long epoch, int batchOfEpoch) {
    this.update = update;
    this.epoch = epoch;
    this.batchOfEpoch = batchOfEpoch;
    batch.select(network, update, epoch, batchOfEpoch);
  }

  /** Forward, loss and backward; the gradient is that of the data alone. */
  void compute() {
    int rows = batch.rows();
    network.forward(theta, running, batch.x(), rows, true);
    lossSum = network.lossSum(loss, batch.y(), rows);
    double factor = factor();
    dataLoss = Loss.value(loss, factor, lossSum);
    network.backward(loss, factor, dataLoss, theta, batch.x(), batch.y(), rows, true, gradient);
  }

  /** Adds the penalty's gradient. */
  void addPenaltyGradient() {
    penalty.addGradient(theta, gradient);
  }

  /**
   * The new parameters, memory and running figures.
   *
   * @param rate η, or how far away the neighbour is
   */
  void change(Optimizer optimizer, double rate, Descent.Way way) {
    network.rememberBatch(running, batch.rows());
    frozen.keep(theta);
    switch (way) {
      case TOGETHER -> optimizer.update(theta, gradient, sums ? rate * examples() : rate);
      case ONE_BY_ONE -> oneByOne(optimizer, rate);
      case SEARCH -> {
        if (neighbour == null) {
          neighbour = new Neighbour(network.spec(), loss, penalty, batch, seed, pair);
        }
        neighbour.select(update, epoch, batchOfEpoch);
        neighbour.tryOne(theta, running, dataLoss + penalty.value(theta), rate);
      }
      case SOLVE -> {
        if (closedForm != null) {
          closedForm.solve(network, theta, batch, rate);
        }
      }
    }
    frozen.putBack(theta);
  }

  /** By what a mean divides. */
  private double examples() {
    return switch (loss.factor().rule()) {
      case PER_SAMPLE, HALF_PER_SAMPLE -> batch.rows();
      case PER_ELEMENT -> (double) batch.rows() * network.spec().outputs();
      case ONE, HALF, FIXED -> 1;
    };
  }

  private void oneByOne(Optimizer optimizer, double rate) {
    for (int i = 0; i < theta.length; i++) {
      if (i > 0) {
        compute();
        addPenaltyGradient();
      }
      optimizer.update(theta, gradient, i, i + 1, rate);
    }
  }

  /** Euclidean norm of the gradient as it was descended. */
  double gradientNorm() {
    return norm(gradient, 0, gradient.length);
  }

  /**
   * Norms of δ of every layer, then of the gradient of W of every layer, 0 where it has none.
   *
   * @param rows samples of the batch that was computed
   * @param out (length 2 · layers) modified
   */
  void copyNorms(ParameterLayout layout, int rows, double[] out) {
    for (int l = 0; l < network.depth(); l++) {
      Layer layer = network.layer(l);
      out[network.depth() + l] = 0;
      out[l] = norm(layer.delta().data, 0, rows * layer.spec().units());
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

  /** The first unit of a hidden dense layer that was 0 for all of {@code rows} samples. */
  Optional<DeadUnit> deadUnit(int rows) {
    for (int l = 0; l < network.depth() - 1; l++) {
      Layer layer = network.layer(l);
      int units = layer.spec().isDense() ? layer.spec().units() : 0;
      for (int unit = 0; unit < units; unit++) {
        boolean dead = rows > 0;
        for (int row = 0; row < rows && dead; row++) {
          dead = layer.h().data[row * units + unit] == 0;
        }
        if (dead) {
          return Optional.of(new DeadUnit(l + 1, unit + 1));
        }
      }
    }
    return Optional.empty();
  }
}
