package org.ladera.engine.kernel;

/**
 * The three products of a dense layer on row-major arrays (the {@code data} of EJML matrices).
 * Every kernel adds the products of one output in index order, each rounded, starting from 0, and
 * the bias last; so all kernels give the same bits as the plain triple loop.
 */
public interface MatrixKernel {
  /**
   * c = a·w + b.
   *
   * @param a (m × k), not modified
   * @param parameters holds w (k × n) from {@code w} on and, if {@code bias} ≥ 0, b (1 × n) from
   *     {@code bias} on; not modified
   * @param c (m × n), overwritten
   */
  void multiply(int m, int k, int n, double[] a, double[] parameters, int w, int bias, double[] c);

  /**
   * g = aᵀ·d.
   *
   * @param a (m × k), not modified
   * @param d (m × n), not modified
   * @param gradient overwritten with g (k × n) from {@code g} on
   */
  void multiplyTransA(int m, int k, int n, double[] a, double[] d, double[] gradient, int g);

  /**
   * c = d·wᵀ.
   *
   * @param d (m × n), not modified
   * @param parameters holds w (k × n) from {@code w} on, not modified
   * @param c (m × k), overwritten
   * @param scratch at least k·n numbers, overwritten
   */
  void multiplyTransB(
      int m, int k, int n, double[] d, double[] parameters, int w, double[] c, double[] scratch);

  /**
   * The kernel that is fastest for these shapes on this machine; its bits are those of any.
   *
   * @param pair who may do half of the rows of a large product
   */
  static MatrixKernel forShape(int m, int k, int n, PairExecutor pair) {
    boolean large = Math.max(k, n) >= 8 && (long) m * k * n >= 256;
    return large && Machine.HAS_VECTORS ? new VectorKernel(pair) : new PlainKernel(pair);
  }
}
