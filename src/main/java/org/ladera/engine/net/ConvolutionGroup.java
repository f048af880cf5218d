package org.ladera.engine.net;

import java.util.Arrays;
import org.ladera.engine.kernel.ElementKernel;
import org.ladera.engine.kernel.MatrixKernel;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.spec.LayerKind;

/**
 * The windows of a few samples laid out as the rows of a matrix, so that a convolution is a product
 * with W (Chellapilla, Puri and Simard 2006) and the matrix stays in a cache: the workspace of one
 * thread.
 */
final class ConvolutionGroup {
  private static final int PADDING = -1;

  /** So many numbers of windows are laid out at a time: a quarter of a megabyte. */
  private static final int NUMBERS = 32_768;

  private final int inputs;
  private final int filters;
  private final int patch;
  private final int places;
  private final int weights;
  private final int bias;
  private final boolean padded;
  private final MatrixKernel forward;

  /** One of its own: a kernel remembers what it multiplied last, and the windows are others now. */
  private final MatrixKernel backward;

  private final ElementKernel elements;

  /** (places × patch) which input stands there; {@link #PADDING} for a zero at the edge. */
  private final int[] source;

  /** (group·places × patch) the windows. */
  private final double[] windows;

  /** (group·places × filters) z or δ with the filters beside each other. */
  private final double[] maps;

  /** (patch × filters) what the group adds to the gradient. */
  private final double[] weightPart;

  private final double[] biasPart;
  private final double[] scratch;

  /**
   * @param weights position of W in the parameters
   * @param bias position of b; −1 without biases
   * @param samples the most of a group
   */
  ConvolutionGroup(LayerKind.Convolution kind, int weights, int bias, int samples) {
    inputs = kind.input().size();
    filters = kind.filters();
    patch = kind.weightRows(inputs);
    places = kind.places();
    padded = kind.padding() != 0;
    this.weights = weights;
    this.bias = bias;
    forward = MatrixKernel.forShape(samples * places, patch, filters, PairExecutor.ALONE);
    backward = MatrixKernel.forShape(samples * places, patch, filters, PairExecutor.ALONE);
    elements = ElementKernel.forSize(places);
    source = new int[places * patch];
    for (int place = 0; place < places; place++) {
      for (int weight = 0; weight < patch; weight++) {
        source[place * patch + weight] = kind.inputAt(place, weight);
      }
    }
    windows = new double[samples * places * patch];
    maps = new double[samples * places * filters];
    weightPart = new double[patch * filters];
    biasPart = new double[filters];
    scratch = new double[patch * filters];
  }

  /** How many of at most {@code batch} samples make a group. */
  static int size(LayerKind.Convolution kind, int batch) {
    long numbers = (long) kind.places() * kind.weightRows(kind.input().size());
    return Math.clamp(NUMBERS / numbers, 1, batch);
  }

  /** z of samples {@code from} to {@code from + count − 1}. */
  void netInputs(double[] theta, double[] in, int from, int count, double[] z) {
    layOut(in, from, count);
    forward.multiply(count * places, patch, filters, windows, theta, weights, -1, maps);
    for (int row = 0; row < count; row++) {
      int at = row * places * filters;
      transpose(maps, at, places, filters, z, (from + row) * places * filters);
      if (bias >= 0) {
        addBiases(theta, z, (from + row) * places * filters);
      }
    }
  }

  private void addBiases(double[] theta, double[] z, int at) {
    for (int filter = 0; filter < filters; filter++) {
      int map = at + filter * places;
      elements.add(theta[bias + filter], z, map, map + places);
    }
  }

  private void layOut(double[] in, int from, int count) {
    for (int row = 0; row < count; row++) {
      if (padded) {
        gather(in, (from + row) * inputs, row * source.length);
      } else {
        gatherInside(in, (from + row) * inputs, row * source.length);
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

  /** What these samples add to the gradient, kept for {@link #putInto} and {@link #addTo}. */
  void gradients(double[] in, double[] delta, int from, int count) {
    layOut(in, from, count);
    besideEachOther(delta, from, count);
    backward.multiplyTransA(count * places, patch, filters, windows, maps, weightPart, 0);
    if (bias >= 0) {
      backward.sumRows(count * places, filters, maps, biasPart, 0);
    }
  }

  /** Writes the part of these samples into the gradient, which is modified. */
  void putInto(double[] gradient) {
    System.arraycopy(weightPart, 0, gradient, weights, weightPart.length);
    if (bias >= 0) {
      System.arraycopy(biasPart, 0, gradient, bias, biasPart.length);
    }
  }

  /** Adds the part of these samples to the gradient, which is modified. */
  void addTo(double[] gradient) {
    add(weightPart, gradient, weights);
    if (bias >= 0) {
      add(biasPart, gradient, bias);
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

  /** ∂J/∂in of these samples, of which {@code into} is overwritten. */
  void passBack(double[] theta, double[] delta, int from, int count, double[] into) {
    Arrays.fill(into, from * inputs, (from + count) * inputs, 0);
    besideEachOther(delta, from, count);
    // What stands in the windows of this group is no longer needed.
    backward.multiplyTransB(count * places, patch, filters, maps, theta, weights, windows, scratch);
    for (int row = 0; row < count; row++) {
      scatter(row * source.length, into, (from + row) * inputs);
    }
  }

  private void scatter(int from, double[] into, int to) {
    for (int i = 0; i < source.length; i++) {
      if (source[i] != PADDING) {
        into[to + source[i]] += windows[from + i];
      }
    }
  }
}
