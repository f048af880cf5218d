package org.ladera.engine.kernel;

/**
 * Functions of one variable on the first {@code size} numbers of an array. Every kernel gives the
 * bits of {@link Exponential}.
 */
public interface ElementKernel {
  /** a = 1/(1 + e^−z). {@code a} is overwritten and may be {@code z}. */
  void sigmoid(double[] z, double[] a, int size);

  /** a = tanh z. {@code a} is overwritten and may be {@code z}. */
  void tanh(double[] z, double[] a, int size);

  /** a = max(z, 0). {@code a} is overwritten and may be {@code z}. */
  void relu(double[] z, double[] a, int size);

  /** delta is set to 0 where z ≤ 0. */
  void reluDerivative(double[] z, double[] delta, int size);

  /** Whether all of −limit ≤ value ≤ limit; false where a value is NaN. */
  boolean within(double[] values, int size, double limit);

  /** The kernel that is fastest for arrays of this size; its results are those of any. */
  static ElementKernel forSize(int size) {
    return size >= 64 && Machine.HAS_VECTORS ? new VectorElements() : new PlainElements();
  }
}
