package org.ladera.landscape;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/** The loss with its penalty over one parameter. */
public final class LossLine {
  private LossLine() {}

  /**
   * Over one parameter, the others as in {@code theta}.
   *
   * @param theta (1 × parameters)
   * @param cancelled polled for every block of examples
   * @return (1 × axis.count); empty when cancelled
   * @throws IllegalArgumentException when the network has no such parameter
   */
  public static Optional<MatrixView> of(
      LossFunction subject,
      MatrixView theta,
      ParameterRef u,
      Axis axis,
      BooleanSupplier cancelled) {
    if (!ParameterSweep.fits(subject.network())) {
      return everyPoint(subject, theta, u, axis, cancelled);
    }
    return new ParameterSweep(subject, theta, u, axis).alone(cancelled).map(Plane::row);
  }

  private static Optional<MatrixView> everyPoint(
      LossFunction subject,
      MatrixView theta,
      ParameterRef u,
      Axis axis,
      BooleanSupplier cancelled) {
    Objective objective = subject.objective();
    int index = new ParameterLayout(subject.network()).indexOf(u);
    double[] point = theta.toArray();
    double[] values = new double[axis.count()];
    for (int i = 0; i < values.length; i++) {
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      point[index] = axis.at(i);
      values[i] = objective.loss(point);
    }
    return Optional.of(Plane.row(values));
  }
}
