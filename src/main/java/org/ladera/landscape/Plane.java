package org.ladera.landscape;

import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/**
 * A plane in the space of all parameters: θ(u, v) = origin + u·first + v·second.
 *
 * @param origin (1 × parameters)
 * @param first (1 × parameters)
 * @param second (1 × parameters), not a multiple of first
 */
public record Plane(MatrixView origin, MatrixView first, MatrixView second) {
  public Plane {
    if (first.size() != origin.size() || second.size() != origin.size()) {
      throw new IllegalArgumentException("origin and directions differ in length");
    }
  }

  /**
   * The plane of two parameters through {@code theta}; u and v are the parameters themselves.
   *
   * @throws IllegalArgumentException when the network has no such parameter
   */
  public static Plane of(ParameterLayout layout, MatrixView theta, ParameterRef u, ParameterRef v) {
    double[] origin = theta.toArray();
    double[] first = new double[origin.length];
    double[] second = new double[origin.length];
    first[layout.indexOf(u)] = 1;
    second[layout.indexOf(v)] = 1;
    origin[layout.indexOf(u)] = 0;
    origin[layout.indexOf(v)] = 0;
    return new Plane(row(origin), row(first), row(second));
  }

  /** The parameters at (u, v), written into {@code theta}. Modified. */
  public void at(double u, double v, double[] theta) {
    origin.copyTo(theta, 0);
    first.addTo(u, theta);
    second.addTo(v, theta);
  }

  static MatrixView row(double[] values) {
    return MatrixView.of(1, values.length, values);
  }
}
