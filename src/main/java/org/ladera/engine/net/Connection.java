package org.ladera.engine.net;

import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.spec.LayerKind;

/**
 * How the net inputs z of a layer come from the values that enter it, with the workspaces of one
 * batch. Samples are rows; only the first {@code rows} are in use. Nothing is allocated after the
 * constructor.
 */
sealed interface Connection
    permits DenseConnection,
        ConvolutionConnection,
        PoolConnection,
        FlattenConnection,
        FunctionConnection {
  /**
   * z (rows × units).
   *
   * @param theta parameters, not modified
   * @param in (rows × inputs), not modified
   * @param z overwritten
   */
  void netInputs(double[] theta, double[] in, int rows, double[] z);

  /**
   * The gradients of the weights and biases of this layer, after {@link #netInputs} with the same
   * batch.
   *
   * @param theta parameters, not modified
   * @param in (rows × inputs), not modified
   * @param delta (rows × units) ∂J/∂z, not modified
   * @param gradient in the order of the parameters; this layer's part is overwritten
   */
  void gradients(double[] theta, double[] in, double[] delta, int rows, double[] gradient);

  /**
   * ∂J/∂in, after {@link #netInputs} with the same batch.
   *
   * @param theta parameters, not modified
   * @param delta (rows × units) ∂J/∂z, not modified
   * @param into (rows × inputs), overwritten
   */
  void passBack(double[] theta, double[] delta, int rows, double[] into);

  /**
   * A bound on |z| when no parameter is greater than {@code limit} and no input than {@code bound};
   * infinite when there is none.
   */
  double bound(double bound, double limit);

  /**
   * @param inputs the number of values that enter
   * @param weights position of W in the parameters; −1 without weights
   * @param bias position of b; −1 without biases
   * @param batch the most samples
   * @param pair who does the two halves of large works
   */
  static Connection of(
      LayerKind kind, int inputs, int weights, int bias, int batch, PairExecutor pair) {
    return switch (kind) {
      case LayerKind.Dense(int units) ->
          new DenseConnection(inputs, units, weights, bias, batch, pair);
      case LayerKind.Convolution convolution ->
          new ConvolutionConnection(convolution, weights, bias, batch, pair);
      case LayerKind.Pool pool -> new PoolConnection(pool, batch, pair);
      case LayerKind.Flatten flatten -> new FlattenConnection(flatten.units());
      case LayerKind.Function(var graph) -> new FunctionConnection(graph, inputs, weights);
    };
  }
}
