package org.ladera.engine.spec;

/**
 * The factor before the sum of a loss. The sources use five conventions; each is one of these.
 *
 * @param rule how the factor follows from the batch
 * @param fixed the factor itself when the rule is {@link Rule#FIXED}, else unused (0)
 */
public record Factor(Rule rule, double fixed) {
  public enum Rule {
    /** 1: the plain sum. */
    ONE,
    /** 1/2. */
    HALF,
    /** 1/m, m the samples of the batch. */
    PER_SAMPLE,
    /** 1/(2m). */
    HALF_PER_SAMPLE,
    /** 1/(m·k), k the outputs. */
    PER_ELEMENT,
    /** A given number. */
    FIXED
  }

  public static final Factor ONE = new Factor(Rule.ONE, 0);
  public static final Factor HALF = new Factor(Rule.HALF, 0);
  public static final Factor PER_SAMPLE = new Factor(Rule.PER_SAMPLE, 0);
  public static final Factor HALF_PER_SAMPLE = new Factor(Rule.HALF_PER_SAMPLE, 0);
  public static final Factor PER_ELEMENT = new Factor(Rule.PER_ELEMENT, 0);

  public static Factor fixed(double value) {
    return new Factor(Rule.FIXED, value);
  }

  /** The number for a batch of {@code samples} rows and {@code outputs} columns. */
  public double value(int samples, int outputs) {
    return switch (rule) {
      case ONE -> 1;
      case HALF -> 0.5;
      case PER_SAMPLE -> 1.0 / samples;
      case HALF_PER_SAMPLE -> 1.0 / (2.0 * samples);
      case PER_ELEMENT -> 1.0 / ((double) samples * outputs);
      case FIXED -> fixed;
    };
  }

  /** Whether the factor shrinks as the batch grows, so that losses of batches are averaged. */
  public boolean averages() {
    return rule == Rule.PER_SAMPLE || rule == Rule.HALF_PER_SAMPLE || rule == Rule.PER_ELEMENT;
  }
}
