package org.ladera.engine.net;

import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.kernel.ElementKernel;
import org.ladera.engine.kernel.Halves;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;

/**
 * One layer with the matrices of its last batch: z by its {@link Connection}, in a dense layer z =
 * in·W + b, batch normalisation, h = f(z), a = h·mask/(1 − p). Only the first rows, as many as the
 * batch has samples, are in use.
 */
public final class Layer {
  /** From so many activations on, two threads are faster than one. */
  private static final int WORTH_SHARING = 30_000;

  final LayerSpec spec;
  final int units;
  final Connection connection;
  final @Nullable BatchNorm batchNorm;
  final DMatrixRMaj z;
  final DMatrixRMaj h;
  final DMatrixRMaj a;
  final @Nullable DMatrixRMaj mask;
  final DMatrixRMaj delta;
  private final ElementKernel elements;
  private final Halves activations;
  private final Halves slopes;

  /** f(a), where the slope is taken at a; null where it is taken at z. */
  private double @Nullable [] slipped;

  /**
   * @param batchNorm null when the layer has none
   * @param pair who does one half of many activations
   */
  Layer(
      LayerSpec spec,
      Connection connection,
      @Nullable BatchNorm batchNorm,
      int batch,
      PairExecutor pair) {
    this.spec = spec;
    this.connection = connection;
    this.units = spec.units();
    this.batchNorm = batchNorm;
    z = roomy(batch, units);
    h = roomy(batch, units);
    boolean drops = spec.dropout() > 0;
    a = drops ? new DMatrixRMaj(batch, units) : h;
    mask = drops ? new DMatrixRMaj(batch, units) : null;
    delta = new DMatrixRMaj(batch, units);
    elements = ElementKernel.forSize(batch * units);
    activations =
        new Halves(
            pair,
            (_, from, to) ->
                Activation.applyToEach(
                    elements, spec.activation(), activationInput(), h.data, from, to));
    slopes =
        new Halves(
            pair,
            (_, from, to) ->
                Activation.multiplyEachDerivative(
                    elements, spec.activation(), activationInput(), h.data, incoming(), from, to));
  }

  private static DMatrixRMaj roomy(int rows, int columns) {
    return DMatrixRMaj.wrap(rows, columns, new double[ElementKernel.room(rows * columns)]);
  }

  /** From now on the slope is taken at the activation, as in programs that mix them up. */
  void slipSlope() {
    slipped = new double[h.data.length];
  }

  public LayerSpec spec() {
    return spec;
  }

  /** Null when the layer has none. */
  public @Nullable BatchNorm batchNorm() {
    return batchNorm;
  }

  /** Net inputs (batch × units). */
  public DMatrixRMaj z() {
    return z;
  }

  /** Activations before dropout (batch × units). */
  public DMatrixRMaj h() {
    return h;
  }

  /** What leaves the layer (batch × units). */
  public DMatrixRMaj a() {
    return a;
  }

  /** 0 and 1 (batch × units), to be set before a training pass; null without dropout. */
  public @Nullable DMatrixRMaj mask() {
    return mask;
  }

  /** ∂J/∂z (batch × units). */
  public DMatrixRMaj delta() {
    return delta;
  }

  ElementKernel elements() {
    return elements;
  }

  /** What the activation is applied to. */
  double[] activationInput() {
    return batchNorm == null ? z.data : batchNorm.output.data;
  }

  void forward(double[] theta, double[] figures, double[] in, int rows, boolean training) {
    netInputs(theta, in, rows);
    fromNetInputs(theta, figures, rows, training);
  }

  /** z, from what enters the layer. */
  void netInputs(double[] theta, double[] in, int rows) {
    connection.netInputs(theta, in, rows, z.data);
  }

  /** What follows z. */
  void fromNetInputs(double[] theta, double[] figures, int rows, boolean training) {
    if (batchNorm != null) {
      batchNorm.forward(theta, figures, z.data, rows, training);
    }
    if (takesEach()) {
      activations.run(middle(rows * units), rows * units);
    } else {
      Activation.apply(elements, spec.activation(), activationInput(), h.data, rows, units);
    }
    if (mask != null) {
      drop(h.data, a.data, rows, training);
    }
  }

  /** Whether the activation is a function of one number. */
  private boolean takesEach() {
    return spec.activation().kind() != ActivationSpec.Kind.SOFTMAX;
  }

  /** Half of them, in whole registers, so that neither half writes into the other. */
  private static int middle(int size) {
    return size < WORTH_SHARING ? 0 : size / 2 / ElementKernel.REGISTER * ElementKernel.REGISTER;
  }

  /** Where ∂J/∂a has to be put before {@link #backward}. */
  double[] incoming() {
    return batchNorm == null ? delta.data : batchNorm.deltaOutput.data;
  }

  /**
   * From {@link #incoming} to δ and the gradients of this layer.
   *
   * @param pastActivation whether {@link #incoming} already is the derivative by the activation's
   *     input
   */
  void backward(
      double[] theta,
      double[] gradient,
      double[] in,
      int rows,
      boolean training,
      boolean pastActivation) {
    toNetInputs(theta, gradient, rows, training, pastActivation);
    connection.gradients(theta, in, delta.data, rows, gradient);
  }

  /** The same without the gradients of the connection. */
  void toNetInputs(
      double[] theta, double[] gradient, int rows, boolean training, boolean pastActivation) {
    double[] d = incoming();
    if (!pastActivation) {
      if (mask != null) {
        drop(d, d, rows, training);
      }
      if (slipped == null && takesEach()) {
        slopes.run(middle(rows * units), rows * units);
      } else if (slipped == null) {
        Activation.multiplyDerivative(
            elements, spec.activation(), activationInput(), h.data, d, rows, units);
      } else {
        Activation.apply(elements, spec.activation(), h.data, slipped, rows, units);
        Activation.multiplyDerivative(elements, spec.activation(), h.data, slipped, d, rows, units);
      }
    }
    if (batchNorm != null) {
      batchNorm.backward(theta, gradient, delta.data, rows, training);
    }
  }

  /** ∂J/∂in. */
  void passBack(double[] theta, double[] into, int rows) {
    connection.passBack(theta, delta.data, rows, into);
  }

  private void drop(double[] from, double[] to, int rows, boolean training) {
    int size = rows * units;
    if (!training) {
      if (from != to) {
        System.arraycopy(from, 0, to, 0, size);
      }
      return;
    }
    double keep = 1 - spec.dropout();
    double[] kept = Objects.requireNonNull(mask).data;
    for (int i = 0; i < size; i++) {
      to[i] = from[i] * kept[i] / keep;
    }
  }
}
