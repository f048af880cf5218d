package org.ladera.present.network;

import java.util.function.IntToDoubleFunction;

/**
 * Numbers that are seen as a picture.
 *
 * @param values row by row
 * @param greatest the size that has the full colour, above 0
 */
public record PixelMap(int rows, int columns, double[] values, double greatest) {
  /** The values by their index, scaled by the greatest of them. */
  static PixelMap of(int rows, int columns, IntToDoubleFunction value) {
    double[] values = new double[rows * columns];
    double greatest = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsDouble(i);
      greatest = Double.isFinite(values[i]) ? Math.max(greatest, Math.abs(values[i])) : greatest;
    }
    return new PixelMap(rows, columns, values, greatest > 0 ? greatest : 1);
  }
}
