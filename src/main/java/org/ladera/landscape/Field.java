package org.ladera.landscape;

import java.util.function.DoubleBinaryOperator;
import org.ladera.engine.matrix.MatrixView;

/**
 * An immutable grid of numbers over a plane.
 *
 * @param values (y.count × x.count): one row for each y, first row at y.min
 * @param sample by how many examples a loss was computed where not by all; 0 for all of them
 */
public record Field(Axis x, Axis y, MatrixView values, int sample) {
  public Field {
    if (values.rows() != y.count() || values.columns() != x.count()) {
      throw new IllegalArgumentException("values do not fit the axes");
    }
  }

  /** Of all examples. */
  public Field(Axis x, Axis y, MatrixView values) {
    this(x, y, values, 0);
  }

  public double get(int ix, int iy) {
    return values.get(iy, ix);
  }

  /** The smallest finite value; ∞ when there is none. Looks through all values. */
  public double min() {
    return fold(Math::min, Double.POSITIVE_INFINITY);
  }

  /** The greatest finite value; −∞ when there is none. Looks through all values. */
  public double max() {
    return fold(Math::max, Double.NEGATIVE_INFINITY);
  }

  private double fold(DoubleBinaryOperator better, double start) {
    double best = start;
    for (int i = 0; i < values.size(); i++) {
      if (Double.isFinite(values.get(i))) {
        best = better.applyAsDouble(best, values.get(i));
      }
    }
    return best;
  }
}
