package org.ladera.engine.net;

import java.util.Arrays;
import org.ladera.engine.kernel.ElementKernel;
import org.ladera.engine.kernel.Exponential;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LossSpec;

/**
 * Losses over a batch and their derivatives. Binary cross-entropy on sigmoid units and categorical
 * cross-entropy on softmax units are computed from the net inputs, without overflow, with δ =
 * factor·(a − y); every other pair by the general formula. |e| has derivative 0 at 0; the root of
 * an error of 0 has derivative 0.
 */
public final class Loss {
  private Loss() {}

  /** Whether δ = factor·(a − y) directly, so that σ′ and 1/a never meet. */
  public static boolean fromNetInputs(LossSpec loss, ActivationSpec last) {
    return loss.kind().matches(last.kind());
  }

  /**
   * The sum over samples and outputs, before the factor.
   *
   * @param s (rows × columns) what the last activation was applied to, not modified
   * @param a (rows × columns) the outputs, not modified
   * @param y (rows × columns) the targets, not modified
   */
  public static double sum(
      LossSpec loss,
      ActivationSpec last,
      double[] s,
      double[] a,
      double[] y,
      int rows,
      int columns) {
    return sum(loss, last, s, a, 0, y, rows, columns);
  }

  /**
   * The same for outputs that stand further down, as when the examples are there many times.
   *
   * @param at where the first example stands in {@code s} and {@code a}
   */
  public static double sum(
      LossSpec loss,
      ActivationSpec last,
      double[] s,
      double[] a,
      int at,
      double[] y,
      int rows,
      int columns) {
    int size = rows * columns;
    double sum = 0;
    if (fromNetInputs(loss, last)) {
      return loss.kind() == LossSpec.Kind.BINARY_CROSS_ENTROPY
          ? binaryFromNetInputs(s, at, y, size)
          : categoricalFromNetInputs(s, at, y, rows, columns);
    }
    switch (loss.kind()) {
      case SQUARED, ROOT_SQUARED -> {
        for (int i = 0; i < size; i++) {
          double e = a[at + i] - y[i];
          sum += e * e;
        }
      }
      case ABSOLUTE -> {
        for (int i = 0; i < size; i++) {
          sum += Math.abs(a[at + i] - y[i]);
        }
      }
      case HUBER -> {
        for (int i = 0; i < size; i++) {
          double e = Math.abs(a[at + i] - y[i]);
          sum += e <= 1 ? e * e / 2 : e - 0.5;
        }
      }
      case SQUARED_LOG -> {
        for (int i = 0; i < size; i++) {
          double e = StrictMath.log1p(a[at + i]) - StrictMath.log1p(y[i]);
          sum += e * e;
        }
      }
      case BINARY_CROSS_ENTROPY -> {
        for (int i = 0; i < size; i++) {
          sum -= timesLog(y[i], a[at + i]) + timesLog(1 - y[i], 1 - a[at + i]);
        }
      }
      case CATEGORICAL_CROSS_ENTROPY -> {
        for (int i = 0; i < size; i++) {
          sum -= timesLog(y[i], a[at + i]);
        }
      }
      case NEGATIVE_LOG_LIKELIHOOD -> {
        for (int i = 0; i < size; i++) {
          sum -= y[i] * a[at + i];
        }
      }
      case OUTPUT -> {
        for (int i = 0; i < size; i++) {
          sum += a[at + i];
        }
      }
    }
    return sum;
  }

  /**
   * The same, several at a time where the kernel can.
   *
   * @param terms at least rows · columns numbers, overwritten
   */
  public static double sum(
      ElementKernel kernel,
      double[] terms,
      LossSpec loss,
      ActivationSpec last,
      double[] s,
      double[] a,
      int at,
      double[] y,
      int rows,
      int columns) {
    if (loss.kind() != LossSpec.Kind.BINARY_CROSS_ENTROPY || !fromNetInputs(loss, last)) {
      return sum(loss, last, s, a, at, y, rows, columns);
    }
    int size = rows * columns;
    kernel.crossEntropies(s, at, y, terms, size);
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += terms[i];
    }
    return sum;
  }

  /** factor · sum, or its root for {@link LossSpec.Kind#ROOT_SQUARED}. */
  public static double value(LossSpec loss, double factor, double sum) {
    return loss.kind() == LossSpec.Kind.ROOT_SQUARED ? StrictMath.sqrt(factor * sum) : factor * sum;
  }

  /**
   * ∂J/∂a, or with {@link #fromNetInputs} at once ∂J/∂s.
   *
   * @param value the loss itself, which the root needs
   * @param delta (rows × columns), overwritten
   */
  public static void derivative(
      LossSpec loss,
      ActivationSpec last,
      double factor,
      double value,
      double[] a,
      double[] y,
      double[] delta,
      int rows,
      int columns) {
    int size = rows * columns;
    if (fromNetInputs(loss, last)) {
      if (loss.kind() == LossSpec.Kind.BINARY_CROSS_ENTROPY) {
        scaledError(factor, a, y, delta, size);
      } else {
        categoricalError(factor, a, y, delta, rows, columns);
      }
      return;
    }
    switch (loss.kind()) {
      case SQUARED -> scaledError(2 * factor, a, y, delta, size);
      case ROOT_SQUARED -> scaledError(value == 0 ? 0 : factor / value, a, y, delta, size);
      case ABSOLUTE -> {
        for (int i = 0; i < size; i++) {
          delta[i] = factor * Math.signum(a[i] - y[i]);
        }
      }
      case HUBER -> {
        for (int i = 0; i < size; i++) {
          delta[i] = factor * Math.clamp(a[i] - y[i], -1.0, 1.0);
        }
      }
      case SQUARED_LOG -> {
        for (int i = 0; i < size; i++) {
          double e = StrictMath.log1p(a[i]) - StrictMath.log1p(y[i]);
          delta[i] = 2 * factor * e / (1 + a[i]);
        }
      }
      case BINARY_CROSS_ENTROPY -> {
        for (int i = 0; i < size; i++) {
          delta[i] = factor * (over(1 - y[i], 1 - a[i]) - over(y[i], a[i]));
        }
      }
      case CATEGORICAL_CROSS_ENTROPY -> {
        for (int i = 0; i < size; i++) {
          delta[i] = -factor * over(y[i], a[i]);
        }
      }
      case NEGATIVE_LOG_LIKELIHOOD -> {
        for (int i = 0; i < size; i++) {
          delta[i] = -factor * y[i];
        }
      }
      case OUTPUT -> Arrays.fill(delta, 0, size, factor);
    }
  }

  private static void scaledError(double scale, double[] a, double[] y, double[] delta, int size) {
    for (int i = 0; i < size; i++) {
      delta[i] = scale * (a[i] - y[i]);
    }
  }

  /** −y ln σ(s) − (1 − y) ln(1 − σ(s)) = max(s, 0) − s·y + ln(1 + e^−|s|). */
  private static double binaryFromNetInputs(double[] s, int at, double[] y, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double z = s[at + i];
      sum += Math.max(z, 0) - z * y[i] + StrictMath.log1p(Exponential.exp(-Math.abs(z)));
    }
    return sum;
  }

  /** −Σ y_j (s_j − ln Σ e^s), shifted by the greatest s of the row. */
  private static double categoricalFromNetInputs(
      double[] s, int at, double[] y, int rows, int columns) {
    double total = 0;
    for (int row = 0; row < rows; row++) {
      int from = at + row * columns;
      int to = from + columns;
      double greatest = s[from];
      for (int i = from + 1; i < to; i++) {
        greatest = Math.max(greatest, s[i]);
      }
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += Exponential.exp(s[i] - greatest);
      }
      double log = StrictMath.log(sum);
      for (int i = from; i < to; i++) {
        total += y[i - at] * (log - (s[i] - greatest));
      }
    }
    return total;
  }

  /** factor·(a·Σy − y): a − y where the targets of a row add up to 1. */
  private static void categoricalError(
      double factor, double[] a, double[] y, double[] delta, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      int from = row * columns;
      int to = from + columns;
      double mass = 0;
      for (int i = from; i < to; i++) {
        mass += y[i];
      }
      for (int i = from; i < to; i++) {
        delta[i] = factor * (a[i] * mass - y[i]);
      }
    }
  }

  /** p·ln q with 0·ln 0 = 0. */
  private static double timesLog(double p, double q) {
    return p == 0 ? 0 : p * StrictMath.log(q);
  }

  /** p/q with 0/0 = 0. */
  private static double over(double p, double q) {
    return p == 0 ? 0 : p / q;
  }
}
