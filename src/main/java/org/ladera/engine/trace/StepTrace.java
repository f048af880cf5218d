package org.ladera.engine.trace;

import java.util.List;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;

/**
 * One whole update, immutable: the batch, every matrix on the way forwards and backwards, and the
 * parameters before and after it.
 *
 * @param experiment what is being trained, with every edit so far
 * @param update counted from 0: the update that leads from θ(update) to θ(update + 1)
 * @param epoch counted from 0
 * @param rows indices of the examples in the batch, in the order visited
 * @param x (batch × inputs)
 * @param y (batch × targets)
 * @param lossSum the sum of the loss over the batch before its factor
 * @param factor the factor of the loss for this batch
 * @param dataLoss the loss on the batch without penalty (factor · lossSum, or its root for RMSE)
 * @param penalty l1·Σ|W| + l2·ΣW²
 * @param rate η of this update, after the schedule
 * @param gradientNorm Euclidean norm of the gradient of all parameters
 */
public record StepTrace(
    Experiment experiment,
    long update,
    long epoch,
    List<Integer> rows,
    MatrixView x,
    MatrixView y,
    double lossSum,
    double factor,
    double dataLoss,
    double penalty,
    double rate,
    List<LayerTrace> layers,
    double gradientNorm) {
  public StepTrace {
    rows = List.copyOf(rows);
    layers = List.copyOf(layers);
  }

  /** The same update under another number. */
  public StepTrace at(long otherUpdate, long otherEpoch) {
    return new StepTrace(
        experiment,
        otherUpdate,
        otherEpoch,
        rows,
        x,
        y,
        lossSum,
        factor,
        dataLoss,
        penalty,
        rate,
        layers,
        gradientNorm);
  }

  /** The loss that is descended: data loss plus penalty. */
  public double totalLoss() {
    return dataLoss + penalty;
  }
}
