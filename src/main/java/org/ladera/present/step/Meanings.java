package org.ladera.present.step;

import org.ladera.explain.Quantity.Kind;

/** What the kinds of number of an update have in common on screen. */
final class Meanings {
  private Meanings() {}

  /** The colour in which a number of this kind is written. */
  static Grid.Meaning of(Kind kind) {
    return switch (kind) {
      case X, Y, A -> Grid.Meaning.DATA;
      case Z, MEAN, VARIANCE, NORMALISED, NORM_OUTPUT -> Grid.Meaning.NET;
      case LOSS, PENALTY, TOTAL -> Grid.Meaning.LOSS;
      case DELTA, NORM_DELTA -> Grid.Meaning.DELTA;
      case GRADIENT_W, GRADIENT_B, GRADIENT_GAMMA, GRADIENT_BETA, GRADIENT_NORM ->
          Grid.Meaning.GRADIENT;
      case W, B, GAMMA, BETA, W_AFTER, B_AFTER, GAMMA_AFTER, BETA_AFTER -> Grid.Meaning.WEIGHT;
      case MASK, MEMORY_W, MEMORY_B, MEMORY_W_AFTER, MEMORY_B_AFTER, RATE -> Grid.Meaning.PLAIN;
    };
  }

  /** Whether each example of the batch has a number of this kind. */
  static boolean isPerSample(Kind kind) {
    return switch (kind) {
      case X, Y, Z, A, NORMALISED, NORM_OUTPUT, MASK, DELTA, NORM_DELTA -> true;
      case MEAN, VARIANCE, LOSS, PENALTY, TOTAL, RATE -> false;
      case GRADIENT_W, GRADIENT_B, GRADIENT_GAMMA, GRADIENT_BETA, GRADIENT_NORM -> false;
      case W, B, GAMMA, BETA, W_AFTER, B_AFTER, GAMMA_AFTER, BETA_AFTER -> false;
      case MEMORY_W, MEMORY_B, MEMORY_W_AFTER, MEMORY_B_AFTER -> false;
    };
  }
}
