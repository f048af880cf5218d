package org.ladera.engine.net;

import java.util.Arrays;
import org.ladera.engine.kernel.MatrixKernel;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.LayerKind;

/**
 * Every window of every sample laid out as a row of one matrix, so that a convolution is a product
 * with W (Chellapilla, Puri and Simard 2006). A parameter serves many places: its gradient is the
 * sum over all of them, sample by sample, place by place.
 */
final class ConvolutionConnection implements Connection {
  private static final int PADDING = -1;

  private final int inputs;
  private final int filters;
  private final int patch;
  private final int places;
  private final int weights;
  private final int bias;
  private final MatrixKernel kernel;

  /** (places × patch) which input stands there; {@link #PADDING} for a zero at the edge. */
  private final int[] source;

  /** (batch·places × patch) the windows. */
  private final double[] windows;

  /** (batch·places × filters) z or δ with the filters beside each other. */
  private final double[] maps;

  private final double[] scratch;

  ConvolutionConnection(
      LayerKind.Convolution kind, int weights, int bias, int batch, PairExecutor pair) {
    Shape input = kind.input();
    inputs = input.size();
    filters = kind.filters();
    patch = kind.weightRows(inputs);
    places = kind.places();
    this.weights = weights;
    this.bias = bias;
    kernel = MatrixKernel.forShape(batch * places, patch, filters, pair);
    source = new int[places * patch];
    for (int place = 0; place < places; place++) {
      for (int weight = 0; weight < patch; weight++) {
        source[place * patch + weight] = kind.inputAt(place, weight);
      }
    }
    windows = new double[batch * places * patch];
    maps = new double[batch * places * filters];
    scratch = new double[patch * filters];
  }

  @Override
  public void netInputs(double[] theta, double[] in, int rows, double[] z) {
    for (int row = 0; row < rows; row++) {
      gather(in, row * inputs, row * source.length);
    }
    kernel.multiply(rows * places, patch, filters, windows, theta, weights, bias, maps);
    for (int row = 0; row < rows; row++) {
      transpose(maps, row * places * filters, places, filters, z);
    }
  }

  private void gather(double[] in, int from, int to) {
    for (int i = 0; i < source.length; i++) {
      windows[to + i] = source[i] == PADDING ? 0 : in[from + source[i]];
    }
  }

  /** One sample's block of {@code rows × columns} from {@code at} on, turned. */
  private static void transpose(double[] from, int at, int rows, int columns, double[] to) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        to[at + c * rows + r] = from[at + r * columns + c];
      }
    }
  }

  @Override
  public void gradients(double[] theta, double[] in, double[] delta, int rows, double[] gradient) {
    besideEachOther(delta, rows);
    kernel.multiplyTransA(rows * places, patch, filters, windows, maps, gradient, weights);
    if (bias >= 0) {
      kernel.sumRows(rows * places, filters, maps, gradient, bias);
    }
  }

  private void besideEachOther(double[] delta, int rows) {
    for (int row = 0; row < rows; row++) {
      transpose(delta, row * places * filters, filters, places, maps);
    }
  }

  @Override
  public void passBack(double[] theta, double[] delta, int rows, double[] into) {
    besideEachOther(delta, rows);
    // The windows of this batch are no longer needed: their derivatives take their place.
    kernel.multiplyTransB(rows * places, patch, filters, maps, theta, weights, windows, scratch);
    Arrays.fill(into, 0, rows * inputs, 0);
    for (int row = 0; row < rows; row++) {
      scatter(row * source.length, into, row * inputs);
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
