package org.ladera.landscape;

import java.util.OptionalDouble;
import org.ladera.engine.matrix.MatrixView;

/**
 * What one step does to the loss as far as its curvature along the step tells, whatever the rule:
 * J(θ + s) − J(θ) = g·s + ½ s·Hs for a quadratic, and to second order for any loss.
 */
public final class StepCurvature {
  private StepCurvature() {}

  /**
   * The effective rate times the curvature along the step, s·Hs / −g·s: below 1 the step stops
   * short of the lowest point of its line, at 2 it is as high on the other side, above 2 it climbs.
   * For gradient descent along an eigenvector it is ηλ.
   *
   * @param theta (1 × parameters)
   * @param gradient (1 × parameters)
   * @param step (1 × parameters)
   * @return empty where the step does not lead downhill
   */
  public static OptionalDouble of(
      LossFunction subject, MatrixView theta, double[] gradient, double[] step) {
    double[] bent = new double[step.length];
    subject
        .experiment()
        .function()
        .ifPresentOrElse(
            f -> new FunctionHessian(f, theta).times(step, bent),
            () -> new HessianProduct(subject, theta).times(step, bent));
    double down = 0;
    double curved = 0;
    for (int i = 0; i < step.length; i++) {
      down -= gradient[i] * step[i];
      curved += step[i] * bent[i];
    }
    return down > 0 ? OptionalDouble.of(curved / down) : OptionalDouble.empty();
  }
}
