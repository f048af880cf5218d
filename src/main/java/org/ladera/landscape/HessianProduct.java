package org.ladera.landscape;

import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;

/**
 * Hessian times vector, (∇J(θ + hv) − ∇J(θ − hv))/2h extrapolated to fourth order from h and 2h.
 * With h = 1e-4·max(1, ‖θ‖∞)/‖v‖ the error of rounding is about 1e-12 of the gradient over the
 * scale of θ, that of truncation about h⁴. Across a kink it is a slope between the two sides.
 */
final class HessianProduct implements LinearMap {
  private static final double STEP = 1e-4;

  private final Objective objective;
  private final double[] theta;
  private final double[] point;
  private final double[] gradient;
  private final double scale;

  HessianProduct(LossFunction subject, MatrixView theta) {
    objective = subject.objective();
    this.theta = theta.toArray();
    point = new double[theta.size()];
    gradient = new double[theta.size()];
    double largest = 1;
    for (double value : this.theta) {
      largest = Math.max(largest, Math.abs(value));
    }
    scale = largest;
  }

  @Override
  public void times(double[] vector, double[] out) {
    double norm = Objective.norm(vector);
    java.util.Arrays.fill(out, 0);
    if (norm == 0) {
      return;
    }
    double h = STEP * scale / norm;
    add(vector, h, 8 / (12 * h), out);
    add(vector, -h, -8 / (12 * h), out);
    add(vector, 2 * h, -1 / (12 * h), out);
    add(vector, -2 * h, 1 / (12 * h), out);
  }

  private void add(double[] vector, double step, double weight, double[] out) {
    for (int i = 0; i < point.length; i++) {
      point[i] = theta[i] + step * vector[i];
    }
    objective.gradient(point, gradient);
    for (int i = 0; i < out.length; i++) {
      out[i] += weight * gradient[i];
    }
  }
}
