package org.ladera.landscape.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.NetworkSpec;

/**
 * What a network makes of one example, and how each score of it answers to each input. With
 * activations that are straight in pieces a score is Σ xᵢ·∂z/∂xᵢ and what the biases bring: the
 * shares of the inputs (gradient × input: Shrikumar, Greenside and Kundaje 2017).
 *
 * @param x (1 × inputs)
 * @param z (1 × units) net inputs of each layer
 * @param a (1 × units) activations of each layer
 * @param slopes (outputs × inputs) ∂z/∂x of the net inputs of the last layer
 */
public record Answer(MatrixView x, List<MatrixView> z, List<MatrixView> a, MatrixView slopes) {
  /** Units whose slopes are worked out in one pass. */
  private static final int TOGETHER = 64;

  public Answer {
    z = List.copyOf(z);
    a = List.copyOf(a);
  }

  /**
   * In inference mode, with fresh figures for batch normalisation.
   *
   * @param theta the parameters, not modified
   * @param x (1 × inputs)
   */
  public static Answer of(NetworkSpec spec, double[] theta, MatrixView x) {
    int outputs = spec.outputs();
    Network network = asked(spec, theta, x, outputs);
    List<MatrixView> z = new ArrayList<>();
    List<MatrixView> a = new ArrayList<>();
    for (int l = 0; l < network.depth(); l++) {
      int units = network.layer(l).spec().units();
      z.add(MatrixView.part(network.layer(l).z().data, 0, 1, units));
      a.add(MatrixView.part(network.layer(l).a().data, 0, 1, units));
    }
    return new Answer(x, z, a, slopes(network, theta, x.columns(), network.depth() - 1, outputs));
  }

  /**
   * How every net input of a layer answers to the inputs of one example.
   *
   * @param layer from 1
   * @return (units × inputs)
   */
  public static MatrixView slopes(NetworkSpec spec, double[] theta, MatrixView x, int layer) {
    int units = spec.layers().get(layer - 1).units();
    Network network = asked(spec, theta, x, units);
    return slopes(network, theta, x.columns(), layer - 1, units);
  }

  /** A network that was given the example once for each unit, as far as they go together. */
  private static Network asked(NetworkSpec spec, double[] theta, MatrixView x, int units) {
    int rows = Math.min(units, TOGETHER);
    Network network = new Network(spec, rows);
    double[] inputs = new double[rows * x.columns()];
    for (int row = 0; row < rows; row++) {
      x.copyTo(inputs, row * x.columns());
    }
    network.forward(theta, network.startFigures(), inputs, rows, false);
    return network;
  }

  private static MatrixView slopes(
      Network network, double[] theta, int inputs, int layer, int units) {
    double[] all = new double[units * inputs];
    double[] some = new double[Math.min(units, TOGETHER) * inputs];
    for (int unit = 0; unit < units; unit += TOGETHER) {
      int count = Math.min(TOGETHER, units - unit);
      network.slopes(theta, layer, unit, count, some);
      System.arraycopy(some, 0, all, unit * inputs, count * inputs);
    }
    return MatrixView.of(units, inputs, all);
  }

  /**
   * Scores and outputs alone, in inference mode.
   *
   * @param theta the parameters, not modified
   * @param x (1 × inputs)
   * @return (2 × outputs) the net inputs of the last layer, then its activations
   */
  public static MatrixView ends(NetworkSpec spec, double[] theta, MatrixView x) {
    Network network = new Network(spec, 1);
    network.forward(theta, network.startFigures(), x.toArray(), 1, false);
    int outputs = spec.outputs();
    double[] z = network.layer(network.depth() - 1).z().data;
    double[] a = network.layer(network.depth() - 1).a().data;
    return MatrixView.generate(2, outputs, i -> i < outputs ? z[i] : a[i - outputs]);
  }

  /** Net inputs of the last layer. */
  public MatrixView scores() {
    return z.getLast();
  }

  public MatrixView outputs() {
    return a.getLast();
  }

  /** What each input brings to the score of an output, from 0: (1 × inputs). */
  public MatrixView shares(int output) {
    return MatrixView.generate(1, x.columns(), i -> x.get(i) * slopes.get(output, i));
  }

  /** What is left of a score when the shares of all inputs are taken away. */
  public double rest(int output) {
    double sum = scores().get(output);
    for (int i = 0; i < x.columns(); i++) {
      sum -= x.get(i) * slopes.get(output, i);
    }
    return sum;
  }

  /** The outputs from the greatest to the least, from 0. */
  public List<Integer> ranked() {
    Integer[] order = new Integer[outputs().columns()];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (p, q) -> Double.compare(scores().get(q), scores().get(p)));
    return List.of(order);
  }
}
