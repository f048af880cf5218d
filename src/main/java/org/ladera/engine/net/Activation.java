package org.ladera.engine.net;

import org.ladera.engine.kernel.ElementKernel;
import org.ladera.engine.kernel.Exponential;
import org.ladera.engine.spec.ActivationSpec;

/**
 * Activation functions on row-major matrices, and their derivatives. At a kink: ReLU has derivative
 * 0 at 0, leaky ReLU its slope, ELU α; the step function (1 from z = 0 on) has derivative 0
 * everywhere.
 */
public final class Activation {
  private Activation() {}

  /**
   * a = f(z); softmax row by row, shifted by the greatest z of the row.
   *
   * @param z (rows × columns), not modified
   * @param a (rows × columns), overwritten; may be z itself
   */
  public static void apply(ActivationSpec spec, double[] z, double[] a, int rows, int columns) {
    apply(ElementKernel.forSize(rows * columns), spec, z, a, rows, columns);
  }

  /** As above, by a kernel chosen once. */
  static void apply(
      ElementKernel kernel, ActivationSpec spec, double[] z, double[] a, int rows, int columns) {
    if (spec.kind() == ActivationSpec.Kind.SOFTMAX) {
      softmax(z, a, rows, columns);
    } else {
      applyToEach(kernel, spec, z, a, 0, rows * columns);
    }
  }

  /**
   * Of a function of one variable the numbers {@code from} to {@code to} − 1.
   *
   * @throws IllegalArgumentException for softmax, which needs whole rows
   */
  static void applyToEach(
      ElementKernel kernel, ActivationSpec spec, double[] z, double[] a, int from, int to) {
    switch (spec.kind()) {
      case IDENTITY -> {
        if (a != z) {
          System.arraycopy(z, from, a, from, to - from);
        }
      }
      case STEP -> {
        for (int i = from; i < to; i++) {
          a[i] = step(z[i]);
        }
      }
      case SIGMOID -> kernel.sigmoid(z, a, from, to);
      case TANH -> kernel.tanh(z, a, from, to);
      case RELU -> kernel.relu(z, a, from, to);
      case LEAKY_RELU -> {
        double slope = spec.parameter();
        for (int i = from; i < to; i++) {
          a[i] = z[i] > 0 ? z[i] : slope * z[i];
        }
      }
      case ELU -> {
        double alpha = spec.parameter();
        for (int i = from; i < to; i++) {
          a[i] = z[i] > 0 ? z[i] : alpha * Exponential.expm1(z[i]);
        }
      }
      case SOFTPLUS -> {
        for (int i = from; i < to; i++) {
          a[i] = Exponential.softplus(z[i]);
        }
      }
      case SOFTMAX -> throw new IllegalArgumentException("softmax of single numbers");
    }
  }

  /**
   * delta = f′(z) · delta, for softmax the product with its Jacobian a_i(δ_ij − a_j) row by row.
   *
   * @param z what the function was applied to, not modified
   * @param a what it gave, not modified
   * @param delta (rows × columns) ∂J/∂a, becomes ∂J/∂z
   */
  public static void multiplyDerivative(
      ActivationSpec spec, double[] z, double[] a, double[] delta, int rows, int columns) {
    multiplyDerivative(ElementKernel.forSize(rows * columns), spec, z, a, delta, rows, columns);
  }

  /** As above, by a kernel chosen once. */
  static void multiplyDerivative(
      ElementKernel kernel,
      ActivationSpec spec,
      double[] z,
      double[] a,
      double[] delta,
      int rows,
      int columns) {
    if (spec.kind() == ActivationSpec.Kind.SOFTMAX) {
      softmaxDerivative(a, delta, rows, columns);
    } else {
      multiplyEachDerivative(kernel, spec, z, a, delta, 0, rows * columns);
    }
  }

  /** As {@link #applyToEach}. */
  static void multiplyEachDerivative(
      ElementKernel kernel,
      ActivationSpec spec,
      double[] z,
      double[] a,
      double[] delta,
      int from,
      int to) {
    switch (spec.kind()) {
      case IDENTITY -> {}
      case STEP -> java.util.Arrays.fill(delta, from, to, 0);
      case SIGMOID -> {
        for (int i = from; i < to; i++) {
          delta[i] *= a[i] * (1 - a[i]);
        }
      }
      case TANH -> {
        for (int i = from; i < to; i++) {
          delta[i] *= 1 - a[i] * a[i];
        }
      }
      case RELU -> kernel.reluDerivative(z, delta, from, to);
      case LEAKY_RELU -> {
        double slope = spec.parameter();
        for (int i = from; i < to; i++) {
          delta[i] *= z[i] > 0 ? 1 : slope;
        }
      }
      case ELU -> {
        double alpha = spec.parameter();
        for (int i = from; i < to; i++) {
          delta[i] *= z[i] > 0 ? 1 : a[i] + alpha;
        }
      }
      case SOFTPLUS -> {
        for (int i = from; i < to; i++) {
          delta[i] *= Exponential.sigmoid(z[i]);
        }
      }
      case SOFTMAX -> throw new IllegalArgumentException("softmax of single numbers");
    }
  }

  /** f(z) of one number; for softmax of one unit, 1. */
  public static double value(ActivationSpec spec, double z) {
    double[] one = {z};
    apply(spec, one, one, 1, 1);
    return one[0];
  }

  /** f′(z) of one number. */
  public static double derivative(ActivationSpec spec, double z) {
    double[] delta = {1};
    multiplyDerivative(spec, new double[] {z}, new double[] {value(spec, z)}, delta, 1, 1);
    return delta[0];
  }

  /** The greatest |f(z)| can be where |z| ≤ bound. */
  static double bound(ActivationSpec spec, double bound) {
    return switch (spec.kind()) {
      case IDENTITY, RELU -> bound;
      case STEP, SIGMOID, TANH, SOFTMAX -> 1;
      case LEAKY_RELU, ELU -> Math.max(1, Math.abs(spec.parameter())) * Math.max(1, bound);
      case SOFTPLUS -> bound + 1;
    };
  }

  private static double step(double z) {
    if (Double.isNaN(z)) {
      return z;
    }
    return z >= 0 ? 1 : 0;
  }

  private static void softmax(double[] z, double[] a, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      int from = row * columns;
      int to = from + columns;
      double greatest = z[from];
      for (int i = from + 1; i < to; i++) {
        greatest = Math.max(greatest, z[i]);
      }
      double sum = 0;
      for (int i = from; i < to; i++) {
        a[i] = Exponential.exp(z[i] - greatest);
        sum += a[i];
      }
      for (int i = from; i < to; i++) {
        a[i] /= sum;
      }
    }
  }

  private static void softmaxDerivative(double[] a, double[] delta, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      int from = row * columns;
      int to = from + columns;
      double mean = 0;
      for (int i = from; i < to; i++) {
        mean += a[i] * delta[i];
      }
      for (int i = from; i < to; i++) {
        delta[i] = a[i] * (delta[i] - mean);
      }
    }
  }
}
