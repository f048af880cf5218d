package org.ladera.engine.net;

import org.ladera.engine.kernel.MatrixKernel;
import org.ladera.engine.kernel.PairExecutor;

/** z = in·W + b. */
final class DenseConnection implements Connection {
  private final int inputs;
  private final int units;
  private final int weights;
  private final int bias;
  private final MatrixKernel kernel;
  private final double[] scratch;

  DenseConnection(int inputs, int units, int weights, int bias, int batch, PairExecutor pair) {
    this.inputs = inputs;
    this.units = units;
    this.weights = weights;
    this.bias = bias;
    kernel = MatrixKernel.forShape(batch, inputs, units, pair);
    scratch = new double[inputs * units];
  }

  @Override
  public void netInputs(double[] theta, double[] in, int rows, double[] z) {
    kernel.multiply(rows, inputs, units, in, theta, weights, bias, z);
  }

  @Override
  public void gradients(double[] theta, double[] in, double[] delta, int rows, double[] gradient) {
    kernel.multiplyTransA(rows, inputs, units, in, delta, gradient, weights);
    if (bias >= 0) {
      kernel.sumRows(rows, units, delta, gradient, bias);
    }
  }

  @Override
  public void passBack(double[] theta, double[] delta, int rows, double[] into) {
    kernel.multiplyTransB(rows, inputs, units, delta, theta, weights, into, scratch);
  }

  @Override
  public double bound(double bound, double limit) {
    return (inputs * bound + 1) * limit;
  }
}
