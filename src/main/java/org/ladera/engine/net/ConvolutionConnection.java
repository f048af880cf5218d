package org.ladera.engine.net;

import org.ladera.engine.kernel.Halves;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.spec.LayerKind;

/**
 * Samples in groups, by two threads where there are two. A parameter serves many places: its
 * gradient is the sum over all of them, sample by sample, place by place, and then over the groups.
 */
final class ConvolutionConnection implements Connection {
  /** From so many products on, two threads are faster than one. */
  private static final long WORTH_SHARING = 200_000;

  private final int patch;

  /** The products of one sample. */
  private final long products;

  /** Samples of a group. */
  private final int size;

  /** One for each thread. */
  private final ConvolutionGroup[] groups;

  private final Halves netInputs;
  private final Halves gradients;
  private final Halves passBack;

  /** The pass that is being done. */
  private double[] theta = {};

  private double[] from = {};
  private double[] delta = {};
  private double[] to = {};

  /** The first sample of the groups whose gradients are being worked out. */
  private int first;

  ConvolutionConnection(
      LayerKind.Convolution kind, int weights, int bias, int batch, PairExecutor pair) {
    patch = kind.weightRows(kind.input().size());
    products = (long) kind.places() * patch * kind.filters();
    size = ConvolutionGroup.size(kind, batch);
    netInputs = new Halves(pair, this::netInputs);
    gradients = new Halves(pair, this::gradients);
    passBack = new Halves(pair, this::passBack);
    groups = new ConvolutionGroup[pair.isAlone() ? 1 : 2];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = new ConvolutionGroup(kind, weights, bias, size);
    }
  }

  @Override
  public void netInputs(double[] parameters, double[] in, int rows, double[] z) {
    theta = parameters;
    from = in;
    to = z;
    netInputs.run(middle(rows), rows);
  }

  private void netInputs(int half, int start, int end) {
    for (int row = start; row < end; row += size) {
      groups[half].netInputs(theta, from, row, Math.min(size, end - row), to);
    }
  }

  /** Half of the samples; 0 where it is not worth the while. */
  private int middle(int rows) {
    return rows * products < WORTH_SHARING ? 0 : rows / 2;
  }

  @Override
  public void gradients(
      double[] parameters, double[] in, double[] deltas, int rows, double[] gradient) {
    from = in;
    delta = deltas;
    boolean together = groups.length == 2 && middle(rows) > 0;
    int step = together ? 2 * size : size;
    for (first = 0; first < rows; first += step) {
      int count = Math.min(step, rows - first);
      gradients.run(together ? size : 0, count);
      if (first == 0) {
        groups[0].putInto(gradient);
      } else {
        groups[0].addTo(gradient);
      }
      if (count > size) {
        groups[1].addTo(gradient);
      }
    }
  }

  private void gradients(int half, int start, int end) {
    groups[half].gradients(from, delta, first + start, end - start);
  }

  @Override
  public void passBack(double[] parameters, double[] deltas, int rows, double[] into) {
    theta = parameters;
    delta = deltas;
    to = into;
    passBack.run(middle(rows), rows);
  }

  private void passBack(int half, int start, int end) {
    for (int row = start; row < end; row += size) {
      groups[half].passBack(theta, delta, row, Math.min(size, end - row), to);
    }
  }

  @Override
  public double bound(double bound, double limit) {
    return (patch * bound + 1) * limit;
  }
}
