package org.ladera.engine.net;

import java.util.Arrays;
import org.ladera.engine.kernel.MatrixKernel;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.LayerKind;

/**
 * The windows of a few samples at a time laid out as the rows of a matrix, so that a convolution is
 * a product with W (Chellapilla, Puri and Simard 2006) and the matrix stays in a cache. A parameter
 * serves many places: its gradient is the sum over all of them, sample by sample, place by place,
 * and then over the groups of samples.
 */
final class ConvolutionConnection implements Connection {
  private static final int PADDING = -1;

  /** So many numbers of windows are laid out at a time: a quarter of a megabyte. */
  private static final int GROUP = 32_768;

  private final LayerKind.Convolution kind;
  private final int inputs;
  private final int filters;
  private final int patch;
  private final int places;
  private final int weights;
  private final int bias;
  private final MatrixKernel forward;

  /** One of its own: a kernel remembers what it multiplied last, and the windows are others now. */
  private final MatrixKernel backward;

  /** Samples whose windows are laid out at a time. */
  private final int group;

  /** (places × patch) which input stands there; {@link #PADDING} for a zero at the edge. */
  private final int[] source;

  /** (group·places × patch) the windows. */
  private final double[] windows;

  /** (group·places × filters) z or δ with the filters beside each other. */
  private final double[] maps;

  /** (patch × filters) what one group adds to the gradient. */
  private final double[] part;

  private final double[] biasPart;
  private final double[] scratch;

  ConvolutionConnection(
      LayerKind.Convolution kind, int weights, int bias, int batch, PairExecutor pair) {
    this.kind = kind;
    Shape input = kind.input();
    inputs = input.size();
    filters = kind.filters();
    patch = kind.weightRows(inputs);
    places = kind.places();
    this.weights = weights;
    this.bias = bias;
    group = Math.clamp(GROUP / ((long) places * patch), 1, batch);
    forward = MatrixKernel.forShape(group * places, patch, filters, pair);
    backward = MatrixKernel.forShape(group * places, patch, filters, pair);
    source = new int[places * patch];
    for (int place = 0; place < places; place++) {
      for (int weight = 0; weight < patch; weight++) {
        source[place * patch + weight] = kind.inputAt(place, weight);
      }
    }
    windows = new double[group * places * patch];
    maps = new double[group * places * filters];
    part = new double[patch * filters];
    biasPart = new double[filters];
    scratch = new double[patch * filters];
  }

  @Override
  public void netInputs(double[] theta, double[] in, int rows, double[] z) {
    for (int from = 0; from < rows; from += group) {
      int count = Math.min(group, rows - from);
      layOut(in, from, count);
      forward.multiply(count * places, patch, filters, windows, theta, weights, bias, maps);
      for (int row = 0; row < count; row++) {
        int at = row * places * filters;
        transpose(maps, at, places, filters, z, (from + row) * places * filters);
      }
    }
  }

  private void layOut(double[] in, int from, int count) {
    for (int row = 0; row < count; row++) {
      if (kind.padding() == 0) {
        gatherInside(in, (from + row) * inputs, row * source.length);
      } else {
        gather(in, (from + row) * inputs, row * source.length);
      }
    }
  }

  private void gather(double[] in, int from, int to) {
    for (int i = 0; i < source.length; i++) {
      windows[to + i] = source[i] == PADDING ? 0 : in[from + source[i]];
    }
  }

  private void gatherInside(double[] in, int from, int to) {
    for (int i = 0; i < source.length; i++) {
      windows[to + i] = in[from + source[i]];
    }
  }

  /** One sample's block of {@code rows × columns} from {@code at} on, turned. */
  private static void transpose(
      double[] from, int at, int rows, int columns, double[] to, int toAt) {
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < rows; r++) {
        to[toAt + c * rows + r] = from[at + r * columns + c];
      }
    }
  }

  @Override
  public void gradients(double[] theta, double[] in, double[] delta, int rows, double[] gradient) {
    for (int from = 0; from < rows; from += group) {
      int count = Math.min(group, rows - from);
      layOut(in, from, count);
      besideEachOther(delta, from, count);
      boolean first = from == 0;
      backward.multiplyTransA(
          count * places,
          patch,
          filters,
          windows,
          maps,
          first ? gradient : part,
          first ? weights : 0);
      if (!first) {
        add(part, gradient, weights);
      }
      if (bias >= 0) {
        backward.sumRows(
            count * places, filters, maps, first ? gradient : biasPart, first ? bias : 0);
        if (!first) {
          add(biasPart, gradient, bias);
        }
      }
    }
  }

  private static void add(double[] part, double[] to, int at) {
    for (int i = 0; i < part.length; i++) {
      to[at + i] += part[i];
    }
  }

  private void besideEachOther(double[] delta, int from, int count) {
    for (int row = 0; row < count; row++) {
      int at = (from + row) * places * filters;
      transpose(delta, at, filters, places, maps, row * places * filters);
    }
  }

  @Override
  public void passBack(double[] theta, double[] delta, int rows, double[] into) {
    Arrays.fill(into, 0, rows * inputs, 0);
    for (int from = 0; from < rows; from += group) {
      int count = Math.min(group, rows - from);
      besideEachOther(delta, from, count);
      // What stands in the windows of this group is no longer needed.
      backward.multiplyTransB(
          count * places, patch, filters, maps, theta, weights, windows, scratch);
      for (int row = 0; row < count; row++) {
        scatter(row * source.length, into, (from + row) * inputs);
      }
    }
  }

  private void scatter(int from, double[] into, int to) {
    for (int i = 0; i < source.length; i++) {
      if (source[i] != PADDING) {
        into[to + source[i]] += windows[from + i];
      }
    }
  }

  @Override
  public double bound(double bound, double limit) {
    return (patch * bound + 1) * limit;
  }
}
