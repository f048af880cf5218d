package org.ladera.engine.kernel;

/** One number after the other. */
final class PlainElements implements ElementKernel {
  @Override
  public void sigmoid(double[] z, double[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = Exponential.sigmoid(z[i]);
    }
  }

  @Override
  public void tanh(double[] z, double[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = Exponential.tanh(z[i]);
    }
  }

  @Override
  public void relu(double[] z, double[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = Math.max(z[i], 0);
    }
  }

  @Override
  public void reluDerivative(double[] z, double[] delta, int from, int to) {
    for (int i = from; i < to; i++) {
      delta[i] = z[i] > 0 ? delta[i] : 0;
    }
  }

  @Override
  public void add(double b, double[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] += b;
    }
  }

  @Override
  public void crossEntropies(double[] s, int at, double[] y, double[] out, int size) {
    crossEntropies(s, at, y, out, 0, size);
  }

  /** Those from {@code from} to {@code to} − 1. */
  static void crossEntropies(double[] s, int at, double[] y, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      double z = s[at + i];
      out[i] = Math.max(z, 0) - z * y[i] + StrictMath.log1p(Exponential.exp(-Math.abs(z)));
    }
  }

  @Override
  public boolean within(double[] values, int from, int to, double limit) {
    return areWithin(values, from, to, limit);
  }

  static boolean areWithin(double[] values, int from, int to, double limit) {
    boolean inside = true;
    for (int i = from; i < to; i++) {
      inside &= Math.abs(values[i]) <= limit;
    }
    return inside;
  }
}
