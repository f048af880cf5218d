package org.ladera.present.loss;

import java.util.Optional;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.landscape.SampleGradients;
import org.ladera.session.RunFrame;

/**
 * Where plain gradient descent would go from the present point of a run if it looked at one example
 * only: θ − η∇L_i for each. Arrays are not to be modified.
 *
 * @param run whose present point it is
 * @param u of each step, along the first parameter of the map
 * @param v the same along the second
 */
public record SampleSteps(String run, double[] u, double[] v) {
  /** With more examples the map would show a blot. */
  private static final int MOST = 200;

  /** Empty where a step is more than the rate times the gradient, or the map is not everything. */
  static Optional<SampleSteps> of(RunFrame run, LossMap map) {
    boolean plain =
        run.experiment().optimizer() instanceof OptimizerSpec.Sgd
            && run.experiment().function().isEmpty()
            && run.experiment().network().layers().stream().noneMatch(LayerSpec::batchNorm);
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    if (!plain
        || !map.draped()
        || layout.count() != map.layout().count()
        || run.experiment().data().size() > MOST) {
      return Optional.empty();
    }
    MatrixView gradients = SampleGradients.of(run.experiment(), run.parameters());
    double rate = run.next().rate();
    return Optional.of(
        new SampleSteps(
            run.id(),
            along(gradients, map.plane().first(), rate),
            along(gradients, map.plane().second(), rate)));
  }

  public int count() {
    return u.length;
  }

  private static double[] along(MatrixView gradients, MatrixView direction, double rate) {
    return IntStream.range(0, gradients.rows())
        .mapToDouble(
            i ->
                -rate
                    * IntStream.range(0, gradients.columns())
                        .mapToDouble(k -> gradients.get(i, k) * direction.get(k))
                        .sum())
        .toArray();
  }
}
