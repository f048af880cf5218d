package org.ladera.engine.spec;

/**
 * One dense layer: z = a·W + b, then batch normalisation if asked for, then the activation, then
 * dropout.
 *
 * @param units the number of units, at least 1
 * @param activation the function applied to z
 * @param bias whether the layer has a bias row b
 * @param batchNorm whether batch normalisation stands between z and the activation
 * @param dropout the share of activations set to 0 while training, in [0, 1)
 * @param batchNormEpsilon ε beside the variance in batch normalisation
 */
public record LayerSpec(
    int units,
    ActivationSpec activation,
    boolean bias,
    boolean batchNorm,
    double dropout,
    double batchNormEpsilon) {
  /** The ε that PyTorch uses too. */
  public static final double USUAL_EPSILON = 1e-5;

  public LayerSpec(
      int units, ActivationSpec activation, boolean bias, boolean batchNorm, double dropout) {
    this(units, activation, bias, batchNorm, dropout, USUAL_EPSILON);
  }

  public LayerSpec {
    if (units < 1) {
      throw new IllegalArgumentException("units: expected at least 1, found " + units);
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout: expected 0 <= p < 1, found " + dropout);
    }
    if (!(batchNormEpsilon > 0)) {
      throw new IllegalArgumentException(
          "batch normalisation: expected epsilon > 0, found " + batchNormEpsilon);
    }
  }

  /** A layer with a bias, without batch normalisation or dropout. */
  public static LayerSpec dense(int units, ActivationSpec activation) {
    return new LayerSpec(units, activation, true, false, 0);
  }

  public LayerSpec withoutBias() {
    return new LayerSpec(units, activation, false, batchNorm, dropout, batchNormEpsilon);
  }

  public LayerSpec withoutDropout() {
    return new LayerSpec(units, activation, bias, batchNorm, 0, batchNormEpsilon);
  }

  public LayerSpec withActivation(ActivationSpec other) {
    return new LayerSpec(units, other, bias, batchNorm, dropout, batchNormEpsilon);
  }
}
