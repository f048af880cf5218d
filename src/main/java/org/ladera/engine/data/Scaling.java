package org.ladera.engine.data;

import org.ladera.engine.trace.MatrixView;

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

  public double apply(int column, double raw) {
    return (raw - shift.get(0, column)) / divisor.get(0, column);
  }

  public double invert(int column, double scaled) {
    return scaled * divisor.get(0, column) + shift.get(0, column);
  }

  /** A new matrix with every column scaled. {@code raw} (n × columns) is not modified. */
  public MatrixView apply(MatrixView raw) {
    double[] out = raw.toArray();
    for (int i = 0; i < out.length; i++) {
      out[i] = apply(i % raw.columns(), out[i]);
    }
    return MatrixView.of(raw.rows(), raw.columns(), out);
  }
}
