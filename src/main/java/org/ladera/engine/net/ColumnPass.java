package org.ladera.engine.net;

import java.util.Arrays;
import java.util.List;
import org.ladera.engine.kernel.ElementKernel;
import org.ladera.engine.kernel.MatrixKernel;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.kernel.Transpose;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/**
 * Forward through dense layers in inference mode, with the samples as columns: a register holds so
 * many samples of one unit, however few units a layer has. For many samples at the same parameters;
 * the numbers have the bits of {@link Network#forward}.
 */
public final class ColumnPass {
  private final List<LayerSpec> layers;
  private final int inputs;
  private final int samples;

  /** Of each layer Wᵀ (units × inputs). */
  private final double[][] weights;

  /** Of each layer b; empty without. */
  private final double[][] biases;

  private final MatrixKernel[] kernels;
  private final ElementKernel elements;

  /** Of each layer what leaves it (units × samples of the pass). */
  private final double[][] a;

  /** (samples × units) of a layer whose activation looks at all units of a sample. */
  private final double[] rows;

  /**
   * @param theta the parameters, copied
   * @param samples the most of a pass
   * @throws IllegalArgumentException where {@link #suits} is false
   */
  public ColumnPass(NetworkSpec spec, MatrixView theta, int samples) {
    if (!suits(spec)) {
      throw new IllegalArgumentException("dense layers without batch normalisation expected");
    }
    this.samples = samples;
    layers = spec.layers();
    inputs = spec.inputs();
    int depth = layers.size();
    weights = new double[depth][];
    biases = new double[depth][];
    kernels = new MatrixKernel[depth];
    elements = ElementKernel.forSize(samples);
    a = new double[depth][];
    ParameterLayout layout = new ParameterLayout(spec);
    double[] all = theta.toArray();
    for (int l = 0; l < depth; l++) {
      int units = layers.get(l).units();
      weights[l] = new double[spec.inputsOf(l) * units];
      int w = layout.block(ParameterRef.Kind.WEIGHT, l + 1).orElseThrow().offset();
      Transpose.of(spec.inputsOf(l), units, all, w, weights[l]);
      biases[l] =
          layout
              .block(ParameterRef.Kind.BIAS, l + 1)
              .map(b -> Arrays.copyOfRange(all, b.offset(), b.offset() + b.size()))
              .orElseGet(() -> new double[0]);
      kernels[l] = MatrixKernel.forShape(units, spec.inputsOf(l), samples, PairExecutor.ALONE);
      a[l] = new double[ElementKernel.room(units * samples)];
    }
    int shared =
        layers.stream()
            .filter(layer -> layer.activation().kind() == ActivationSpec.Kind.SOFTMAX)
            .mapToInt(LayerSpec::units)
            .max()
            .orElse(0);
    rows = new double[shared * samples];
  }

  /** Whether all layers are dense, and none normalises its batches. */
  public static boolean suits(NetworkSpec spec) {
    return spec.layers().stream().allMatch(layer -> layer.isDense() && !layer.batchNorm());
  }

  /**
   * @param x (inputs × count) from 0 on, not modified
   * @param count samples, as many as were announced at most
   */
  public void forward(double[] x, int count) {
    if (count > samples) {
      throw new IllegalArgumentException("at most " + samples + " samples, found " + count);
    }
    double[] in = x;
    int entering = inputs;
    for (int l = 0; l < a.length; l++) {
      LayerSpec layer = layers.get(l);
      int units = layer.units();
      kernels[l].multiply(units, entering, count, weights[l], in, 0, -1, a[l]);
      for (int unit = 0; unit < biases[l].length; unit++) {
        elements.add(biases[l][unit], a[l], unit * count, (unit + 1) * count);
      }
      activate(layer.activation(), a[l], units, count);
      in = a[l];
      entering = units;
    }
  }

  private void activate(ActivationSpec activation, double[] z, int units, int count) {
    if (activation.kind() != ActivationSpec.Kind.SOFTMAX) {
      Activation.apply(elements, activation, z, z, units, count);
      return;
    }
    for (int unit = 0; unit < units; unit++) {
      for (int i = 0; i < count; i++) {
        rows[i * units + unit] = z[unit * count + i];
      }
    }
    Activation.apply(elements, activation, rows, rows, count, units);
    for (int unit = 0; unit < units; unit++) {
      for (int i = 0; i < count; i++) {
        z[unit * count + i] = rows[i * units + unit];
      }
    }
  }

  /**
   * Copies what leaves a unit for the samples of the last pass.
   *
   * @param layer 0 is the first after the inputs
   * @param count how many samples the last pass had
   * @param into modified from {@code at} on
   */
  public void copy(int layer, int unit, int count, double[] into, int at) {
    System.arraycopy(a[layer], unit * count, into, at, count);
  }
}
