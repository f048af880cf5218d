package org.ladera.engine.spec;

/**
 * A loss: a sum over samples and outputs, times an explicit factor. With e = a − y: SQUARED Σe²,
 * ABSOLUTE Σ|e|, ROOT_SQUARED √(factor·Σe²), HUBER Σ(e²/2 if |e| ≤ 1 else |e| − 1/2), SQUARED_LOG
 * Σ(ln(1+a) − ln(1+y))², BINARY_CROSS_ENTROPY −Σ(y ln a + (1−y) ln(1−a)), CATEGORICAL_CROSS_ENTROPY
 * −Σ y ln a, NEGATIVE_LOG_LIKELIHOOD −Σ y a on outputs that are already logarithms of
 * probabilities.
 */
public record LossSpec(Kind kind, Factor factor) {
  public enum Kind {
    SQUARED,
    ABSOLUTE,
    ROOT_SQUARED,
    HUBER,
    SQUARED_LOG,
    BINARY_CROSS_ENTROPY,
    CATEGORICAL_CROSS_ENTROPY,
    NEGATIVE_LOG_LIKELIHOOD
  }

  /** The plain sum of squared errors Σe². */
  public static final LossSpec SSE = new LossSpec(Kind.SQUARED, Factor.ONE);

  /** Half the sum of squared errors, whose gradient is Xᵀ(Xθ − y). */
  public static final LossSpec HALF_SSE = new LossSpec(Kind.SQUARED, Factor.HALF);

  public LossSpec withFactor(Factor other) {
    return new LossSpec(kind, other);
  }
}
