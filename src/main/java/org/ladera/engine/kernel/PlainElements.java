package org.ladera.engine.kernel;

/** One number after the other. */
final class PlainElements implements ElementKernel {
  @Override
  public void sigmoid(double[] z, double[] a, int size) {
    for (int i = 0; i < size; i++) {
      a[i] = Exponential.sigmoid(z[i]);
    }
  }

  @Override
  public void tanh(double[] z, double[] a, int size) {
    for (int i = 0; i < size; i++) {
      a[i] = Exponential.tanh(z[i]);
    }
  }

  @Override
  public void relu(double[] z, double[] a, int size) {
    for (int i = 0; i < size; i++) {
      a[i] = Math.max(z[i], 0);
    }
  }

  @Override
  public void reluDerivative(double[] z, double[] delta, int size) {
    for (int i = 0; i < size; i++) {
      delta[i] = z[i] > 0 ? delta[i] : 0;
    }
  }

  @Override
  public boolean within(double[] values, int size, double limit) {
    boolean inside = true;
    for (int i = 0; i < size; i++) {
      inside &= Math.abs(values[i]) <= limit;
    }
    return inside;
  }
}
