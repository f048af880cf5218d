package org.ladera.engine.trace;

import org.ladera.engine.matrix.MatrixView;

/**
 * The network on the whole data set at one moment, in inference mode.
 *
 * @param dataLoss the loss over all examples with the factor for all of them
 * @param penalty of the weights
 * @param lossSum the sum before the factor (Σr² for a squared loss)
 * @param gradient (1 × parameters) of dataLoss + penalty, in the order of ParameterLayout
 * @param outputs (n × targets)
 * @param accuracy share of examples classified right; NaN when the targets are not classes
 */
public record Evaluation(
    double dataLoss,
    double penalty,
    double lossSum,
    MatrixView gradient,
    double gradientNorm,
    MatrixView outputs,
    double accuracy) {
  public double totalLoss() {
    return dataLoss + penalty;
  }
}
