package org.ladera.landscape;

import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/**
 * The loss and its gradient at one point, for reading a surface under the pointer.
 *
 * @param loss with its penalty
 * @param gradient (1 × parameters) with the penalty's
 */
public record LossAt(double loss, MatrixView gradient) {
  /**
   * @param theta (1 × parameters)
   */
  public static LossAt of(LossFunction subject, MatrixView theta) {
    double[] gradient = new double[theta.size()];
    double loss = subject.objective().gradient(theta.toArray(), gradient);
    return new LossAt(loss, Plane.row(gradient));
  }

  /**
   * At {@code theta} with two parameters changed.
   *
   * @throws IllegalArgumentException when the network has no such parameter
   */
  public static LossAt of(
      LossFunction subject,
      MatrixView theta,
      ParameterRef u,
      double uValue,
      ParameterRef v,
      double vValue) {
    ParameterLayout layout = new ParameterLayout(subject.network());
    double[] point = theta.toArray();
    point[layout.indexOf(u)] = uValue;
    point[layout.indexOf(v)] = vValue;
    return of(subject, Plane.row(point));
  }

  /** ‖∇J‖. */
  public double gradientNorm() {
    return Objective.norm(gradient.toArray());
  }
}
