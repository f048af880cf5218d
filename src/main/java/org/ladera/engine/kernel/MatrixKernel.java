package org.ladera.engine.kernel;

/**
 * The three products of a dense layer on row-major arrays (the {@code data} of EJML matrices).
 * Every kernel adds the products of one output in index order, starting from 0, each product
 * rounded with its sum ({@link Fused}), and the bias last; so all kernels give the same bits as the
 * plain triple loop.
 */
public interface MatrixKernel {
  /** From so many inputs and units on it pays to look for inputs that are 0. */
  int MANY_INPUTS = 64;

  /** See {@link #MANY_INPUTS}. */
  int MANY_UNITS = 16;

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
   * @param a (m × k), not modified; when it is the array of the last {@link #multiply}, then with
   *     the same numbers
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
   * sums[j] = Σ_i d[i][j], row after row, starting from 0.
   *
   * @param d (m × n), not modified
   * @param sums overwritten from {@code at} on
   */
  void sumRows(int m, int n, double[] d, double[] sums, int at);

  /**
   * The kernel that is fastest for these shapes on this machine; its bits are those of any.
   *
   * @param pair who may do half of the rows of a large product
   */
  static MatrixKernel forShape(int m, int k, int n, PairExecutor pair) {
    if (!Machine.HAS_VECTORS || Math.max(k, n) < 8 || (long) m * k * n < 256) {
      return new PlainKernel(pair);
    }
    MatrixKernel dense = new VectorKernel(pair);
    return k >= MANY_INPUTS && n >= MANY_UNITS ? new SparseKernel(dense, m, k, pair) : dense;
  }
}
