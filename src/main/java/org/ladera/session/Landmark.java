package org.ladera.session;

import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.trace.Evaluation;

/**
 * Parameters that a run is seen beside, with what the loss over all examples is there.
 *
 * @param parameters (1 × count)
 * @param loss over all examples, with the penalty
 * @param lossSum the sum before the factor (Σr² for a squared loss)
 */
public record Landmark(MatrixView parameters, double loss, double lossSum) {
  public static Landmark of(MatrixView parameters, Evaluation there) {
    return new Landmark(parameters, there.totalLoss(), there.lossSum());
  }

  /** The same in a notation whose losses are {@code c} times as large. */
  public Landmark times(double c) {
    return new Landmark(parameters, c * loss, lossSum);
  }
}
