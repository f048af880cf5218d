package org.ladera.engine.spec;

/**
 * One layer: net inputs z by its kind, in a dense layer z = a·W + b, then batch normalisation if
 * asked for, then the activation, then dropout.
 *
 * @param kind how z comes from what enters the layer
 * @param activation the function applied to z
 * @param bias whether the layer has a bias row b
 * @param batchNorm whether batch normalisation stands between z and the activation
 * @param dropout the share of activations set to 0 while training, in [0, 1)
 * @param batchNormEpsilon ε beside the variance in batch normalisation
 * @param trainable whether updates change the parameters of the layer; else they stay as they began
 */
public record LayerSpec(
    LayerKind kind,
    ActivationSpec activation,
    boolean bias,
    boolean batchNorm,
    double dropout,
    double batchNormEpsilon,
    boolean trainable) {
  /** The ε that PyTorch uses too. */
  public static final double USUAL_EPSILON = 1e-5;

  /** A dense layer. */
  public LayerSpec(
      int units, ActivationSpec activation, boolean bias, boolean batchNorm, double dropout) {
    this(units, activation, bias, batchNorm, dropout, USUAL_EPSILON);
  }

  /** A dense layer. */
  public LayerSpec(
      int units,
      ActivationSpec activation,
      boolean bias,
      boolean batchNorm,
      double dropout,
      double batchNormEpsilon) {
    this(new LayerKind.Dense(units), activation, bias, batchNorm, dropout, batchNormEpsilon);
  }

  /** A layer that is trained. */
  public LayerSpec(
      LayerKind kind,
      ActivationSpec activation,
      boolean bias,
      boolean batchNorm,
      double dropout,
      double batchNormEpsilon) {
    this(kind, activation, bias, batchNorm, dropout, batchNormEpsilon, true);
  }

  public LayerSpec {
    if (bias && kind.weightColumns() == 0) {
      throw new IllegalArgumentException("bias: a layer without weights has none");
    }
    if (batchNorm && !(kind instanceof LayerKind.Dense)) {
      throw new IllegalArgumentException("batch normalisation: only dense layers have it");
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

  /** A layer that only passes on or gathers what enters it: pooling, flattening, a function. */
  public static LayerSpec plain(LayerKind kind) {
    return new LayerSpec(kind, ActivationSpec.IDENTITY, false, false, 0, USUAL_EPSILON);
  }

  /** The number of values that leave the layer for one sample. */
  public int units() {
    return kind.units();
  }

  /** Whether every unit is weighted with every input. */
  public boolean isDense() {
    return kind instanceof LayerKind.Dense;
  }

  public LayerSpec withoutBias() {
    return new LayerSpec(kind, activation, false, batchNorm, dropout, batchNormEpsilon, trainable);
  }

  public LayerSpec withoutDropout() {
    return withDropout(0);
  }

  public LayerSpec withDropout(double share) {
    return new LayerSpec(kind, activation, bias, batchNorm, share, batchNormEpsilon, trainable);
  }

  /** A dense layer like this one with another number of units. */
  public LayerSpec withUnits(int units) {
    return new LayerSpec(
        new LayerKind.Dense(units),
        activation,
        bias,
        batchNorm,
        dropout,
        batchNormEpsilon,
        trainable);
  }

  /** The same layer, whose parameters no update changes. */
  public LayerSpec frozen() {
    return new LayerSpec(kind, activation, bias, batchNorm, dropout, batchNormEpsilon, false);
  }

  public LayerSpec withActivation(ActivationSpec other) {
    return new LayerSpec(kind, other, bias, batchNorm, dropout, batchNormEpsilon, trainable);
  }
}
