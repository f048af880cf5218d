package org.ladera.present.relief;

import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.present.plot.Scale;

/**
 * A loss over two parameters as a hillside: which height each value has.
 *
 * @param field the loss; not finite where it is too large for a number
 * @param scale the vertical axis; its minimum lies a little below the lowest value
 * @param low the least value that is told apart
 * @param high the largest finite value
 */
public record Terrain(Field field, Scale scale, double low, double high) {
  /** A loss of exactly 0 has no logarithm: this many times below the top is low enough. */
  private static final double DEEPEST = 1e-6;

  /** The share of the vertical axis below the lowest value, so that a valley has ground. */
  private static final double GROUND = 0.07;

  /** A hillside whose height is the loss, or its logarithm. */
  public static Terrain of(Field field, boolean log) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double positive = Double.POSITIVE_INFINITY;
    for (int i = 0; i < field.values().size(); i++) {
      double value = field.values().get(i);
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        positive = value > 0 ? Math.min(positive, value) : positive;
      }
    }
    if (!(low <= high)) {
      return new Terrain(field, Scale.linear(0, 1), 0, 1);
    }
    if (log && high > 0) {
      double least = Math.max(positive, high * DEEPEST);
      double room = StrictMath.pow(high / least, GROUND / (1 - GROUND));
      Scale scale = Scale.log(least / room, high);
      return new Terrain(field, scale, least, high);
    }
    double room = (high - low) * GROUND / (1 - GROUND);
    return new Terrain(field, Scale.linear(low - room, high), low, high);
  }

  public boolean log() {
    return scale instanceof Scale.Log;
  }

  /** Whether the other is the same hillside, number for number. */
  public boolean same(Terrain other) {
    return other != null && field == other.field && scale.equals(other.scale);
  }

  /** The height of a loss: 0 at the bottom of the block, 1 at its top; clamped. */
  public double height(double loss) {
    if (!(loss < high)) {
      return 1;
    }
    return scale.unit(Math.max(loss, low));
  }

  /** The place of a loss in the colour map: 0 for the lowest value, 1 for the highest. */
  public double tone(double loss) {
    double ground = scale.unit(low);
    return (height(loss) - ground) / (1 - ground);
  }

  /** Levels at 1, 3, 10 … on a logarithmic height, evenly spaced ones else. */
  public double[] coarseLevels() {
    return log() ? Levels.oneThree(low, high) : Levels.even(low, high, 12);
  }

  /** Levels at 1, 2, 5, 10 … on a logarithmic height, evenly spaced ones else. */
  public double[] fineLevels() {
    return log() ? Levels.oneTwoFive(low, high) : Levels.even(low, high, 14);
  }

  public boolean holds(double u, double v) {
    return u >= field.x().min()
        && u <= field.x().max()
        && v >= field.y().min()
        && v <= field.y().max();
  }

  /**
   * The loss between the points of the grid, by cubic convolution (Keys 1981): exact for a
   * quadratic loss away from the border, NaN outside.
   */
  public double loss(double u, double v) {
    return convolve(u, v, false, false);
  }

  /** ∂J/∂u of the same interpolation. */
  public double slopeU(double u, double v) {
    return convolve(u, v, true, false) / step(field.x());
  }

  /** ∂J/∂v of the same interpolation. */
  public double slopeV(double u, double v) {
    return convolve(u, v, false, true) / step(field.y());
  }

  private static double step(Axis axis) {
    return (axis.max() - axis.min()) / (axis.count() - 1);
  }

  private double convolve(double u, double v, boolean du, boolean dv) {
    if (!holds(u, v)) {
      return Double.NaN;
    }
    double x = (u - field.x().min()) / step(field.x());
    double y = (v - field.y().min()) / step(field.y());
    int ix = Math.min((int) x, field.x().count() - 2);
    int iy = Math.min((int) y, field.y().count() - 2);
    double sum = 0;
    for (int j = -1; j <= 2; j++) {
      double weight = dv ? slope(j, y - iy) : weight(j, y - iy);
      double row = 0;
      for (int i = -1; i <= 2; i++) {
        row += (du ? slope(i, x - ix) : weight(i, x - ix)) * beyond(ix + i, iy + j);
      }
      sum += weight * row;
    }
    return sum;
  }

  /** A value of the grid, continued by a parabola one step over its border. */
  private double beyond(int i, int j) {
    int nx = field.x().count();
    int ny = field.y().count();
    if (i < 0 || i >= nx) {
      int edge = i < 0 ? 0 : nx - 1;
      int in = nx < 3 ? 0 : i < 0 ? 1 : -1;
      return 3 * beyond(edge, j) - 3 * beyond(edge + in, j) + beyond(edge + 2 * in, j);
    }
    if (j < 0 || j >= ny) {
      int edge = j < 0 ? 0 : ny - 1;
      int in = ny < 3 ? 0 : j < 0 ? 1 : -1;
      return 3 * field.get(i, edge) - 3 * field.get(i, edge + in) + field.get(i, edge + 2 * in);
    }
    return field.get(i, j);
  }

  private static double weight(int k, double t) {
    return switch (k) {
      case -1 -> 0.5 * t * (-1 + t * (2 - t));
      case 0 -> 1 + 0.5 * t * t * (-5 + 3 * t);
      case 1 -> 0.5 * t * (1 + t * (4 - 3 * t));
      default -> 0.5 * t * t * (t - 1);
    };
  }

  private static double slope(int k, double t) {
    return switch (k) {
      case -1 -> 0.5 * (-1 + t * (4 - 3 * t));
      case 0 -> 0.5 * t * (-10 + 9 * t);
      case 1 -> 0.5 * (1 + t * (8 - 9 * t));
      default -> 0.5 * t * (3 * t - 2);
    };
  }
}
