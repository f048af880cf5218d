package org.ladera.engine.train;

import org.ladera.engine.kernel.Halves;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Layer;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;

/** The examples of one update after another, copied together, with their dropout masks. */
final class Batch {
  /** From so many numbers on, two threads are faster than one. */
  private static final int WORTH_SHARING = 50_000;

  private final BatchPlan plan;
  private final MaskSource masks;
  private final MaskSource.Request request = new MaskSource.Request();
  private final int inputs;
  private final int outputs;
  private final MatrixView allX;
  private final MatrixView allY;
  private final boolean whole;

  /** Whether a slip leaves of every batch its last example. */
  private final boolean lastOnly;

  private final double[] x;
  private final double[] y;
  private final Halves copies;
  private int[] order = {};
  private int from;
  private int rows;

  /**
   * @param pair who copies one half of large batches
   */
  Batch(Experiment experiment, MaskSource masks, PairExecutor pair) {
    this.masks = masks;
    copies = new Halves(pair, this::copy);
    plan = new BatchPlan(experiment.batch(), experiment.data().size(), experiment.seed());
    inputs = experiment.network().inputs();
    outputs = experiment.network().outputs();
    allX = experiment.data().x();
    allY = experiment.data().y();
    lastOnly = experiment.optimizer().slips(OptimizerSpec.Slip.LAST_EXAMPLE_ONLY);
    whole = plan.takesAllAsTheyStand() && !lastOnly;
    x = whole ? allX.toArray() : new double[plan.largestBatch() * inputs];
    y = whole ? allY.toArray() : new double[plan.largestBatch() * outputs];
  }

  BatchPlan plan() {
    return plan;
  }

  /** (rows × inputs), overwritten by {@link #select}. */
  double[] x() {
    return x;
  }

  /** (rows × outputs), overwritten by {@link #select}. */
  double[] y() {
    return y;
  }

  int rows() {
    return rows;
  }

  /** Indices of the examples in the batch, a new array. */
  int[] indices(long epoch) {
    return java.util.Arrays.copyOfRange(plan.order(epoch), from, from + rows);
  }

  /** A number that no |x| of the examples exceeds. */
  double largestInput() {
    return allX.bound();
  }

  /** Fetches the examples of an update and fills the masks of {@code network}. */
  void select(Network network, long update, long epoch, int batchOfEpoch) {
    order = plan.order(epoch);
    from = plan.from(batchOfEpoch);
    rows = plan.size(batchOfEpoch, order);
    if (lastOnly) {
      from += rows - 1;
      rows = 1;
    }
    if (!whole) {
      copies.run(rows * inputs < WORTH_SHARING ? 0 : rows / 2, rows);
    }
    for (int l = 0; l < network.depth(); l++) {
      Layer layer = network.layer(l);
      if (layer.mask() != null) {
        int units = layer.spec().units();
        masks.fill(request.of(update, l + 1, rows, units, layer.spec().dropout()), layer.mask());
      }
    }
  }

  private void copy(int half, int first, int end) {
    for (int i = first; i < end; i++) {
      int row = order[from + i];
      allX.copyRows(row, 1, x, i * inputs);
      allY.copyRows(row, 1, y, i * outputs);
    }
  }
}
