package org.ladera.engine.spec;

import java.util.Map;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;

/** A change a person makes to a run between two updates. Part of the recipe, with its update. */
public sealed interface Edit {
  record SetRate(double rate) implements Edit {}

  record SetOptimizer(OptimizerSpec optimizer) implements Edit {}

  /** Layer 1 = the first after the inputs. */
  record SetActivation(int layer, ActivationSpec activation) implements Edit {}

  record SetParameter(ParameterRef parameter, double value) implements Edit {}

  /**
   * All parameters at once.
   *
   * @param parameters (1 × count) in the order of {@link ParameterLayout}
   */
  record SetParameters(MatrixView parameters) implements Edit {
    /**
     * Some of them changed.
     *
     * @param before (1 × count), not modified
     */
    public static SetParameters of(
        NetworkSpec network, MatrixView before, Map<ParameterRef, Double> values) {
      double[] theta = before.toArray();
      ParameterLayout layout = new ParameterLayout(network);
      values.forEach((ref, value) -> theta[layout.indexOf(ref)] = value);
      return new SetParameters(MatrixView.of(1, theta.length, theta));
    }
  }

  /** Other examples with the same number of inputs and targets. */
  record SetData(Dataset data) implements Edit {}
}
