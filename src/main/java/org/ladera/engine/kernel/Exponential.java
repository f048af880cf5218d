package org.ladera.engine.kernel;

import static org.ladera.engine.kernel.Fused.fma;

/**
 * The exponential and the functions built on it, made of sums of products rounded once ({@link
 * Fused}) and one division in a fixed order: the same bits on every machine, compiled or
 * interpreted, one value at a time or many ({@link VectorElements} does the same operations).
 *
 * <p>Argument reduction as in fdlibm: x = k·ln 2 + r with |r| ≤ ln 2 / 2 and ln 2 in two parts;
 * then e^r − 1 by its Taylor polynomial of degree 13, whose remainder is below 2⁻⁵⁷. Errors: {@link
 * #exp} at most 1 ulp, {@link #sigmoid} at most 2.5 ulp, {@link #tanh} and {@link #expm1} at most 3
 * ulp.
 */
public final class Exponential {
  static final double LOG2_E = 1.4426950408889634;
  static final double LN2_HIGH = 6.93147180369123816490e-01;
  static final double LN2_LOW = 1.90821492927058770002e-10;

  /** What is added to an exponent in the bits of a number. */
  static final int BIAS = 1023;

  /** Adding 1.5·2⁵² leaves the nearest whole number in the last bits, here with its bias. */
  static final double ROUNDER = 0x1.8p52 + BIAS;

  /** Beyond these, 2ᵏ is no longer a normal number. */
  static final double NORMAL_LOW = -708.0;

  static final double NORMAL_HIGH = 709.0;

  /** e^y − 1 is −1 in double precision from here down. */
  static final double EXPM1_LOW = -60.0;

  static final double C2 = 1.0 / 2;
  static final double C3 = 1.0 / 6;
  static final double C4 = 1.0 / 24;
  static final double C5 = 1.0 / 120;
  static final double C6 = 1.0 / 720;
  static final double C7 = 1.0 / 5040;
  static final double C8 = 1.0 / 40320;
  static final double C9 = 1.0 / 362880;
  static final double C10 = 1.0 / 3628800;
  static final double C11 = 1.0 / 39916800;
  static final double C12 = 1.0 / 479001600;
  static final double C13 = 1.0 / 6227020800.0;

  private Exponential() {}

  /** e^x; 0 and ∞ where it leaves the range, NaN for NaN. */
  public static double exp(double x) {
    if (!(x > NORMAL_LOW && x < NORMAL_HIGH)) {
      return outside(x);
    }
    double shifted = fma(x, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    double r = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, x));
    double scale = twoTo(Double.doubleToRawLongBits(shifted));
    return fma(polynomial(r), scale, scale);
  }

  /** e^y − 1 for y ≤ 0. */
  public static double expm1(double y) {
    double x = y < EXPM1_LOW ? EXPM1_LOW : y;
    double shifted = fma(x, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    double r = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, x));
    double scale = twoTo(Double.doubleToRawLongBits(shifted));
    return fma(polynomial(r), scale, scale - 1);
  }

  /** 1/(1 + e^−z). Below z = −708, where 1 + e^−z leaves the range, it is e^z to all digits. */
  public static double sigmoid(double z) {
    if (z < NORMAL_LOW) {
      return outside(z);
    }
    double x = -z;
    if (x < NORMAL_LOW) {
      x = NORMAL_LOW;
    }
    double shifted = fma(x, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    double r = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, x));
    double scale = twoTo(Double.doubleToRawLongBits(shifted));
    return 1 / (fma(polynomial(r), scale, scale) + 1);
  }

  /** (1 − e^−2|z|)/(1 + e^−2|z|) with the sign of z. */
  public static double tanh(double z) {
    double t = expm1(-2 * Math.abs(z));
    return Math.copySign(-t / (t + 2), z);
  }

  /** ln(1 + e^z). */
  public static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(exp(-Math.abs(z)));
  }

  /**
   * base to a whole power n ≥ 0, by repeated squaring; allocates nothing, unlike StrictMath.pow.
   */
  public static double power(double base, long n) {
    double result = 1;
    double square = base;
    for (long rest = n; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }

  /** e^r − 1 for |r| ≤ ln 2 / 2, in pairs, so that the processor may work on them side by side. */
  private static double polynomial(double r) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double low = fma(fma(C5, r, C4), r2, fma(C3, r, C2));
    double middle = fma(fma(C9, r, C8), r2, fma(C7, r, C6));
    double high = fma(fma(C13, r, C12), r2, fma(C11, r, C10));
    return fma(r2, fma(r4, fma(r4, high, middle), low), r);
  }

  /** 2ᵏ from the bits of k + {@link #ROUNDER}. */
  private static double twoTo(long bits) {
    return Double.longBitsToDouble(bits << 52);
  }

  private static double outside(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x > 710) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < -746) {
      return 0;
    }
    double shifted = fma(x, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    double r = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, x));
    int half = (int) k / 2;
    return (1 + polynomial(r))
        * Double.longBitsToDouble((long) (half + BIAS) << 52)
        * Double.longBitsToDouble((long) ((int) k - half + BIAS) << 52);
  }
}
