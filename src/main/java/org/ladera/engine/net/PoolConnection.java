package org.ladera.engine.net;

import java.util.Arrays;
import org.ladera.engine.kernel.Halves;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.spec.LayerKind;

/** The greatest or the mean value of each window. */
final class PoolConnection implements Connection {
  /** From so many numbers in windows on, two threads are faster than one. */
  private static final int WORTH_SHARING = 20_000;

  private final LayerKind.Pool kind;
  private final int inputs;
  private final int units;
  private final int window;

  /** (units × window) which input stands there. */
  private final int[] source;

  /** (batch × units) the input whose value was the greatest. */
  private final int[] winners;

  private final Halves values;
  private final Halves slopes;

  /** The pass that is being done. */
  private double[] from = {};

  private double[] to = {};

  PoolConnection(LayerKind.Pool kind, int batch, PairExecutor pair) {
    this.kind = kind;
    values = new Halves(pair, this::values);
    slopes = new Halves(pair, this::slopes);
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
    from = in;
    to = z;
    values.run(middle(rows), rows);
  }

  /** Half of the samples; 0 where it is not worth the while. */
  private int middle(int rows) {
    return rows * source.length < WORTH_SHARING ? 0 : rows / 2;
  }

  private void values(int half, int first, int end) {
    for (int row = first; row < end; row++) {
      for (int unit = 0; unit < units; unit++) {
        to[row * units + unit] =
            switch (kind.reduction()) {
              case MAX -> greatest(from, row, unit);
              case AVERAGE -> mean(from, row * inputs, unit * window);
            };
      }
    }
  }

  private double greatest(double[] in, int row, int unit) {
    int from = row * inputs;
    int first = unit * window;
    int winner = source[first];
    double greatest = in[from + winner];
    for (int i = 1; i < window; i++) {
      double value = in[from + source[first + i]];
      if (value > greatest || Double.isNaN(value)) {
        winner = source[first + i];
        greatest = value;
      }
    }
    winners[row * units + unit] = winner;
    return greatest;
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
    from = delta;
    to = into;
    slopes.run(middle(rows), rows);
  }

  private void slopes(int half, int first, int end) {
    Arrays.fill(to, first * inputs, end * inputs, 0);
    for (int row = first; row < end; row++) {
      for (int unit = 0; unit < units; unit++) {
        double d = from[row * units + unit];
        switch (kind.reduction()) {
          case MAX -> to[row * inputs + winners[row * units + unit]] += d;
          case AVERAGE -> spread(d / window, unit * window, to, row * inputs);
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
