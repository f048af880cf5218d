package org.ladera.lesson.model;

/**
 * The heights of a plot that is drawn by hand: 0 at the bottom, 1 at the top.
 *
 * @param low the value at the bottom, in the engine's numbers; above 0 where the axis is
 *     logarithmic
 * @param high the value at the top
 */
public record PlotHeights(double low, double high, boolean log) {
  public PlotHeights {
    if (!(low < high) || log && !(low > 0)) {
      throw new IllegalArgumentException(low + " to " + high);
    }
  }

  /** The height of a value; what lies outside is at the edge, what is no number stays none. */
  public double of(double value) {
    double unit =
        log
            ? StrictMath.log(Math.max(value, low) / low) / StrictMath.log(high / low)
            : (value - low) / (high - low);
    return Double.isNaN(value) ? Double.NaN : Math.max(0, Math.min(unit, 1));
  }

  /** The value at a height. */
  public double value(double height) {
    return log ? low * StrictMath.pow(high / low, height) : low + height * (high - low);
  }
}
