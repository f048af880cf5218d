package org.ladera.ui.window.transport;

/** Play speed on a logarithmic slider from 0 to 1, whose right end is as fast as possible. */
final class Pace {
  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 2000;

  /** The part of the slider that has a finite speed. */
  private static final double FINITE = 0.99;

  private static final double RATIO = StrictMath.log(FASTEST / SLOWEST);

  private Pace() {}

  /** Steps per second at {@code share} of the slider, with two digits. */
  static double at(double share) {
    if (share > FINITE) {
      return Double.POSITIVE_INFINITY;
    }
    double pace = SLOWEST * StrictMath.exp(RATIO * share / FINITE);
    double unit = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(pace)) - 1);
    return Math.round(pace / unit) * unit;
  }

  static double share(double pace) {
    return Double.isInfinite(pace)
        ? 1
        : Math.clamp(FINITE * StrictMath.log(pace / SLOWEST) / RATIO, 0, FINITE);
  }
}
