package org.ladera.landscape.gradient;

import org.ladera.engine.spec.ParameterRef;

/**
 * The derivative that backpropagation gave for one parameter beside the one of dual numbers.
 *
 * @param error |backprop − dual| over the larger of both, or over what rounding alone can do where
 *     that is more; 0 on a kink, where either side is right; NaN when one of them is no number
 */
public record Comparison(ParameterRef parameter, double backprop, double dual, double error) {
  /** Far above rounding, far below any mistake. */
  private static final double ALLOWED = 1e-10;

  /** A ratio so far from 1 is not that of two numbers that agree in any digit. */
  private static final double SAME_DIGITS = 1e-3;

  /**
   * @param noise how far two right computations may lie apart by rounding; infinite on a kink
   */
  static Comparison of(ParameterRef parameter, double backprop, double dual, double noise) {
    double difference = Math.abs(backprop - dual);
    double scale = Math.max(Math.max(Math.abs(backprop), Math.abs(dual)), noise / ALLOWED);
    return new Comparison(parameter, backprop, dual, difference == 0 ? 0 : difference / scale);
  }

  /** Whether the difference is too large for rounding to be looked into. */
  static boolean suspicious(double backprop, double dual) {
    return Math.abs(backprop - dual) > ALLOWED * Math.max(Math.abs(backprop), Math.abs(dual));
  }

  /** The same of a loss that is so many times as large. */
  public Comparison times(double scale) {
    return new Comparison(parameter, scale * backprop, scale * dual, error);
  }

  public boolean passes() {
    return error <= ALLOWED;
  }

  public boolean isNumber() {
    return Double.isFinite(backprop) && Double.isFinite(dual);
  }

  /** Whether the cost does not depend on the parameter at all: there is no ratio then. */
  public boolean isNothing() {
    return backprop == 0 && dual == 0;
  }

  /**
   * Whether both are 0 but for rounding: they agree as far as it goes, and their ratio says
   * nothing.
   */
  public boolean isRounding() {
    return passes() && error > 0 && !(Math.abs(ratio() - 1) < SAME_DIGITS);
  }

  /** Whether they differ and both are right: slopes on the two sides of a kink. */
  public boolean isKink() {
    return error == 0 && backprop != dual;
  }

  /** Reference over backprop: 1 when all is well; NaN when both are 0. */
  public double ratio() {
    return dual / backprop;
  }
}
