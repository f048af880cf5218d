package org.ladera.present.convolution;

import org.ladera.engine.matrix.Shape;

/**
 * The weights of one filter.
 *
 * @param name what it is called
 * @param filter from 1 where it is one of the run; 0 for a kernel of one's own
 * @param cells channel by channel, row by row
 */
public record Kernel(String name, int filter, Shape shape, double[] cells, double bias) {
  /** Kernels that people have used by hand, for windows of 3 × 3. */
  public enum Known {
    /** Prewitt 1970. */
    EDGES_ACROSS(1, 0, -1, 1, 0, -1, 1, 0, -1),
    EDGES_DOWN(1, 1, 1, 0, 0, 0, -1, -1, -1),
    /** The four neighbours, with the middle taken away. */
    OUTLINE(0, 1, 0, 1, -4, 1, 0, 1, 0),
    BLUR(1 / 9.0, 1 / 9.0, 1 / 9.0, 1 / 9.0, 1 / 9.0, 1 / 9.0, 1 / 9.0, 1 / 9.0, 1 / 9.0),
    SHARPEN(0, -1, 0, -1, 5, -1, 0, -1, 0);

    private final double[] cells;

    Known(double... cells) {
      this.cells = cells;
    }

    /** The same on every channel. */
    Kernel on(int channels, String name) {
      double[] all = new double[channels * cells.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = cells[i % cells.length];
      }
      return new Kernel(name, 0, new Shape(channels, 3, 3), all, 0);
    }
  }

  /** Another number in one cell: a kernel of one's own. */
  public Kernel with(int cell, double value, String ownName) {
    double[] other = cells.clone();
    other[cell] = value;
    return new Kernel(ownName, 0, shape, other, bias);
  }

  /** Turned by a quarter, clockwise; a window that is not square by a half. */
  public Kernel turned(String ownName) {
    int rows = shape.rows();
    int columns = shape.columns();
    double[] other = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      int channel = i / (rows * columns);
      int row = i / columns % rows;
      int column = i % columns;
      int from =
          rows == columns
              ? (rows - 1 - column) * columns + row
              : (rows - 1 - row) * columns + columns - 1 - column;
      other[i] = cells[channel * rows * columns + from];
    }
    return new Kernel(ownName, 0, shape, other, bias);
  }

  NumberGrid grid(int channel) {
    int area = shape.rows() * shape.columns();
    double[] part = new double[area];
    System.arraycopy(cells, channel * area, part, 0, area);
    return NumberGrid.of(shape.rows(), shape.columns(), part);
  }
}
