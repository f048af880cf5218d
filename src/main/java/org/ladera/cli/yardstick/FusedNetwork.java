package org.ladera.cli.yardstick;

import java.util.Arrays;
import java.util.Random;

/**
 * 2-h-1 with sigmoids: forward, loss, backward and update in one loop over the examples, which are
 * read where they stand. For so few units this is the fastest that plain Java does.
 */
public final class FusedNetwork implements Yardstick {
  private final int units;
  private final boolean squares;
  private final boolean adam;
  private final double rate;
  private final double[] wx;
  private final double[] wy;
  private final double[] b;
  private final double[] v;
  private double c;
  private final double[] gx;
  private final double[] gy;
  private final double[] gb;
  private final double[] gv;
  private final double[] a;
  private final double[] first;
  private final double[] second;
  private double correction1 = 1;
  private double correction2 = 1;
  private double loss;

  /**
   * @param squares the sum of squared errors instead of the mean cross-entropy
   */
  public FusedNetwork(int units, boolean squares, boolean adam, double rate) {
    this.units = units;
    this.squares = squares;
    this.adam = adam;
    this.rate = rate;
    Random random = new Random(1);
    wx = random.doubles(units, -1, 1).toArray();
    wy = random.doubles(units, -1, 1).toArray();
    v = random.doubles(units, -1, 1).toArray();
    b = new double[units];
    gx = new double[units];
    gy = new double[units];
    gb = new double[units];
    gv = new double[units];
    a = new double[units];
    first = new double[4 * units + 1];
    second = new double[4 * units + 1];
  }

  @Override
  public void step(double[] x, double[] y, int[] order, int from, int to) {
    Arrays.fill(gx, 0);
    Arrays.fill(gy, 0);
    Arrays.fill(gb, 0);
    Arrays.fill(gv, 0);
    double gc = 0;
    double sum = 0;
    double factor = squares ? 1 : 1.0 / (to - from);
    for (int i = from; i < to; i++) {
      int row = order[i];
      double x1 = x[2 * row];
      double x2 = x[2 * row + 1];
      double z = c;
      for (int h = 0; h < units; h++) {
        double t = 1 / (1 + Math.exp(-(wx[h] * x1 + wy[h] * x2 + b[h])));
        a[h] = t;
        z += v[h] * t;
      }
      double out = 1 / (1 + Math.exp(-z));
      double error = out - y[row];
      double delta = factor * error;
      if (squares) {
        sum += error * error;
        delta *= out * (1 - out);
      } else {
        sum -= Math.log(y[row] > 0.5 ? out : 1 - out);
      }
      gc += delta;
      for (int h = 0; h < units; h++) {
        double t = a[h];
        double d = delta * v[h] * t * (1 - t);
        gv[h] += delta * t;
        gb[h] += d;
        gx[h] += d * x1;
        gy[h] += d * x2;
      }
    }
    loss = factor * sum;
    if (adam) {
      adam(gc);
    } else {
      descend(gc);
    }
  }

  private void descend(double gc) {
    for (int h = 0; h < units; h++) {
      wx[h] -= rate * gx[h];
      wy[h] -= rate * gy[h];
      b[h] -= rate * gb[h];
      v[h] -= rate * gv[h];
    }
    c -= rate * gc;
  }

  private void adam(double gc) {
    correction1 *= 0.9;
    correction2 *= 0.999;
    double scaled = rate * Math.sqrt(1 - correction2) / (1 - correction1);
    adam(wx, gx, 0, scaled);
    adam(wy, gy, units, scaled);
    adam(b, gb, 2 * units, scaled);
    adam(v, gv, 3 * units, scaled);
    int k = 4 * units;
    first[k] = 0.9 * first[k] + 0.1 * gc;
    second[k] = 0.999 * second[k] + 0.001 * gc * gc;
    c -= scaled * first[k] / (Math.sqrt(second[k]) + 1e-8);
  }

  private void adam(double[] w, double[] g, int at, double scaled) {
    for (int h = 0; h < units; h++) {
      double m = 0.9 * first[at + h] + 0.1 * g[h];
      double s = 0.999 * second[at + h] + 0.001 * g[h] * g[h];
      first[at + h] = m;
      second[at + h] = s;
      w[h] -= scaled * m / (Math.sqrt(s) + 1e-8);
    }
  }

  @Override
  public void outputs(double[] x, int rows, double[] out, int at) {
    for (int i = 0; i < rows; i++) {
      double z = c;
      for (int h = 0; h < units; h++) {
        z += v[h] / (1 + Math.exp(-(wx[h] * x[2 * i] + wy[h] * x[2 * i + 1] + b[h])));
      }
      out[at + i] = 1 / (1 + Math.exp(-z));
    }
  }

  @Override
  public double fingerprint() {
    return loss + c;
  }
}
