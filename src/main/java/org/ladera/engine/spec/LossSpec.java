package org.ladera.engine.spec;

import java.util.List;
import java.util.Optional;

/**
 * A loss: a sum over samples and outputs, times an explicit factor. With e = a − y: SQUARED Σe²,
 * ABSOLUTE Σ|e|, ROOT_SQUARED √(factor·Σe²), HUBER Σ(e²/2 if |e| ≤ 1 else |e| − 1/2), SQUARED_LOG
 * Σ(ln(1+a) − ln(1+y))², BINARY_CROSS_ENTROPY −Σ(y ln a + (1−y) ln(1−a)), CATEGORICAL_CROSS_ENTROPY
 * −Σ y ln a, NEGATIVE_LOG_LIKELIHOOD −Σ y a on outputs that are already logarithms of
 * probabilities, OUTPUT Σ a.
 */
public record LossSpec(Kind kind, Factor factor) {
  /** The catalogue of losses; what they compute is in {@code engine.net}. */
  public enum Kind {
    /** Trace cases name it by the factor that they bring. */
    SQUARED("sse", "mse", "half_mse"),
    ABSOLUTE("mae"),
    ROOT_SQUARED("root_squared"),
    /** Huber 1964, with the corner at 1. */
    HUBER("huber"),
    SQUARED_LOG("squared_log"),
    BINARY_CROSS_ENTROPY(ActivationSpec.Kind.SIGMOID, "bce"),
    CATEGORICAL_CROSS_ENTROPY(ActivationSpec.Kind.SOFTMAX, "cce"),
    NEGATIVE_LOG_LIKELIHOOD("negative_log_likelihood"),
    /** The outputs themselves, whatever the targets are: a function is descended as it is. */
    OUTPUT("output");

    private final Optional<ActivationSpec.Kind> partner;
    private final List<String> traceNames;

    Kind(String... traceNames) {
      partner = Optional.empty();
      this.traceNames = List.of(traceNames);
    }

    Kind(ActivationSpec.Kind partner, String traceName) {
      this.partner = Optional.of(partner);
      traceNames = List.of(traceName);
    }

    /** Its name in lessons and texts: {@code root-squared}. */
    public String id() {
      return Catalogue.id(this);
    }

    /** Its names in trace cases, which differ in nothing else. */
    public List<String> traceNames() {
      return traceNames;
    }

    /**
     * Whether this loss after that last activation has δ = factor·(a − y), so that both are
     * computed from the net inputs and σ′ and 1/a never meet.
     */
    public boolean matches(ActivationSpec.Kind last) {
      // Asked at each update: nothing may be made for the answer.
      return partner.isPresent() && partner.get() == last;
    }

    /** Whether it compares probabilities, so that the last layer has to put them out. */
    public boolean needsProbabilities() {
      return partner.isPresent();
    }
  }

  /** The plain sum of squared errors Σe². */
  public static final LossSpec SSE = new LossSpec(Kind.SQUARED, Factor.ONE);

  /** Half the sum of squared errors, whose gradient is Xᵀ(Xθ − y). */
  public static final LossSpec HALF_SSE = new LossSpec(Kind.SQUARED, Factor.HALF);

  public LossSpec withFactor(Factor other) {
    return new LossSpec(kind, other);
  }
}
