package org.ladera.engine.trace;

import java.util.List;
import org.ladera.engine.matrix.MatrixView;

/**
 * A matrix or row of parameters in one update. All are shaped like the parameters.
 *
 * @param before the update
 * @param dataGradient ∂J/∂ of the loss alone
 * @param gradient with the penalty's
 * @param after the update
 * @param memory what the optimizer keeps for them, in the order of its formula
 */
public record ParameterTrace(
    MatrixView before,
    MatrixView dataGradient,
    MatrixView gradient,
    MatrixView after,
    List<OptimizerMemory> memory) {
  public ParameterTrace {
    memory = List.copyOf(memory);
  }
}
