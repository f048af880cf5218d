package org.ladera.engine.net;

import java.util.Arrays;
import org.ladera.engine.spec.LayerKind;

/** The greatest or the mean value of each window. */
final class PoolConnection implements Connection {
  private final LayerKind.Pool kind;
  private final int inputs;
  private final int units;
  private final int window;

  /** (units × window) which input stands there. */
  private final int[] source;

  /** (batch × units) the input whose value was the greatest. */
  private final int[] winners;

  PoolConnection(LayerKind.Pool kind, int batch) {
    this.kind = kind;
    inputs = kind.input().size();
    units = kind.units();
    window = kind.size() * kind.size();
    source = new int[units * window];
    for (int unit = 0; unit < units; unit++) {
      for (int i = 0; i < window; i++) {
        source[unit * window + i] = kind.inputAt(unit, i);
      }
    }
    winners = new int[batch * units];
  }

  @Override
  public void netInputs(double[] theta, double[] in, int rows, double[] z) {
    for (int row = 0; row < rows; row++) {
      for (int unit = 0; unit < units; unit++) {
        z[row * units + unit] =
            switch (kind.reduction()) {
              case MAX -> greatest(in, row, unit);
              case AVERAGE -> mean(in, row * inputs, unit * window);
            };
      }
    }
  }

  private double greatest(double[] in, int row, int unit) {
    int from = row * inputs;
    int first = unit * window;
    int winner = source[first];
    for (int i = 1; i < window; i++) {
      double value = in[from + source[first + i]];
      if (value > in[from + winner] || Double.isNaN(value)) {
        winner = source[first + i];
      }
    }
    winners[row * units + unit] = winner;
    return in[from + winner];
  }

  private double mean(double[] in, int from, int first) {
    double sum = 0;
    for (int i = 0; i < window; i++) {
      sum += in[from + source[first + i]];
    }
    return sum / window;
  }

  @Override
  public void gradients(double[] theta, double[] in, double[] delta, int rows, double[] gradient) {
    // Nothing to learn.
  }

  @Override
  public void passBack(double[] theta, double[] delta, int rows, double[] into) {
    Arrays.fill(into, 0, rows * inputs, 0);
    for (int row = 0; row < rows; row++) {
      for (int unit = 0; unit < units; unit++) {
        double d = delta[row * units + unit];
        switch (kind.reduction()) {
          case MAX -> into[row * inputs + winners[row * units + unit]] += d;
          case AVERAGE -> spread(d / window, unit * window, into, row * inputs);
        }
      }
    }
  }

  private void spread(double share, int first, double[] into, int to) {
    for (int i = 0; i < window; i++) {
      into[to + source[first + i]] += share;
    }
  }

  @Override
  public double bound(double bound, double limit) {
    return bound * window;
  }
}
