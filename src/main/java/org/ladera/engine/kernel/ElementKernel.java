package org.ladera.engine.kernel;

/**
 * Functions of one variable on the numbers {@code from} to {@code to} − 1 of an array. Every kernel
 * gives the bits of {@link Exponential}.
 */
public interface ElementKernel {
  /** From so many numbers on several at a time are faster. */
  int ENOUGH = 4;

  /** As many numbers as the longest registers of today hold. */
  int REGISTER = 8;

  /**
   * a = 1/(1 + e^−z). {@code a} is overwritten, {@link #room} for the numbers from {@code from} on,
   * and may be {@code z}.
   */
  void sigmoid(double[] z, double[] a, int from, int to);

  /** a = tanh z. {@code a} is overwritten as by {@link #sigmoid} and may be {@code z}. */
  void tanh(double[] z, double[] a, int from, int to);

  /** a = max(z, 0). {@code a} is overwritten and may be {@code z}. */
  void relu(double[] z, double[] a, int from, int to);

  /** delta is set to 0 where z ≤ 0. */
  void reluDerivative(double[] z, double[] delta, int from, int to);

  /**
   * Adds {@code b} to the numbers {@code from} to {@code to} − 1 of {@code a}, which is modified.
   */
  void add(double b, double[] a, int from, int to);

  /**
   * out = max(s, 0) − s·y + ln(1 + e^−|s|), which is −y ln σ(s) − (1 − y) ln(1 − σ(s)); the
   * logarithm has the bits of {@link StrictMath#log1p}.
   *
   * @param s from {@code at} on, not modified
   * @param y not modified
   * @param out overwritten
   */
  void crossEntropies(double[] s, int at, double[] y, double[] out, int size);

  /**
   * Whether −limit ≤ value ≤ limit for the numbers {@code from} to {@code to} − 1; false where one
   * is NaN.
   */
  boolean within(double[] values, int from, int to, double limit);

  /** How long arrays should be, so that {@code size} numbers are done in whole registers. */
  static int room(int size) {
    return (size + REGISTER - 1) / REGISTER * REGISTER;
  }

  /** The kernel that is fastest for arrays of this size; its results are those of any. */
  static ElementKernel forSize(int size) {
    return size >= ENOUGH && Machine.HAS_VECTORS ? new VectorElements() : new PlainElements();
  }
}
