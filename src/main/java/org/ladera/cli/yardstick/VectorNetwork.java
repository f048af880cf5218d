package org.ladera.cli.yardstick;

import java.util.Arrays;
import java.util.Random;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Dense layers on vectors with fused operations and the Java machine's own vector exponential;
 * sigmoids with the mean cross-entropy, or ReLU and softmax with that of classes.
 */
public final class VectorNetwork implements Yardstick {
  private final int depth;
  private final int[] sizes;
  private final boolean classes;
  private final boolean adam;
  private final double rate;
  private final double[][] w;
  private final double[][] turned;
  private final double[][] b;
  private final double[][] gw;
  private final double[][] gb;
  private final double[][] a;
  private final double[][] d;
  private final double[][][] memory;
  private final double[] bx;
  private final double[] by;
  private double correction1 = 1;
  private double correction2 = 1;
  private double loss;

  /**
   * @param classes ReLU, softmax and the cross-entropy of classes
   */
  public VectorNetwork(int[] sizes, int batch, boolean classes, boolean adam, double rate) {
    this.sizes = sizes.clone();
    this.classes = classes;
    this.adam = adam;
    this.rate = rate;
    depth = sizes.length - 1;
    w = new double[depth][];
    turned = new double[depth][];
    b = new double[depth][];
    gw = new double[depth][];
    gb = new double[depth][];
    a = new double[depth + 1][];
    d = new double[depth][];
    memory = new double[4][depth][];
    bx = new double[batch * sizes[0]];
    by = new double[batch * sizes[depth]];
    Random random = new Random(1);
    for (int l = 0; l < depth; l++) {
      double scale = Math.sqrt(2.0 / (sizes[l] + sizes[l + 1]));
      w[l] = new double[sizes[l] * sizes[l + 1]];
      Arrays.setAll(w[l], i -> scale * random.nextGaussian());
      turned[l] = new double[w[l].length];
      b[l] = new double[sizes[l + 1]];
      gw[l] = new double[w[l].length];
      gb[l] = new double[b[l].length];
      a[l + 1] = new double[batch * sizes[l + 1]];
      d[l] = new double[batch * sizes[l + 1]];
      for (int i = 0; i < 4; i++) {
        memory[i][l] = new double[i < 2 ? w[l].length : b[l].length];
      }
    }
  }

  private void forward(double[] x, int n) {
    a[0] = x;
    for (int l = 0; l < depth; l++) {
      int k = sizes[l];
      int m = sizes[l + 1];
      VectorProduct.multiply(a[l], k, 1, w[l], a[l + 1], b[l], n, k, m);
      if (classes && l == depth - 1) {
        softmax(a[l + 1], n, m);
      } else if (classes) {
        relu(a[l + 1], n * m);
      } else {
        sigmoid(a[l + 1], n * m);
      }
    }
  }

  private static void sigmoid(double[] z, int n) {
    int i = 0;
    for (; i + VectorProduct.LANES <= n; i += VectorProduct.LANES) {
      DoubleVector v = DoubleVector.fromArray(VectorProduct.SPECIES, z, i);
      DoubleVector.broadcast(VectorProduct.SPECIES, 1)
          .div(v.neg().lanewise(VectorOperators.EXP).add(1))
          .intoArray(z, i);
    }
    for (; i < n; i++) {
      z[i] = 1 / (1 + Math.exp(-z[i]));
    }
  }

  private static void relu(double[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = Math.max(z[i], 0);
    }
  }

  private static void softmax(double[] z, int n, int m) {
    for (int from = 0; from < n * m; from += m) {
      double greatest = z[from];
      for (int j = from + 1; j < from + m; j++) {
        greatest = Math.max(greatest, z[j]);
      }
      double sum = 0;
      for (int j = from; j < from + m; j++) {
        z[j] = Math.exp(z[j] - greatest);
        sum += z[j];
      }
      for (int j = from; j < from + m; j++) {
        z[j] /= sum;
      }
    }
  }

  @Override
  public void step(double[] x, double[] y, int[] order, int from, int to) {
    int n = to - from;
    int inputs = sizes[0];
    int outputs = sizes[depth];
    for (int i = 0; i < n; i++) {
      System.arraycopy(x, order[from + i] * inputs, bx, i * inputs, inputs);
      System.arraycopy(y, order[from + i] * outputs, by, i * outputs, outputs);
    }
    forward(bx, n);
    error(n * outputs, 1.0 / n);
    for (int l = depth - 1; l >= 0; l--) {
      int k = sizes[l];
      int m = sizes[l + 1];
      VectorProduct.multiply(a[l], 1, k, d[l], gw[l], null, k, n, m);
      sumRows(d[l], gb[l], n, m);
      if (l > 0) {
        turn(w[l], turned[l], k, m);
        VectorProduct.multiply(d[l], m, 1, turned[l], d[l - 1], null, n, m, k);
        slope(a[l], d[l - 1], n * k);
      }
    }
    update();
  }

  private void error(int size, double factor) {
    double[] out = a[depth];
    double[] delta = d[depth - 1];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      if (by[i] > 0.5) {
        sum -= Math.log(out[i] + 1e-12);
      } else if (!classes) {
        sum -= Math.log(1 - out[i]);
      }
      delta[i] = factor * (out[i] - by[i]);
    }
    loss = factor * sum;
  }

  private static void sumRows(double[] delta, double[] sums, int n, int m) {
    Arrays.fill(sums, 0);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        sums[j] += delta[i * m + j];
      }
    }
  }

  private static void turn(double[] from, double[] to, int k, int m) {
    for (int r = 0; r < k; r++) {
      for (int c = 0; c < m; c++) {
        to[c * k + r] = from[r * m + c];
      }
    }
  }

  private void slope(double[] units, double[] delta, int size) {
    if (classes) {
      for (int i = 0; i < size; i++) {
        delta[i] = units[i] > 0 ? delta[i] : 0;
      }
    } else {
      for (int i = 0; i < size; i++) {
        delta[i] *= units[i] * (1 - units[i]);
      }
    }
  }

  private void update() {
    correction1 *= 0.9;
    correction2 *= 0.999;
    double scaled = rate * Math.sqrt(1 - correction2) / (1 - correction1);
    for (int l = 0; l < depth; l++) {
      if (adam) {
        adam(w[l], gw[l], memory[0][l], memory[1][l], scaled);
        adam(b[l], gb[l], memory[2][l], memory[3][l], scaled);
      } else {
        descend(w[l], gw[l], rate);
        descend(b[l], gb[l], rate);
      }
    }
  }

  private static void descend(double[] p, double[] g, double rate) {
    for (int i = 0; i < p.length; i++) {
      p[i] -= rate * g[i];
    }
  }

  private static void adam(double[] p, double[] g, double[] m, double[] v, double scaled) {
    for (int i = 0; i < p.length; i++) {
      double first = 0.9 * m[i] + 0.1 * g[i];
      double second = 0.999 * v[i] + 0.001 * g[i] * g[i];
      m[i] = first;
      v[i] = second;
      p[i] -= scaled * first / (Math.sqrt(second) + 1e-8);
    }
  }

  @Override
  public void outputs(double[] x, int rows, double[] out, int at) {
    forward(x, rows);
    System.arraycopy(a[depth], 0, out, at, rows);
  }

  @Override
  public double fingerprint() {
    return loss + w[0][0];
  }
}
