package org.ladera.cli;

import java.util.Random;

/**
 * A network of dense layers as one would write it by hand in an afternoon: flat arrays, plain
 * loops, {@code Math.exp}, no trace, no check. The yardstick of the engine's speed, not a part of
 * it. Hidden layers and output by one activation each; squared error or cross-entropy, both with δ
 * on the last layer in closed form.
 */
final class FlatNetwork {
  private final int[] sizes;
  private final boolean relu;
  private final boolean classes;
  private final boolean adam;
  private final double rate;
  private final double[][] w;
  private final double[][] b;
  private final double[][] a;
  private final double[][] d;
  private final double[][] gw;
  private final double[][] gb;
  private final double[][][] memory;
  private double correction1 = 1;
  private double correction2 = 1;

  /**
   * @param relu hidden units by ReLU instead of sigmoid
   * @param classes softmax and cross-entropy instead of sigmoid and half the squared error
   */
  FlatNetwork(int[] sizes, int batch, boolean relu, boolean classes, boolean adam, double rate) {
    this.sizes = sizes;
    this.relu = relu;
    this.classes = classes;
    this.adam = adam;
    this.rate = rate;
    int depth = sizes.length - 1;
    w = new double[depth][];
    b = new double[depth][];
    a = new double[depth + 1][];
    d = new double[depth + 1][];
    gw = new double[depth][];
    gb = new double[depth][];
    memory = new double[depth][4][];
    Random random = new Random(1);
    for (int l = 0; l < depth; l++) {
      w[l] = new double[sizes[l] * sizes[l + 1]];
      b[l] = new double[sizes[l + 1]];
      gw[l] = new double[w[l].length];
      gb[l] = new double[b[l].length];
      a[l + 1] = new double[batch * sizes[l + 1]];
      d[l + 1] = new double[batch * sizes[l + 1]];
      for (int i = 0; i < 4; i++) {
        memory[l][i] = new double[i < 2 ? w[l].length : b[l].length];
      }
      double scale = Math.sqrt(2.0 / sizes[l]);
      for (int i = 0; i < w[l].length; i++) {
        w[l][i] = scale * random.nextGaussian();
      }
    }
  }

  /** One update on the first {@code m} rows of x and y. */
  void step(double[] x, double[] y, int m) {
    int depth = w.length;
    a[0] = x;
    for (int l = 0; l < depth; l++) {
      forward(a[l], w[l], b[l], a[l + 1], m, sizes[l], sizes[l + 1], l == depth - 1);
    }
    double[] out = a[depth];
    double scale = classes ? 1.0 / m : 1;
    for (int i = 0; i < m * sizes[depth]; i++) {
      double e = scale * (out[i] - y[i]);
      d[depth][i] = classes ? e : e * out[i] * (1 - out[i]);
    }
    for (int l = depth - 1; l >= 0; l--) {
      gradient(a[l], d[l + 1], gw[l], gb[l], m, sizes[l], sizes[l + 1]);
      if (l > 0) {
        backward(d[l + 1], w[l], a[l], d[l], m, sizes[l], sizes[l + 1]);
      }
    }
    correction1 *= 0.9;
    correction2 *= 0.999;
    for (int l = 0; l < depth; l++) {
      update(w[l], gw[l], memory[l][0], memory[l][1]);
      update(b[l], gb[l], memory[l][2], memory[l][3]);
    }
  }

  private void forward(
      double[] in,
      double[] weights,
      double[] bias,
      double[] to,
      int m,
      int k,
      int n,
      boolean last) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        to[i * n + j] = bias[j];
      }
      for (int p = 0; p < k; p++) {
        double v = in[i * k + p];
        for (int j = 0; j < n; j++) {
          to[i * n + j] += v * weights[p * n + j];
        }
      }
      if (last && classes) {
        softmax(to, i * n, n);
      } else if (relu && !last) {
        for (int j = i * n; j < i * n + n; j++) {
          to[j] = Math.max(0, to[j]);
        }
      } else {
        for (int j = i * n; j < i * n + n; j++) {
          to[j] = 1 / (1 + Math.exp(-to[j]));
        }
      }
    }
  }

  private static void softmax(double[] z, int from, int n) {
    double greatest = z[from];
    for (int j = from; j < from + n; j++) {
      greatest = Math.max(greatest, z[j]);
    }
    double sum = 0;
    for (int j = from; j < from + n; j++) {
      z[j] = Math.exp(z[j] - greatest);
      sum += z[j];
    }
    for (int j = from; j < from + n; j++) {
      z[j] /= sum;
    }
  }

  private static void gradient(
      double[] in, double[] delta, double[] gWeights, double[] gBias, int m, int k, int n) {
    java.util.Arrays.fill(gWeights, 0);
    java.util.Arrays.fill(gBias, 0);
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        double v = in[i * k + p];
        for (int j = 0; j < n; j++) {
          gWeights[p * n + j] += v * delta[i * n + j];
        }
      }
      for (int j = 0; j < n; j++) {
        gBias[j] += delta[i * n + j];
      }
    }
  }

  private void backward(
      double[] delta, double[] weights, double[] units, double[] to, int m, int k, int n) {
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += delta[i * n + j] * weights[p * n + j];
        }
        double u = units[i * k + p];
        if (relu) {
          to[i * k + p] = u > 0 ? sum : 0;
        } else {
          to[i * k + p] = sum * u * (1 - u);
        }
      }
    }
  }

  private void update(double[] p, double[] g, double[] first, double[] second) {
    if (!adam) {
      for (int i = 0; i < p.length; i++) {
        p[i] -= rate * g[i];
      }
      return;
    }
    for (int i = 0; i < p.length; i++) {
      first[i] = 0.9 * first[i] + 0.1 * g[i];
      second[i] = 0.999 * second[i] + 0.001 * g[i] * g[i];
      double m = first[i] / (1 - correction1);
      double v = second[i] / (1 - correction2);
      p[i] -= rate * m / (Math.sqrt(v) + 1e-8);
    }
  }

  /** A number that depends on everything, so that nothing is optimised away. */
  double fingerprint() {
    double sum = 0;
    for (double[] part : w) {
      for (double value : part) {
        sum += value;
      }
    }
    return sum;
  }
}
