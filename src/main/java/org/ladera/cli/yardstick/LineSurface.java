package org.ladera.cli.yardstick;

import java.util.Arrays;

/**
 * Half the sum of squares of a line over its two parameters: for each row of the picture the
 * examples outside and the row inside, which the compiler turns into vectors.
 */
public final class LineSurface {
  private final double[] x;
  private final double[] y;

  /** Of the examples (x, y), which are not copied. */
  public LineSurface(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /**
   * @param biases across
   * @param weights down
   * @param out (weights × biases), overwritten
   */
  public void draw(double[] biases, double[] weights, double[] out) {
    for (int r = 0; r < weights.length; r++) {
      row(biases, weights[r], out, r * biases.length);
    }
  }

  private void row(double[] biases, double weight, double[] out, int at) {
    Arrays.fill(out, at, at + biases.length, 0);
    for (int i = 0; i < x.length; i++) {
      double rest = weight * x[i] - y[i];
      for (int j = 0; j < biases.length; j++) {
        double e = rest + biases[j];
        out[at + j] += 0.5 * e * e;
      }
    }
  }
}
