package org.ladera.engine.net;

import java.util.Arrays;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.GraphPass;

/** The value of a function of the weights, the same for every sample. */
final class FunctionConnection implements Connection {
  private final GraphPass pass;
  private final int inputs;
  private final int weights;
  private final double[] at;
  private final double[] slopes;

  FunctionConnection(FunctionGraph graph, int inputs, int weights) {
    pass = new GraphPass(graph);
    this.inputs = inputs;
    this.weights = weights;
    at = new double[graph.variables().size()];
    slopes = new double[at.length];
  }

  @Override
  public void netInputs(double[] theta, double[] in, int rows, double[] z) {
    System.arraycopy(theta, weights, at, 0, at.length);
    Arrays.fill(z, 0, rows, pass.forward(at));
  }

  @Override
  public void gradients(double[] theta, double[] in, double[] delta, int rows, double[] gradient) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += delta[row];
    }
    pass.reverse(slopes);
    for (int i = 0; i < slopes.length; i++) {
      gradient[weights + i] = sum * slopes[i];
    }
  }

  @Override
  public void passBack(double[] theta, double[] delta, int rows, double[] into) {
    Arrays.fill(into, 0, rows * inputs, 0);
  }

  /** A function may leave the numbers anywhere. */
  @Override
  public double bound(double bound, double limit) {
    return Double.POSITIVE_INFINITY;
  }
}
