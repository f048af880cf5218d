package org.ladera.engine.data;

import org.ladera.engine.matrix.MatrixView;

/**
 * Per column scaled = (raw − shift) / divisor; always invertible, always shown.
 *
 * @param shift (1 × columns)
 * @param divisor (1 × columns), no zeros
 */
public record Scaling(Kind kind, MatrixView shift, MatrixView divisor) {
  public enum Kind {
    NONE,
    FACTOR,
    MIN_MAX,
    STANDARDISED
  }

  public static Scaling none(int columns) {
    return dividedBy(columns, 1);
  }

  public static Scaling dividedBy(int columns, double divisor) {
    double[] ones = new double[columns];
    java.util.Arrays.fill(ones, divisor);
    return new Scaling(
        divisor == 1 ? Kind.NONE : Kind.FACTOR,
        MatrixView.of(1, columns, new double[columns]),
        MatrixView.of(1, columns, ones));
  }

  /**
   * Each column of {@code raw} (n × columns, not modified) to mean 0 and standard deviation 1, the
   * deviation taken over n.
   *
   * @throws IllegalArgumentException when a column has one value only
   */
  public static Scaling standardised(MatrixView raw) {
    double[] mean = new double[raw.columns()];
    double[] deviation = new double[raw.columns()];
    for (int c = 0; c < mean.length; c++) {
      for (int r = 0; r < raw.rows(); r++) {
        mean[c] += raw.get(r, c);
      }
      mean[c] /= raw.rows();
      for (int r = 0; r < raw.rows(); r++) {
        double d = raw.get(r, c) - mean[c];
        deviation[c] += d * d;
      }
      deviation[c] = StrictMath.sqrt(deviation[c] / raw.rows());
    }
    return of(Kind.STANDARDISED, mean, deviation);
  }

  /**
   * Each column of {@code raw} (n × columns, not modified) to the range 0 to 1.
   *
   * @throws IllegalArgumentException when a column has one value only
   */
  public static Scaling minMax(MatrixView raw) {
    double[] low = new double[raw.columns()];
    double[] range = new double[raw.columns()];
    for (int c = 0; c < low.length; c++) {
      low[c] = raw.get(0, c);
      double high = low[c];
      for (int r = 1; r < raw.rows(); r++) {
        low[c] = Math.min(low[c], raw.get(r, c));
        high = Math.max(high, raw.get(r, c));
      }
      range[c] = high - low[c];
    }
    return of(Kind.MIN_MAX, low, range);
  }

  private static Scaling of(Kind kind, double[] shift, double[] divisor) {
    for (int c = 0; c < divisor.length; c++) {
      if (!(divisor[c] > 0)) {
        throw new IllegalArgumentException("column " + c + " has one value only");
      }
    }
    return new Scaling(
        kind, MatrixView.of(1, shift.length, shift), MatrixView.of(1, divisor.length, divisor));
  }

  public double apply(int column, double raw) {
    return (raw - shift.get(0, column)) / divisor.get(0, column);
  }

  public double invert(int column, double scaled) {
    return scaled * divisor.get(0, column) + shift.get(0, column);
  }

  /** A new matrix with every column scaled. {@code raw} (n × columns) is not modified. */
  public MatrixView apply(MatrixView raw) {
    if (isTheSameForAll()) {
      return raw.map(value -> apply(0, value));
    }
    double[] out = raw.toArray();
    for (int i = 0; i < out.length; i++) {
      out[i] = apply(i % raw.columns(), out[i]);
    }
    return MatrixView.of(raw.rows(), raw.columns(), out);
  }

  private boolean isTheSameForAll() {
    for (int c = 1; c < shift.columns(); c++) {
      if (shift.get(0, c) != shift.get(0, 0) || divisor.get(0, c) != divisor.get(0, 0)) {
        return false;
      }
    }
    return true;
  }
}
