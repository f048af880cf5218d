package org.ladera.lesson.model;

import java.util.function.DoubleUnaryOperator;

/** A shape of a curve over time, to be chosen from pictures. */
public enum CurveShape implements Word {
  /** Ever more slowly down. */
  FALLS(t -> StrictMath.exp(-3 * t)),
  /** Steeply down and then nearly level. */
  ELBOW(t -> 0.75 * StrictMath.exp(-18 * t) + 0.25 * (1 - 0.5 * t)),
  /** Evenly down. */
  STRAIGHT(t -> 1 - 0.9 * t),
  RISES(t -> 1 - StrictMath.exp(-3 * t)),
  FLAT(t -> 0.5),
  /** Level, then down at once, then level. */
  PLATEAU(t -> 1 / (1 + StrictMath.exp(22 * (t - 0.55)))),
  /** Up and down, ever less. */
  ZIGZAG(t -> 0.5 + 0.5 * StrictMath.exp(-2.5 * t) * triangle(7 * t)),
  /** Up and down, as much as ever. */
  WAVES(t -> 0.5 + 0.45 * triangle(6 * t)),
  /** Ever faster up. */
  EXPLODES(t -> 0.05 * StrictMath.exp(3 * t)),
  /** Down, and then up again. */
  VALLEY(t -> 0.1 + 3.2 * (t - 0.45) * (t - 0.45)),
  /** Up, and then down again. */
  HILL(t -> 0.9 - 3.2 * (t - 0.45) * (t - 0.45)),
  /** Down in steps. */
  STEPS(t -> 1 - StrictMath.min(3, StrictMath.floor(4 * t)) / 3.3);

  private final DoubleUnaryOperator height;

  CurveShape(DoubleUnaryOperator height) {
    this.height = height;
  }

  /**
   * The height of the curve.
   *
   * @param t from 0 at the beginning to 1 at the end
   * @return from 0 to 1
   */
  public double at(double t) {
    return Math.max(0, Math.min(1, height.applyAsDouble(t)));
  }

  /** 1 at 0, −1 at 1, 1 at 2 and so on, in straight lines. */
  private static double triangle(double t) {
    return StrictMath.abs(t - 2 * StrictMath.floor(t / 2) - 1) * 2 - 1;
  }
}
