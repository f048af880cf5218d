package org.ladera.engine.kernel;

/**
 * x·y + z rounded once: the one operation of which sums of products are made, so that every machine
 * finds the same bits. Nearly all processors have an instruction for it, which {@link Math#fma} is
 * there; for the others it is made of additions and multiplications here, for Java would make it of
 * decimal numbers, a hundred times slower and with objects.
 *
 * <p>S. Boldo and G. Melquiond, Emulation of FMA and correctly rounded sums: proved algorithms
 * using rounding to odd, IEEE Transactions on Computers 57 (2008), algorithm Fma-emul; the product
 * in two parts after T. J. Dekker, A floating-point technique for extending the available
 * precision, Numerische Mathematik 18 (1971), Mul12; the sum in two parts after D. E. Knuth, TAOCP
 * 2, 4.2.2, theorem B.
 */
final class Fused {
  /** 2²⁷ + 1, which cuts a number into halves of 26 digits. */
  private static final double SPLITTER = 0x1p27 + 1;

  /** Between these no part of a product or sum leaves the range or loses digits. */
  private static final double LEAST = 0x1p-450;

  private static final double GREATEST = 0x1p450;

  private Fused() {}

  /** x·y + z. */
  static double fma(double x, double y, double z) {
    return Machine.FUSES ? Math.fma(x, y, z) : exact(x, y, z);
  }

  /** The same, without the instruction. */
  static double exact(double x, double y, double z) {
    if (x == 0 || y == 0) {
      return x * y + z;
    }
    if (!(isOrdinary(x) && isOrdinary(y) && (z == 0 || isOrdinary(z)))) {
      return Math.fma(x, y, z);
    }
    double product = x * y;
    double xHigh = high(x);
    double yHigh = high(y);
    double xLow = x - xHigh;
    double yLow = y - yHigh;
    double rest = xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
    double sum = z + rest;
    double sumRest = rest(z, rest, sum);
    double total = product + sum;
    return total + odd(rest(product, sum, total), sumRest);
  }

  private static boolean isOrdinary(double v) {
    double size = Math.abs(v);
    return size > LEAST && size < GREATEST;
  }

  private static double high(double v) {
    double c = SPLITTER * v;
    return c - (c - v);
  }

  /** What {@code sum} lacks of a + b. */
  private static double rest(double a, double b, double sum) {
    double shared = sum - a;
    return (a - (sum - shared)) + (b - shared);
  }

  /** a + b, of the two neighbours that one whose last digit is 1 where it lies between numbers. */
  private static double odd(double a, double b) {
    double sum = a + b;
    double lost = rest(a, b, sum);
    long bits = Double.doubleToRawLongBits(sum);
    if (lost == 0 || (bits & 1) == 1) {
      return sum;
    }
    return Double.longBitsToDouble((lost > 0) == (sum > 0) ? bits + 1 : bits - 1);
  }
}
