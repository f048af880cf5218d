package org.ladera.landscape.gradient;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.ActivationSpec;

/**
 * The derivative of an activation function at one point by finite differences, and how far these
 * are off. For a step h the central difference is wrong by about h²·f‴/6 and the forward one by
 * h·f″/2 (truncation, from Taylor's formula); both lose about 10⁻¹⁶·|f|/h to rounding. On
 * logarithmic scales the sum of the two is a V.
 *
 * @param function a function of one number, not softmax
 * @param z the point
 */
public record SlopeDifference(ActivationSpec function, double z) {
  /** Steps in each power of ten of {@link #errors()}. */
  private static final int PER_DECADE = 4;

  private static final int SMALLEST = -15;

  /**
   * The errors of one step, relative to the derivative where that is not 0.
   *
   * @param step h
   */
  public record ErrorAt(double step, double central, double forward) {}

  /** f′(z) as the engine computes it. */
  public double derivative() {
    return Activation.derivative(function, z);
  }

  /** (f(z + h) − f(z − h)) / 2h. */
  public double central(double h) {
    return slope(z - h, z + h);
  }

  /** (f(z + h) − f(z)) / h. */
  public double forward(double h) {
    return slope(z, z + h);
  }

  /**
   * The distance is that of the two numbers as they are, after rounding: only f is inexact then. A
   * step that rounding swallows gives slope 0.
   */
  private double slope(double left, double right) {
    double distance = right - left;
    return distance == 0 ? 0 : (f(right) - f(left)) / distance;
  }

  /** Both errors at h. */
  public ErrorAt error(double h) {
    return new ErrorAt(h, relative(central(h)), relative(forward(h)));
  }

  /** The errors for steps from 10⁻¹⁵ to 1, four to each power of ten, rising. */
  public List<ErrorAt> errors() {
    List<ErrorAt> errors = new ArrayList<>();
    for (int i = SMALLEST * PER_DECADE; i <= 0; i++) {
      errors.add(error(StrictMath.pow(10, (double) i / PER_DECADE)));
    }
    return errors;
  }

  private double f(double at) {
    return Activation.value(function, at);
  }

  /** How far a slope is off the derivative, relative to it where it is not 0. */
  public double relative(double slope) {
    double exact = derivative();
    double error = Math.abs(slope - exact);
    return exact == 0 ? error : error / Math.abs(exact);
  }
}
