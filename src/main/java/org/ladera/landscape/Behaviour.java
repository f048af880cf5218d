package org.ladera.landscape;

/**
 * What a descent does along one direction of curvature λ with rate η. Without a memory the distance
 * from the minimum is multiplied by 1 − ηλ at every step.
 */
public enum Behaviour {
  /** 1 − ηλ close to 1 or 1: hardly moves. */
  SLOW,
  /** Between 0 and 1: comes down on one side. */
  MONOTONE,
  /** 0: nothing of the distance is left. */
  ONE_STEP,
  /** Between −1 and 0: jumps from side to side and comes nearer. */
  ZIGZAG,
  /** Swings past the minimum and back, over several steps, and comes nearer. */
  SWINGS,
  /** Outside −1 … 1: goes away. */
  DIVERGES;

  /** From here on a thousand steps still leave more than a third of the distance. */
  private static final double SLOW_FROM = 0.999;

  /** Rates are written with few digits, so that 0 is met to a millionth. */
  private static final double ZERO = 1e-6;

  /** The behaviour where each step multiplies the distance by {@code factor}. */
  public static Behaviour of(double factor) {
    if (!(factor > -1 && factor <= 1)) {
      return DIVERGES;
    }
    if (Math.abs(factor) < ZERO) {
      return ONE_STEP;
    }
    if (factor < 0) {
      return ZIGZAG;
    }
    return factor < SLOW_FROM ? MONOTONE : SLOW;
  }
}
