package org.ladera.engine.kernel;

import static org.ladera.engine.kernel.Fused.fma;

/**
 * Plain loops, four sums side by side: the fastest for the small networks of the lessons, and what
 * runs where there are no vectors.
 */
final class PlainKernel implements MatrixKernel {
  private final PairExecutor pair;

  /**
   * @param pair who does the work, and breathes in long products
   */
  PlainKernel(PairExecutor pair) {
    this.pair = pair;
  }

  private static boolean isLong(int m, int k, int n) {
    return (long) m * k * n >= PairExecutor.BREATH;
  }

  @Override
  public void multiply(
      int m, int k, int n, double[] a, double[] parameters, int w, int bias, double[] c) {
    int wide = n - n % 4;
    boolean breathes = isLong(m, k, n);
    for (int j = 0; j < wide; j += 4) {
      if (breathes) {
        pair.breathe();
      }
      double b0 = 0;
      double b1 = 0;
      double b2 = 0;
      double b3 = 0;
      for (int i = 0; i < m; i++) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int at = w + j;
        for (int p = i * k; p < i * k + k; p++) {
          double v = a[p];
          s0 = fma(v, parameters[at], s0);
          s1 = fma(v, parameters[at + 1], s1);
          s2 = fma(v, parameters[at + 2], s2);
          s3 = fma(v, parameters[at + 3], s3);
          at += n;
        }
        int to = i * n + j;
        if (bias >= 0) {
          b0 = parameters[bias + j];
          b1 = parameters[bias + j + 1];
          b2 = parameters[bias + j + 2];
          b3 = parameters[bias + j + 3];
        }
        c[to] = s0 + b0;
        c[to + 1] = s1 + b1;
        c[to + 2] = s2 + b2;
        c[to + 3] = s3 + b3;
      }
    }
    for (int j = wide; j < n; j++) {
      column(m, k, n, a, parameters, w + j, bias < 0 ? 0 : parameters[bias + j], c, j);
    }
  }

  /** One column, four rows at a time. */
  private static void column(
      int m, int k, int n, double[] a, double[] parameters, int w, double bias, double[] c, int j) {
    int i = 0;
    for (; i <= m - 4; i += 4) {
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      int at = w;
      for (int p = i * k; p < i * k + k; p++) {
        double v = parameters[at];
        s0 = fma(a[p], v, s0);
        s1 = fma(a[p + k], v, s1);
        s2 = fma(a[p + 2 * k], v, s2);
        s3 = fma(a[p + 3 * k], v, s3);
        at += n;
      }
      int to = i * n + j;
      c[to] = s0 + bias;
      c[to + n] = s1 + bias;
      c[to + 2 * n] = s2 + bias;
      c[to + 3 * n] = s3 + bias;
    }
    for (; i < m; i++) {
      double s = 0;
      int at = w;
      for (int p = i * k; p < i * k + k; p++) {
        s = fma(a[p], parameters[at], s);
        at += n;
      }
      c[i * n + j] = s + bias;
    }
  }

  @Override
  public void multiplyTransA(
      int m, int k, int n, double[] a, double[] d, double[] gradient, int g) {
    int wide = n - n % 4;
    boolean breathes = isLong(m, k, n);
    for (int p = 0; p < k; p++) {
      if (breathes) {
        pair.breathe();
      }
      for (int j = 0; j < wide; j += 4) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int at = p;
        for (int q = j; q < m * n; q += n) {
          double v = a[at];
          s0 = fma(v, d[q], s0);
          s1 = fma(v, d[q + 1], s1);
          s2 = fma(v, d[q + 2], s2);
          s3 = fma(v, d[q + 3], s3);
          at += k;
        }
        int to = g + p * n + j;
        gradient[to] = s0;
        gradient[to + 1] = s1;
        gradient[to + 2] = s2;
        gradient[to + 3] = s3;
      }
    }
    for (int j = wide; j < n; j++) {
      columnTransA(m, k, n, a, d, gradient, g, j);
    }
  }

  /** One column of the gradient, four rows of it at a time. */
  private static void columnTransA(
      int m, int k, int n, double[] a, double[] d, double[] gradient, int g, int j) {
    int p = 0;
    for (; p <= k - 4; p += 4) {
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      int at = p;
      for (int q = j; q < m * n; q += n) {
        double v = d[q];
        s0 = fma(a[at], v, s0);
        s1 = fma(a[at + 1], v, s1);
        s2 = fma(a[at + 2], v, s2);
        s3 = fma(a[at + 3], v, s3);
        at += k;
      }
      int to = g + p * n + j;
      gradient[to] = s0;
      gradient[to + n] = s1;
      gradient[to + 2 * n] = s2;
      gradient[to + 3 * n] = s3;
    }
    for (; p < k; p++) {
      double s = 0;
      int at = p;
      for (int q = j; q < m * n; q += n) {
        s = fma(a[at], d[q], s);
        at += k;
      }
      gradient[g + p * n + j] = s;
    }
  }

  @Override
  public void multiplyTransB(
      int m, int k, int n, double[] d, double[] parameters, int w, double[] c, double[] scratch) {
    if (n == 1) {
      outer(m, k, d, parameters, w, c);
      return;
    }
    boolean breathes = isLong(m, k, n);
    for (int i = 0; i < m; i++) {
      if (breathes) {
        pair.breathe();
      }
      int p = 0;
      for (; p <= k - 4; p += 4) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int at = w + p * n;
        for (int j = i * n; j < i * n + n; j++) {
          double v = d[j];
          s0 = fma(v, parameters[at], s0);
          s1 = fma(v, parameters[at + n], s1);
          s2 = fma(v, parameters[at + 2 * n], s2);
          s3 = fma(v, parameters[at + 3 * n], s3);
          at++;
        }
        int to = i * k + p;
        c[to] = s0;
        c[to + 1] = s1;
        c[to + 2] = s2;
        c[to + 3] = s3;
      }
      for (; p < k; p++) {
        double s = 0;
        int at = w + p * n;
        for (int j = i * n; j < i * n + n; j++) {
          s = fma(d[j], parameters[at], s);
          at++;
        }
        c[i * k + p] = s;
      }
    }
  }

  /** c = d·wᵀ of a column and a row: each sum has one product. */
  private static void outer(int m, int k, double[] d, double[] parameters, int w, double[] c) {
    for (int i = 0; i < m; i++) {
      double v = d[i];
      int to = i * k - w;
      for (int p = w; p < w + k; p++) {
        c[to + p] = fma(v, parameters[p], 0);
      }
    }
  }

  @Override
  public void sumRows(int m, int n, double[] d, double[] sums, int at) {
    int wide = n - n % 4;
    for (int j = 0; j < wide; j += 4) {
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      for (int i = j; i < m * n; i += n) {
        s0 += d[i];
        s1 += d[i + 1];
        s2 += d[i + 2];
        s3 += d[i + 3];
      }
      sums[at + j] = s0;
      sums[at + j + 1] = s1;
      sums[at + j + 2] = s2;
      sums[at + j + 3] = s3;
    }
    for (int j = wide; j < n; j++) {
      sums[at + j] = sumColumn(m, n, d, j);
    }
  }

  static double sumColumn(int m, int n, double[] d, int j) {
    double sum = 0;
    for (int i = j; i < m * n; i += n) {
      sum += d[i];
    }
    return sum;
  }
}
