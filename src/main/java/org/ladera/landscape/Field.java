package org.ladera.landscape;

import org.ladera.engine.trace.MatrixView;

/**
 * An immutable grid of numbers over a plane.
 *
 * @param values (y.count × x.count): one row for each y, first row at y.min
 */
public record Field(Axis x, Axis y, MatrixView values) {
  public Field {
    if (values.rows() != y.count() || values.columns() != x.count()) {
      throw new IllegalArgumentException("values do not fit the axes");
    }
  }

  public double get(int ix, int iy) {
    return values.get(iy, ix);
  }
}
