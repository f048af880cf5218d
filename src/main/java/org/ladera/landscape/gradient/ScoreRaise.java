package org.ladera.landscape.gradient;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/**
 * How far parameters go so that the score of one output, its net input z = Σ aⱼwⱼ + b, rises for
 * one example: each time along the gradient of z by the shortest way, Δ = by·∇z / |∇z|².
 */
public enum ScoreRaise {
  /** The bias of the output: ∂z/∂b = 1, so b + by. */
  BIAS,
  /** Its weights in proportion to the activations they weigh: ∂z/∂wⱼ = aⱼ. */
  WEIGHTS,
  /**
   * The activations before it in proportion to their weights, ∂z/∂aⱼ = wⱼ. Nobody can set those:
   * the biases of the layer before do it, ∂z/∂bⱼ = wⱼ·f′(zⱼ), exactly while no kink is passed.
   */
  ACTIVATIONS;

  /**
   * The parameters that change, with their new values.
   *
   * @param theta (1 × count), in the order of {@link ParameterLayout}
   * @param answer what the network makes of the example with these parameters
   * @param output from 0
   * @param by how much the score is to rise
   * @return empty where this way is closed: nothing to change, or nothing that would raise it
   */
  public Map<ParameterRef, Double> of(
      NetworkSpec network, MatrixView theta, Answer answer, int output, double by) {
    Map<ParameterRef, Double> slopes =
        switch (this) {
          case BIAS -> bias(network, output);
          case WEIGHTS -> weights(network, answer, output);
          case ACTIVATIONS -> activations(network, theta, answer, output);
        };
    double square = slopes.values().stream().mapToDouble(s -> s * s).sum();
    if (!(square > 0)) {
      return Map.of();
    }
    ParameterLayout layout = new ParameterLayout(network);
    Map<ParameterRef, Double> changed = new LinkedHashMap<>();
    slopes.forEach(
        (ref, slope) -> {
          if (slope != 0) {
            changed.put(ref, theta.get(layout.indexOf(ref)) + by * slope / square);
          }
        });
    return changed;
  }

  private static Map<ParameterRef, Double> bias(NetworkSpec network, int output) {
    int depth = network.layers().size();
    return isDense(network.layers().getLast()) && network.layers().getLast().bias()
        ? Map.of(ParameterRef.bias(depth, output + 1), 1.0)
        : Map.of();
  }

  private static Map<ParameterRef, Double> weights(NetworkSpec network, Answer answer, int output) {
    Map<ParameterRef, Double> slopes = new LinkedHashMap<>();
    if (isDense(network.layers().getLast())) {
      int depth = network.layers().size();
      MatrixView a = depth > 1 ? answer.a().get(depth - 2) : answer.x();
      for (int j = 0; j < a.columns(); j++) {
        slopes.put(ParameterRef.weight(depth, j + 1, output + 1), a.get(j));
      }
    }
    return slopes;
  }

  private static Map<ParameterRef, Double> activations(
      NetworkSpec network, MatrixView theta, Answer answer, int output) {
    Map<ParameterRef, Double> slopes = new LinkedHashMap<>();
    int depth = network.layers().size();
    if (depth < 2 || !isDense(network.layers().getLast())) {
      return slopes;
    }
    LayerSpec before = network.layers().get(depth - 2);
    if (!isDense(before) || !before.bias() || before.activation().kind().isLayerWide()) {
      return slopes;
    }
    ParameterLayout layout = new ParameterLayout(network);
    MatrixView z = answer.z().get(depth - 2);
    for (int j = 0; j < z.columns(); j++) {
      double w = theta.get(layout.indexOf(ParameterRef.weight(depth, j + 1, output + 1)));
      double slope = w * Activation.derivative(before.activation(), z.get(j));
      slopes.put(ParameterRef.bias(depth - 1, j + 1), slope);
    }
    return slopes;
  }

  /** Where normalisation stands between net input and activation, these slopes are not its own. */
  private static boolean isDense(LayerSpec layer) {
    return layer.isDense() && !layer.batchNorm();
  }
}
