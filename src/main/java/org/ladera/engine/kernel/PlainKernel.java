package org.ladera.engine.kernel;

/** Plain loops: the reference, and the fastest for the small networks of the lessons. */
public final class PlainKernel implements MatrixKernel {
  @Override
  public void multiply(
      int m, int k, int n, double[] a, double[] parameters, int w, int bias, double[] c) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int p = 0, at = w + j; p < k; p++, at += n) {
          sum += a[i * k + p] * parameters[at];
        }
        c[i * n + j] = bias < 0 ? sum : sum + parameters[bias + j];
      }
    }
  }

  @Override
  public void multiplyTransA(
      int m, int k, int n, double[] a, double[] d, double[] gradient, int g) {
    for (int p = 0; p < k; p++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int i = 0; i < m; i++) {
          sum += a[i * k + p] * d[i * n + j];
        }
        gradient[g + p * n + j] = sum;
      }
    }
  }

  @Override
  public void multiplyTransB(
      int m, int k, int n, double[] d, double[] parameters, int w, double[] c, double[] scratch) {
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        double sum = 0;
        for (int j = 0, at = w + p * n; j < n; j++, at++) {
          sum += d[i * n + j] * parameters[at];
        }
        c[i * k + p] = sum;
      }
    }
  }
}
