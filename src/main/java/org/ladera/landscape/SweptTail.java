package org.ladera.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.net.Activation;
import org.ladera.engine.net.BatchNorm;
import org.ladera.engine.net.Layer;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/**
 * The part of a network that depends on one parameter u, for many values of u at once. u moves what
 * one unit's activation sees along a straight line, s = s₀ + u·s₁ for each example (also with batch
 * normalisation, which is affine in inference). All other units stay as they are: the net inputs of
 * the next layer are their share, computed once, and one product more. The layers after it run on
 * the examples of all values of u in one batch.
 */
final class SweptTail {
  /** Rows of a batch that the caches hold comfortably. */
  private static final int ROWS = 4096;

  private final NetworkSpec spec;
  private final ParameterRef u;
  private final double[] values;
  private final int layerIndex;
  private final LayerSpec layer;
  private final int unit;
  private final int points;
  private final double[] figures;

  /** The layers up to u's. */
  private final Network before;

  private final boolean isLast;

  /** u moves one unit of the layer only, and there is a next layer. */
  private final boolean movesOneUnit;

  /** From layer index + 1 on; null when u is in the last layer. */
  private final @Nullable Network after;

  private final double[] afterTheta;
  private final double[] afterFigures;
  private final int afterOffset;

  /** Of u's unit: start, direction, and the activation without u, for each example. */
  private final double[] s0;

  private final double[] s1;
  private final double[] column;

  /** Whole rows of u's layer; where they are one unit, the column itself. */
  private final double[] in;

  /** Of whole rows all units without u; else what the units other than u's give the next layer. */
  private final double[] rest;

  private double[] outputs = {};
  private double[] activationInputs = {};
  private int rows;

  SweptTail(LossFunction subject, ParameterRef u, Axis axis, int examples) {
    this.u = u;
    values = axis.values();
    spec = subject.network();
    layerIndex = u.layer() - 1;
    layer = spec.layers().get(layerIndex);
    unit = u.column() - 1;
    points = Math.max(1, Math.min(axis.count(), ROWS / examples));
    figures = subject.figures().toArray();
    before =
        new Network(
            new NetworkSpec(spec.inputs(), spec.layers().subList(0, layerIndex + 1)), examples);
    isLast = layerIndex == spec.layers().size() - 1;
    movesOneUnit = !isLast && !layer.activation().kind().isLayerWide();
    s0 = new double[examples];
    s1 = new double[examples];
    column = new double[points * examples];
    in = layer.units() == 1 ? column : new double[movesOneUnit ? 0 : column.length * layer.units()];
    rest =
        new double
            [examples * (movesOneUnit ? spec.layers().get(u.layer()).units() : layer.units())];
    ParameterLayout layout = new ParameterLayout(spec);
    if (isLast) {
      after = null;
      afterTheta = afterFigures = new double[0];
      afterOffset = layout.count();
    } else {
      List<LayerSpec> following = spec.layers().subList(layerIndex + 1, spec.layers().size());
      after = new Network(new NetworkSpec(layer.units(), following), points * examples);
      afterOffset = layout.indexOf(ParameterRef.weight(u.layer() + 1, 1, 1));
      afterTheta = new double[layout.count() - afterOffset];
      int later = after.startFigures().length;
      afterFigures = Arrays.copyOfRange(figures, figures.length - later, figures.length);
    }
  }

  /** How many values of u are computed at a time. */
  int points() {
    return points;
  }

  /**
   * Runs the layers up to u's once.
   *
   * @param theta with u = 0, not modified
   * @param x (examples × inputs), not modified
   */
  void start(double[] theta, double[] x, int examples) {
    rows = examples;
    before.forward(theta, figures, x, rows, false);
    System.arraycopy(theta, afterOffset, afterTheta, 0, afterTheta.length);
    Layer own = before.layer(layerIndex);
    int units = layer.units();
    double[] seen = activationInput(own);
    double[] earlier = layerIndex == 0 ? x : before.layer(layerIndex - 1).a().data;
    int inputs = spec.inputsOf(layerIndex);
    double scale = scale(theta, own);
    for (int i = 0; i < rows; i++) {
      s0[i] = seen[i * units + unit];
      s1[i] =
          switch (u.kind()) {
            case WEIGHT -> scale * earlier[i * inputs + u.row() - 1];
            case BIAS -> scale;
            case GAMMA ->
                Objects.requireNonNull(own.batchNorm()).normalised().data[i * units + unit];
            case BETA -> 1;
          };
    }
    if (!movesOneUnit) {
      System.arraycopy(seen, 0, rest, 0, rows * units);
      return;
    }
    double[] others = own.a().data;
    for (int i = 0; i < rows; i++) {
      others[i * units + unit] = 0;
    }
    following().netInputs(afterTheta, others, rows);
    Layer next = following().layer(0);
    System.arraycopy(next.z().data, 0, rest, 0, rows * next.spec().units());
  }

  private double scale(double[] theta, Layer own) {
    BatchNorm norm = own.batchNorm();
    if (norm == null) {
      return 1;
    }
    ParameterRef gamma = new ParameterRef(ParameterRef.Kind.GAMMA, u.layer(), 1, unit + 1);
    return theta[new ParameterLayout(spec).indexOf(gamma)]
        / Math.sqrt(norm.variance().data[unit] + norm.epsilon());
  }

  private static double[] activationInput(Layer layer) {
    return layer.batchNorm() == null ? layer.z().data : layer.batchNorm().output().data;
  }

  /** Computes {@code count} ≤ {@link #points()} values of u, from number {@code first} on. */
  void compute(int first, int count) {
    for (int i = 0; i < rows; i++) {
      line(s0[i], s1[i], values, first, count, column, i * count);
    }
    if (movesOneUnit) {
      oneUnit(count);
    } else {
      wholeRows(count);
    }
  }

  /** to = start + slope·by for {@code count} numbers: a loop that the compiler makes vectors of. */
  private static void line(
      double start, double slope, double[] by, int byAt, int count, double[] to, int at) {
    for (int p = 0; p < count; p++) {
      to[at + p] = start + by[byAt + p] * slope;
    }
  }

  /** The layers behind u's, which there are unless it is in the last one. */
  private Network following() {
    return Objects.requireNonNull(after);
  }

  private void oneUnit(int count) {
    int size = count * rows;
    Activation.apply(layer.activation(), column, column, size, 1);
    Layer next = following().layer(0);
    int units = next.spec().units();
    int weights = unit * units;
    double[] z = next.z().data;
    for (int i = 0; i < rows; i++) {
      if (units == 1) {
        line(rest[i], afterTheta[weights], column, i * count, count, z, i * count);
      } else {
        for (int q = i * count; q < (i + 1) * count; q++) {
          for (int j = 0; j < units; j++) {
            z[q * units + j] = rest[i * units + j] + column[q] * afterTheta[weights + j];
          }
        }
      }
    }
    outputs = following().forwardFromNetInputs(afterTheta, afterFigures, size);
    activationInputs = activationInput(following().layer(following().depth() - 1));
  }

  /** The last layer, or a softmax, in which one unit moves all. */
  private void wholeRows(int count) {
    int units = layer.units();
    int size = count * rows;
    for (int q = 0; q < size && units > 1; q++) {
      System.arraycopy(rest, q / count * units, in, q * units, units);
      in[q * units + unit] = column[q];
    }
    if (isLast) {
      activationInputs = in;
      outputs = outputs.length == 0 ? new double[in.length] : outputs;
      Activation.apply(layer.activation(), in, outputs, size, units);
      return;
    }
    Activation.apply(layer.activation(), in, in, size, units);
    outputs = following().forward(afterTheta, afterFigures, in, size, false);
    activationInputs = activationInput(following().layer(following().depth() - 1));
  }

  /**
   * (examples·points × outputs), of each example those for all values of u: a workspace,
   * overwritten by the next call.
   */
  double[] outputs() {
    return outputs;
  }

  /** What the last activation saw, shaped like {@link #outputs()}. */
  double[] activationInputs() {
    return activationInputs;
  }
}
