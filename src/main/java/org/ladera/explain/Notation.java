package org.ladera.explain;

/**
 * How a course writes its formulas. Only the writing changes: every number stays the engine's.
 *
 * @param rate letter of the learning rate
 * @param parameters letters of weights and biases
 * @param samples whether a sample is a row or a column of the matrices
 * @param layers brackets around the number of a layer
 * @param comma whether numbers have a decimal comma
 */
public record Notation(
    Rate rate, Parameters parameters, Samples samples, Layers layers, boolean comma) {
  public enum Rate {
    ETA,
    ALPHA
  }

  public enum Parameters {
    W_B,
    THETA,
    BETA
  }

  public enum Samples {
    ROWS,
    COLUMNS
  }

  public enum Layers {
    BRACKETS,
    PARENTHESES
  }

  /** The engine's own: η, W and b, samples in rows, [l], decimal point. */
  public static final Notation ENGINE =
      new Notation(Rate.ETA, Parameters.W_B, Samples.ROWS, Layers.BRACKETS, false);

  public Notation withRate(Rate other) {
    return new Notation(other, parameters, samples, layers, comma);
  }

  public Notation withParameters(Parameters other) {
    return new Notation(rate, other, samples, layers, comma);
  }

  public Notation withSamples(Samples other) {
    return new Notation(rate, parameters, other, layers, comma);
  }

  public Notation withLayers(Layers other) {
    return new Notation(rate, parameters, samples, other, comma);
  }

  public Notation withComma(boolean other) {
    return new Notation(rate, parameters, samples, layers, other);
  }
}
