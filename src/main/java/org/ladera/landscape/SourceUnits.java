package org.ladera.landscape;

import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterLayout;

/**
 * Weights and biases of a single layer in the units of the file, where the examples were scaled.
 * With x = (X − s)/d and y = (Y − S)/D, y = b + Σ w x is Y = b′ + Σ w′ X with w′ = D w/d and b′ = S
 * + D(b − Σ w s/d).
 */
public final class SourceUnits {
  private SourceUnits() {}

  /**
   * Whether the model has such parameters, other than its own: something is scaled, and it is one
   * layer with biases. Where targets are scaled it has to be linear.
   */
  public static boolean differ(Experiment experiment) {
    Dataset data = experiment.data();
    boolean inputs = data.inputScaling().kind() != Scaling.Kind.NONE;
    boolean targets = data.targetScaling().kind() != Scaling.Kind.NONE;
    if (experiment.function().isPresent()
        || experiment.network().layers().size() != 1
        || !inputs && !targets) {
      return false;
    }
    LayerSpec layer = experiment.network().layers().getFirst();
    return layer.isDense()
        && layer.bias()
        && !layer.batchNorm()
        && (!targets || layer.activation().kind() == ActivationSpec.Kind.IDENTITY);
  }

  /**
   * The parameters in the units of the file (1 × count), in the order of {@link ParameterLayout};
   * empty unless they {@link #differ}.
   *
   * @param theta (1 × count) on the network's scale, not modified
   */
  public static Optional<MatrixView> of(Experiment experiment, MatrixView theta) {
    if (!differ(experiment)) {
      return Optional.empty();
    }
    Scaling x = experiment.data().inputScaling();
    Scaling y = experiment.data().targetScaling();
    int inputs = experiment.network().inputs();
    int units = experiment.network().outputs();
    double[] raw = theta.toArray();
    int bias = inputs * units;
    for (int j = 0; j < units; j++) {
      double b = theta.get(bias + j);
      for (int i = 0; i < inputs; i++) {
        double perUnit = theta.get(i * units + j) / x.divisor().get(0, i);
        raw[i * units + j] = y.divisor().get(0, j) * perUnit;
        b -= perUnit * x.shift().get(0, i);
      }
      raw[bias + j] = y.invert(j, b);
    }
    return Optional.of(MatrixView.of(1, raw.length, raw));
  }
}
