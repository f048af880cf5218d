package org.ladera.present.convolution;

import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;

/**
 * One map of numbers.
 *
 * @param values row by row
 * @param greatest the size with the full colour, above 0
 * @param signed whether any is negative
 * @param whole whether all are whole numbers
 */
public record NumberGrid(
    int rows, int columns, double[] values, double greatest, boolean signed, boolean whole) {
  static NumberGrid of(int rows, int columns, double... values) {
    double greatest = 0;
    boolean signed = false;
    boolean whole = true;
    for (double v : values) {
      greatest = Double.isFinite(v) ? Math.max(greatest, Math.abs(v)) : greatest;
      signed |= v < 0;
      whole &= v == Math.rint(v);
    }
    return new NumberGrid(rows, columns, values, greatest > 0 ? greatest : 1, signed, whole);
  }

  /** A channel of what stands in one row of a layer. */
  public static NumberGrid of(Shape shape, MatrixView layer, int row, int channel) {
    double[] values = new double[shape.rows() * shape.columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = layer.get(row, channel * values.length + i);
    }
    return of(shape.rows(), shape.columns(), values);
  }

  /** Its rows and columns in words. */
  public String size() {
    return rows + " \u00d7 " + columns;
  }

  public double at(int row, int column) {
    return values[row * columns + column];
  }
}
