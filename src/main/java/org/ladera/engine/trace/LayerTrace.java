package org.ladera.engine.trace;

import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterRef;

/**
 * What one layer computed in one update, before and after it. Samples are rows; J includes the
 * factor of the loss.
 *
 * @param index 1 = the first layer after the inputs
 *     <p>Shapes are those of a dense layer. In another kind of layer W has the rows and columns
 *     that its {@link org.ladera.engine.spec.LayerKind} says, b as many columns; without weights
 *     they are empty.
 * @param w (inputs × units); its data gradient is aᵀ·delta
 * @param b (1 × units); zeros when the layer has no bias; its gradient is the column sums of delta
 * @param z (batch × units) a·W + b
 * @param a (batch × units) the output of the layer, after dropout where it has it
 * @param mask (batch × units) of 0 and 1 when the layer drops units
 * @param delta (batch × units) ∂J/∂z
 */
public record LayerTrace(
    int index,
    LayerSpec spec,
    ParameterTrace w,
    ParameterTrace b,
    MatrixView z,
    Optional<BatchNormTrace> batchNorm,
    MatrixView a,
    Optional<MatrixView> mask,
    MatrixView delta) {

  /** What the activation is applied to: z, or where it is normalised what comes of that. */
  public MatrixView activated() {
    return batchNorm.map(BatchNormTrace::output).orElse(z);
  }

  /**
   * All parameters of a kind.
   *
   * @throws java.util.NoSuchElementException for those of a normalisation that the layer has not
   */
  public ParameterTrace parameters(ParameterRef.Kind kind) {
    return switch (kind) {
      case WEIGHT -> w;
      case BIAS -> b;
      case GAMMA -> batchNorm.orElseThrow().gamma();
      case BETA -> batchNorm.orElseThrow().beta();
    };
  }
}
