package org.ladera.explain;

/**
 * What numbers and constants are called where there are no Greek letters.
 *
 * @param notation whose letters are written
 */
record Names(Notation notation) {
  String symbol(Quantity q) {
    return switch (q.kind()) {
      case W -> weight();
      case B -> bias();
      case GRADIENT_W -> "d" + weight();
      case GRADIENT_B -> "d" + bias();
      case W_AFTER -> weight() + "_after";
      case B_AFTER -> bias() + "_after";
      case MEMORY_W -> q.memory() + "_" + weight();
      case MEMORY_B -> q.memory() + "_" + bias();
      case MEMORY_W_AFTER -> q.memory() + "_" + weight() + "_after";
      case MEMORY_B_AFTER -> q.memory() + "_" + bias() + "_after";
      case RATE -> constant("eta");
      case X,
          Y,
          Z,
          MEAN,
          VARIANCE,
          NORMALISED,
          NORM_OUTPUT,
          A,
          MASK,
          LOSS,
          PENALTY,
          TOTAL,
          DELTA,
          NORM_DELTA,
          GRADIENT_GAMMA,
          GRADIENT_BETA,
          GRADIENT_NORM,
          GAMMA,
          BETA,
          GAMMA_AFTER,
          BETA_AFTER ->
          q.kind().symbol();
    };
  }

  private String weight() {
    return switch (notation.parameters()) {
      case W_B -> "W";
      case THETA -> "Theta";
      // Batch normalisation has a small beta of its own.
      case BETA -> "Beta";
    };
  }

  private String bias() {
    return switch (notation.parameters()) {
      case W_B -> "b";
      case THETA -> "theta0";
      case BETA -> "beta0";
    };
  }

  String constant(String symbol) {
    boolean alpha = notation.rate() == Notation.Rate.ALPHA;
    return switch (symbol) {
      case "eta" -> alpha ? "alpha" : "eta";
      // The slope of a leaky ReLU, which would be taken for the rate.
      case "alpha" -> alpha ? "slope" : "alpha";
      case "samples" -> notation.factor() == Notation.LossFactor.MEAN_N ? "n" : "m";
      case "outputs" -> "k";
      default -> symbol;
    };
  }
}
