package org.ladera.landscape;

import java.util.Arrays;
import java.util.List;
import org.ladera.engine.net.Activation;
import org.ladera.engine.net.BatchNorm;
import org.ladera.engine.net.Layer;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/**
 * The part of a network that depends on one parameter u, for many values of u at once. u moves what
 * one unit's activation sees along a straight line, s = s₀ + u·s₁ for each example (also with batch
 * normalisation, which is affine in inference). The next layer gains one product for each of its
 * units; the layers after it run on the examples of all values of u in one batch.
 */
final class SweptTail {
  /** Rows of a batch that the caches hold comfortably. */
  private static final int ROWS = 1024;

  private final NetworkSpec spec;
  private final ParameterRef u;
  private final Axis axis;
  private final int layerIndex;
  private final LayerSpec layer;
  private final int unit;
  private final int points;
  private final double[] figures;
  private final Network whole;
  private final boolean isLast;

  /** From layer index + 1 on; null when u is in the last layer. */
  private final Network after;

  private final double[] afterTheta;
  private final double[] afterFigures;
  private final int afterOffset;

  /** Of u's unit: start, direction, and the activation without u, for each example. */
  private final double[] s0;

  private final double[] s1;
  private final double[] column;
  private final double[] in;
  private double[] outputs;
  private double[] activationInputs;
  private int rows;
  private double[] rest;

  SweptTail(Subject subject, ParameterRef u, Axis axis, int examples) {
    this.u = u;
    this.axis = axis;
    spec = subject.network();
    layerIndex = u.layer() - 1;
    layer = spec.layers().get(layerIndex);
    unit = u.column() - 1;
    points = Math.max(1, Math.min(axis.count(), ROWS / examples));
    figures = subject.figures().toArray();
    whole = new Network(spec, examples);
    isLast = layerIndex == spec.layers().size() - 1;
    s0 = new double[examples];
    s1 = new double[examples];
    column = new double[points * examples];
    in = new double[points * examples * layer.units()];
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
   * Runs the whole network once.
   *
   * @param theta with u = 0, not modified
   * @param x (examples × inputs), not modified
   */
  void start(double[] theta, double[] x, int examples) {
    rows = examples;
    whole.forward(theta, figures, x, rows, false);
    System.arraycopy(theta, afterOffset, afterTheta, 0, afterTheta.length);
    Layer own = whole.layer(layerIndex);
    int units = layer.units();
    double[] seen = activationInput(own);
    double[] before = layerIndex == 0 ? x : whole.layer(layerIndex - 1).a().data;
    int inputs = spec.inputsOf(layerIndex);
    double scale = scale(theta, own);
    for (int i = 0; i < rows; i++) {
      s0[i] = seen[i * units + unit];
      s1[i] =
          switch (u.kind()) {
            case WEIGHT -> scale * before[i * inputs + u.row() - 1];
            case BIAS -> scale;
            case GAMMA -> own.batchNorm().normalised().data[i * units + unit];
            case BETA -> 1;
          };
    }
    rest = isSoftmax() || isLast ? seen : own.a().data;
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

  private boolean isSoftmax() {
    return layer.activation().kind() == ActivationSpec.Kind.SOFTMAX;
  }

  private static double[] activationInput(Layer layer) {
    return layer.batchNorm() == null ? layer.z().data : layer.batchNorm().output().data;
  }

  /** Computes {@code count} ≤ {@link #points()} values of u, from number {@code first} on. */
  void compute(int first, int count) {
    int units = layer.units();
    int size = count * rows;
    for (int p = 0; p < count; p++) {
      double value = axis.at(first + p);
      for (int i = 0; i < rows; i++) {
        column[p * rows + i] = s0[i] + value * s1[i];
      }
    }
    boolean wholeRows = isSoftmax() || isLast;
    if (!wholeRows) {
      Activation.apply(layer.activation(), column, column, size, 1);
    }
    if (units == 1) {
      System.arraycopy(column, 0, in, 0, size);
    } else {
      for (int p = 0; p < count; p++) {
        System.arraycopy(rest, 0, in, p * rows * units, rows * units);
      }
      for (int i = 0; i < size; i++) {
        in[i * units + unit] = column[i];
      }
    }
    if (isLast) {
      activationInputs = in;
      outputs = outputs == null ? new double[in.length] : outputs;
      Activation.apply(layer.activation(), in, outputs, size, units);
      return;
    }
    if (wholeRows) {
      Activation.apply(layer.activation(), in, in, size, units);
    }
    outputs = after.forward(afterTheta, afterFigures, in, size, false);
    activationInputs = activationInput(after.layer(after.depth() - 1));
  }

  /** (points·examples × outputs): a workspace, overwritten by the next call. */
  double[] outputs() {
    return outputs;
  }

  /** What the last activation saw, shaped like {@link #outputs()}. */
  double[] activationInputs() {
    return activationInputs;
  }
}
