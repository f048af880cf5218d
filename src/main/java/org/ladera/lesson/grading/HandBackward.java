package org.ladera.lesson.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.net.Loss;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * Back-propagation as one does it by hand, through the recorded matrices of an update: δ(l) =
 * (δ(l+1)·W(l+1)ᵀ) ⊙ f′(z(l)), ∂J/∂W(l) = a(l−1)ᵀ·δ(l), with a slip in some layers.
 */
final class HandBackward {
  /** What goes wrong on the way back. */
  enum Slip {
    /** f′(z) of the layer is left out. */
    NO_DERIVATIVE,
    /** W of the layer is multiplied by instead of Wᵀ. */
    TRANSPOSED,
    /** W of the layer has been updated already, with its own gradient. */
    NEW_WEIGHTS
  }

  private final StepTrace trace;
  private final List<LayerTrace> layers;

  HandBackward(StepTrace trace) {
    this.trace = trace;
    layers = trace.layers();
  }

  /** δ of an example and a unit, from 0, for every place where the slip can happen. */
  List<Double> deltas(int layer, int row, int unit, Slip slip) {
    if (!isDense()) {
      return List.of();
    }
    return places(layer, slip).stream().map(at -> delta(layer, slip, at).get(row, unit)).toList();
  }

  /** ∂J/∂ref of a weight or bias, for every place where the slip can happen. */
  List<Double> gradients(ParameterRef ref, Slip slip) {
    return Rerun.isPlain(ref) && isDense()
        ? places(ref.layer(), slip).stream().map(at -> gradient(ref, slip, at)).toList()
        : List.of();
  }

  /** What each example of the batch contributes to ∂J/∂ref of a weight or bias. */
  List<Double> shares(ParameterRef ref) {
    if (!isDense()) {
      return List.of();
    }
    MatrixView delta = layers.get(ref.layer() - 1).delta();
    return IntStream.range(0, delta.rows())
        .mapToObj(i -> input(ref, i) * delta.get(i, ref.column() - 1))
        .toList();
  }

  /** Only there do the slips of a walk backwards by hand lead to a number. */
  private boolean isDense() {
    return trace.experiment().network().isDense();
  }

  /** One layer alone, all hidden ones, and all. */
  private List<Set<Integer>> places(int layer, Slip slip) {
    int last = layers.size();
    int first = slip == Slip.NO_DERIVATIVE ? layer : layer + 1;
    List<Set<Integer>> places = new ArrayList<>();
    IntStream.rangeClosed(first, last).forEach(l -> places.add(Set.of(l)));
    places.add(between(first, last - 1));
    places.add(between(first, last));
    return places.stream().filter(at -> !at.isEmpty()).distinct().toList();
  }

  private static Set<Integer> between(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().collect(Collectors.toUnmodifiableSet());
  }

  private double gradient(ParameterRef ref, Slip slip, Set<Integer> at) {
    DMatrixRMaj delta = delta(ref.layer(), slip, at);
    double sum = 0;
    for (int i = 0; i < delta.numRows; i++) {
      sum += input(ref, i) * delta.get(i, ref.column() - 1);
    }
    return sum + penalty(ref);
  }

  private double input(ParameterRef ref, int row) {
    return ref.kind() == ParameterRef.Kind.WEIGHT ? inputs(ref.layer()).get(row, ref.row() - 1) : 1;
  }

  /** What regularisation adds. */
  private double penalty(ParameterRef ref) {
    LayerTrace layer = layers.get(ref.layer() - 1);
    return ref.kind() == ParameterRef.Kind.WEIGHT
        ? layer.w().gradient().get(ref.row() - 1, ref.column() - 1)
            - layer.w().dataGradient().get(ref.row() - 1, ref.column() - 1)
        : 0;
  }

  /** δ (batch × units) of a layer; NaN where the slip makes shapes that do not fit. */
  private DMatrixRMaj delta(int layer, Slip slip, Set<Integer> at) {
    int last = layers.size();
    DMatrixRMaj delta =
        slip == Slip.NO_DERIVATIVE && at.contains(last)
            ? ofOutputs()
            : layers.getLast().delta().toMatrix();
    for (int l = last - 1; l >= layer; l--) {
      LayerTrace above = layers.get(l);
      boolean slips = at.contains(l + 1);
      DMatrixRMaj w =
          slips && slip == Slip.NEW_WEIGHTS ? updated(above, delta) : above.w().before().toMatrix();
      DMatrixRMaj incoming =
          slips && slip == Slip.TRANSPOSED ? exchanged(delta, w) : timesTransposed(delta, w);
      if (slip != Slip.NO_DERIVATIVE || !at.contains(l)) {
        multiplyByDerivative(layers.get(l - 1), above, incoming);
      }
      delta = incoming;
    }
    return delta;
  }

  /** ∂J/∂a of the last layer; where δ comes without f′, that δ. */
  private DMatrixRMaj ofOutputs() {
    LayerTrace last = layers.getLast();
    int rows = last.a().rows();
    int columns = last.a().columns();
    DMatrixRMaj delta = new DMatrixRMaj(rows, columns);
    Loss.derivative(
        trace.experiment().loss(),
        last.spec().activation(),
        trace.factor(),
        trace.dataLoss(),
        last.a().toArray(),
        trace.y().toArray(),
        delta.data,
        rows,
        columns);
    return delta;
  }

  /** W as it is once its own gradient, from {@code delta}, has been taken away. */
  private DMatrixRMaj updated(LayerTrace layer, DMatrixRMaj delta) {
    if (!(trace.experiment().optimizer() instanceof OptimizerSpec.Sgd)) {
      return layer.w().after().toMatrix();
    }
    DMatrixRMaj penalised = layer.w().gradient().toMatrix();
    CommonOps_DDRM.subtractEquals(penalised, layer.w().dataGradient().toMatrix());
    DMatrixRMaj gradient = new DMatrixRMaj(penalised);
    CommonOps_DDRM.multTransA(inputs(layer.index()).toMatrix(), delta, gradient);
    CommonOps_DDRM.addEquals(gradient, penalised);
    DMatrixRMaj w = layer.w().before().toMatrix();
    CommonOps_DDRM.addEquals(w, -trace.rate(), gradient);
    return w;
  }

  /** What goes into a layer (batch × inputs). */
  private MatrixView inputs(int layer) {
    return layer == 1 ? trace.x() : layers.get(layer - 2).a();
  }

  private static DMatrixRMaj timesTransposed(DMatrixRMaj delta, DMatrixRMaj w) {
    DMatrixRMaj product = new DMatrixRMaj(delta.numRows, w.numRows);
    CommonOps_DDRM.multTransB(delta, w, product);
    return product;
  }

  /** Σₖ δₖ·W(k,j) instead of Σₖ δₖ·W(j,k): rows and columns of W exchanged. */
  private static DMatrixRMaj exchanged(DMatrixRMaj delta, DMatrixRMaj w) {
    DMatrixRMaj product = new DMatrixRMaj(delta.numRows, w.numRows);
    for (int i = 0; i < product.numRows; i++) {
      for (int j = 0; j < product.numCols; j++) {
        double sum = j < w.numCols && delta.numCols <= w.numRows ? 0 : Double.NaN;
        for (int k = 0; k < delta.numCols && !Double.isNaN(sum); k++) {
          sum += delta.get(i, k) * w.get(k, j);
        }
        product.set(i, j, sum);
      }
    }
    return product;
  }

  private static void multiplyByDerivative(LayerTrace layer, LayerTrace above, DMatrixRMaj delta) {
    if (!layer.spec().batchNorm() && layer.mask().isEmpty()) {
      Activation.multiplyDerivative(
          layer.spec().activation(),
          layer.z().toArray(),
          layer.a().toArray(),
          delta.data,
          delta.numRows,
          delta.numCols);
      return;
    }
    // What lies between z and a here is taken from the trace: the layer's δ over what came to it.
    DMatrixRMaj came = timesTransposed(above.delta().toMatrix(), above.w().before().toMatrix());
    for (int i = 0; i < came.getNumElements(); i++) {
      double factor = came.get(i) == 0 ? 0 : layer.delta().get(i) / came.get(i);
      delta.set(i, delta.get(i) * factor);
    }
  }
}
