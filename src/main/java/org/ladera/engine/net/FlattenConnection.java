package org.ladera.engine.net;

/** The values as they are. */
record FlattenConnection(int units) implements Connection {
  @Override
  public void netInputs(double[] theta, double[] in, int rows, double[] z) {
    System.arraycopy(in, 0, z, 0, rows * units);
  }

  @Override
  public void gradients(double[] theta, double[] in, double[] delta, int rows, double[] gradient) {
    // Nothing to learn.
  }

  @Override
  public void passBack(double[] theta, double[] delta, int rows, double[] into) {
    System.arraycopy(delta, 0, into, 0, rows * units);
  }

  @Override
  public double bound(double bound, double limit) {
    return bound;
  }
}
