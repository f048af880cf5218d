package org.ladera.explain;

import org.ladera.engine.spec.ParameterRef;

/**
 * What numbers and constants are called where there are no Greek letters.
 *
 * @param notation whose letters are written
 */
record Names(Notation notation) {
  String symbol(Quantity q) {
    String parameter = q.kind().parameter().map(this::parameter).orElse(q.kind().symbol());
    return switch (q.kind().role()) {
      case PARAMETER -> parameter;
      case GRADIENT -> q.kind().parameter().isPresent() ? "d" + parameter : parameter;
      case CHANGED -> parameter + "_after";
      case MEMORY -> q.memory() + "_" + parameter;
      case CHANGED_MEMORY -> q.memory() + "_" + parameter + "_after";
      case SETTING -> q.kind() == Quantity.Kind.RATE ? constant("eta") : parameter;
      case DATA, NET, LOSS, DELTA -> parameter;
    };
  }

  private String parameter(ParameterRef.Kind kind) {
    return switch (kind) {
      case WEIGHT -> weight();
      case BIAS -> bias();
      case GAMMA, BETA -> kind.symbol();
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
