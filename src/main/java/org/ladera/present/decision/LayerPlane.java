package org.ladera.present.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.AffineFit;
import org.ladera.landscape.Axis;

/**
 * Which plane of a hidden layer's activations is shown. Two units span it themselves. Of more units
 * the plane is chosen so that the next unit sees it without loss: its net input is z = Σ wⱼaⱼ + b,
 * so with the units of negative weight on the horizontal axis and those of positive weight on the
 * vertical one, each group as the mean of its activations weighted by |wⱼ|, z depends on the two
 * means alone. Where all weights have one sign, the unit with the smallest weight stands alone on
 * the other axis. The groups and their shares are those of the end of the run, so that the axes
 * stand still; on the way there z depends on more than the two means, and the plane shows what is
 * nearest to it over the folded square. A softmax of three units sees only the differences of its
 * scores, so z₁ − z₂ and (z₁ + z₂) / 2 − z₃ span the plane. Before a softmax of more units no plane
 * has this property, and the first two units span it.
 *
 * @param across the share of each unit in the horizontal coordinate
 * @param up the share of each unit in the vertical coordinate
 * @param offset what is added to both coordinates
 * @param scores whether the coordinates are differences of scores
 * @param off how far the next unit's net input is at most from what the plane shows of it
 * @param next weights of the horizontal and the vertical coordinate and the bias of each next unit
 *     that is shown, in the order of {@link ParameterLayout}; empty when it depends on more
 */
record LayerPlane(
    double[] across,
    double[] up,
    double[] offset,
    boolean scores,
    Optional<double[]> next,
    int units,
    double off) {
  private LayerPlane(double[] across, double[] up, Optional<double[]> next, int units) {
    this(across, up, new double[2], false, next, units, 0);
  }

  /**
   * The plane of hidden layer {@code layer}, from 1.
   *
   * @param theta the parameters now
   * @param end those by which the plane is chosen
   * @param chosen may name two units
   * @param folded the activations of the layer over the square
   */
  static LayerPlane of(
      NetworkSpec network,
      MatrixView theta,
      MatrixView end,
      int layer,
      List<Integer> chosen,
      MatrixView folded) {
    int units = network.layers().get(layer - 1).units();
    LayerSpec following = network.layers().get(layer);
    boolean whole = layer == network.layers().size() - 1 && classifies(following);
    int shown = whole ? following.units() : 1;
    boolean plain = !following.batchNorm();
    if (chosen.size() == 2 && chosen.stream().allMatch(u -> u >= 1 && u <= units)) {
      boolean all = units == 2 && chosen.equals(List.of(1, 2)) && plain;
      return new LayerPlane(
          only(units, chosen.get(0) - 1),
          only(units, chosen.get(1) - 1),
          all ? Optional.of(weights(network, theta, layer, shown)) : Optional.empty(),
          shown);
    }
    if (units == 1) {
      return new LayerPlane(only(1, 0), new double[1], Optional.empty(), shown);
    }
    if (units > 2 && shown == 3 && plain) {
      return scores(network, theta, layer);
    }
    if (units == 2 || shown > 1) {
      return new LayerPlane(
          only(units, 0),
          only(units, 1),
          units == 2 && plain
              ? Optional.of(weights(network, theta, layer, shown))
              : Optional.empty(),
          shown);
    }
    return grouped(network, theta, end, layer, plain, folded);
  }

  private static boolean classifies(LayerSpec output) {
    return output.units() > 1 && output.activation().kind() == ActivationSpec.Kind.SOFTMAX;
  }

  private static double[] only(int units, int index) {
    double[] shares = new double[units];
    shares[index] = 1;
    return shares;
  }

  private static double weight(
      NetworkSpec network, MatrixView theta, int layer, int row, int unit) {
    ParameterRef ref = ParameterRef.weight(layer + 1, row + 1, unit + 1);
    return theta.get(new ParameterLayout(network).indexOf(ref));
  }

  private static double bias(NetworkSpec network, MatrixView theta, int layer, int unit) {
    ParameterRef ref = ParameterRef.bias(layer + 1, unit + 1);
    ParameterLayout layout = new ParameterLayout(network);
    return layout.has(ref) ? theta.get(layout.indexOf(ref)) : 0;
  }

  private static double[] weights(NetworkSpec network, MatrixView theta, int layer, int shown) {
    double[] next = new double[3 * shown];
    for (int u = 0; u < shown; u++) {
      next[u] = weight(network, theta, layer, 0, u);
      next[shown + u] = weight(network, theta, layer, 1, u);
      next[2 * shown + u] = bias(network, theta, layer, u);
    }
    return next;
  }

  /** Of scores whose sum is 0: z₁ = u/2 + v/3, z₂ = −u/2 + v/3, z₃ = −2v/3. */
  private static LayerPlane scores(NetworkSpec network, MatrixView theta, int layer) {
    int units = network.layers().get(layer - 1).units();
    double[] across = new double[units];
    double[] up = new double[units];
    for (int j = 0; j < units; j++) {
      double first = weight(network, theta, layer, j, 0);
      double second = weight(network, theta, layer, j, 1);
      across[j] = first - second;
      up[j] = (first + second) / 2 - weight(network, theta, layer, j, 2);
    }
    double first = bias(network, theta, layer, 0);
    double second = bias(network, theta, layer, 1);
    double[] offset = {first - second, (first + second) / 2 - bias(network, theta, layer, 2)};
    double[] next = {0.5, -0.5, 0, 1.0 / 3, 1.0 / 3, -2.0 / 3, 0, 0, 0};
    return new LayerPlane(across, up, offset, true, Optional.of(next), 3, 0);
  }

  private static LayerPlane grouped(
      NetworkSpec network,
      MatrixView theta,
      MatrixView end,
      int layer,
      boolean plain,
      MatrixView folded) {
    int units = network.layers().get(layer - 1).units();
    double[] w = new double[units];
    for (int j = 0; j < units; j++) {
      w[j] = weight(network, end, layer, j, 0);
    }
    int smallest = 0;
    for (int j = 1; j < units; j++) {
      smallest = Math.abs(w[j]) < Math.abs(w[smallest]) ? j : smallest;
    }
    boolean noneNegative = Arrays.stream(w).allMatch(v -> v >= 0);
    boolean nonePositive = Arrays.stream(w).allMatch(v -> v < 0);
    boolean[] below = new boolean[units];
    for (int j = 0; j < units; j++) {
      below[j] = noneNegative ? j == smallest : nonePositive ? j != smallest : w[j] < 0;
    }
    double[] across = shares(w, below, true);
    double[] up = shares(w, below, false);
    LayerPlane plane = new LayerPlane(across, up, Optional.empty(), 1);
    return plain ? plane.seenBy(netInputs(network, theta, layer, folded), folded) : plane;
  }

  /** What the one next unit gets of each place. */
  private static double[] netInputs(
      NetworkSpec network, MatrixView theta, int layer, MatrixView folded) {
    double[] z = new double[folded.rows()];
    for (int i = 0; i < z.length; i++) {
      z[i] = bias(network, theta, layer, 0);
      for (int j = 0; j < folded.columns(); j++) {
        z[i] += weight(network, theta, layer, j, 0) * folded.get(i, j);
      }
    }
    return z;
  }

  private LayerPlane seenBy(double[] z, MatrixView folded) {
    AffineFit fit = AffineFit.of(places(folded), z);
    return new LayerPlane(
        across, up, offset, scores, Optional.of(fit.weights()), units, fit.furthest());
  }

  private static double[] shares(double[] w, boolean[] below, boolean side) {
    double sum = 0;
    int count = 0;
    for (int j = 0; j < w.length; j++) {
      sum += below[j] == side ? Math.abs(w[j]) : 0;
      count += below[j] == side ? 1 : 0;
    }
    double[] shares = new double[w.length];
    for (int j = 0; j < w.length; j++) {
      if (below[j] == side) {
        shares[j] = sum > 0 ? Math.abs(w[j]) / sum : 1.0 / count;
      }
    }
    return shares;
  }

  /** The places of activations (n × units) in the plane, (n × 2). */
  MatrixView places(MatrixView a) {
    double[] places = new double[2 * a.rows()];
    for (int i = 0; i < a.rows(); i++) {
      places[2 * i] = offset[0];
      places[2 * i + 1] = offset[1];
      for (int j = 0; j < a.columns(); j++) {
        places[2 * i] += across[j] * a.get(i, j);
        places[2 * i + 1] += up[j] * a.get(i, j);
      }
    }
    return MatrixView.of(a.rows(), 2, places);
  }

  /**
   * What the next layer, with this specification, makes of the plane; empty where that depends on
   * more, or is no number between two ends.
   */
  Optional<BackgroundField> background(LayerSpec following, Axis x, Axis y) {
    return next.flatMap(
        theta ->
            switch (following.activation().kind()) {
              case SIGMOID, STEP, SOFTMAX ->
                  Optional.of(layer(following.activation(), theta, x, y));
              // (tanh z + 1) / 2 = σ(2z): the middle of the map is where the unit changes its sign.
              case TANH ->
                  Optional.of(
                      layer(
                          ActivationSpec.SIGMOID,
                          Arrays.stream(theta).map(v -> 2 * v).toArray(),
                          x,
                          y));
              case IDENTITY, RELU, LEAKY_RELU, ELU, SOFTPLUS -> Optional.empty();
            });
  }

  private BackgroundField layer(ActivationSpec activation, double[] theta, Axis x, Axis y) {
    return new BackgroundField.OneLayer(
        NetworkSpec.of(2, LayerSpec.dense(units, activation)),
        MatrixView.of(1, theta.length, theta),
        x,
        y);
  }
}
