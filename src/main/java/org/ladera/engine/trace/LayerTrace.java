package org.ladera.engine.trace;

import java.util.List;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.LayerSpec;

/**
 * What one layer computed in one update, before and after it. Samples are rows; J includes the
 * factor of the loss.
 *
 * @param index 1 = the first layer after the inputs
 *     <p>Shapes are those of a dense layer. In another kind of layer W has the rows and columns
 *     that its {@link org.ladera.engine.spec.LayerKind} says, b as many columns; without weights
 *     they are empty.
 * @param w (inputs × units) before the update
 * @param b (1 × units) before the update; zeros when the layer has no bias
 * @param z (batch × units) a·W + b
 * @param a (batch × units) the output of the layer, after dropout where it has it
 * @param mask (batch × units) of 0 and 1 when the layer drops units
 * @param delta (batch × units) ∂J/∂z
 * @param gradientWData (inputs × units) aᵀ·delta, without the penalty
 * @param gradientW (inputs × units) with the penalty's gradient
 * @param gradientB (1 × units) column sums of delta
 * @param wAfter (inputs × units)
 * @param bAfter (1 × units)
 * @param memoryW what the optimizer keeps for w, in the order of its formula
 * @param memoryB what it keeps for b
 */
public record LayerTrace(
    int index,
    LayerSpec spec,
    MatrixView w,
    MatrixView b,
    MatrixView z,
    Optional<BatchNormTrace> batchNorm,
    MatrixView a,
    Optional<MatrixView> mask,
    MatrixView delta,
    MatrixView gradientWData,
    MatrixView gradientW,
    MatrixView gradientB,
    MatrixView wAfter,
    MatrixView bAfter,
    List<OptimizerMemory> memoryW,
    List<OptimizerMemory> memoryB) {
  public LayerTrace {
    memoryW = List.copyOf(memoryW);
    memoryB = List.copyOf(memoryB);
  }
}
