package org.ladera.present.step;

import org.ladera.explain.Quantity.Kind;

/** What the kinds of number of an update have in common on screen. */
final class Meanings {
  private Meanings() {}

  /** The colour in which a number of this kind is written. */
  static Grid.Meaning of(Kind kind) {
    return switch (kind.role()) {
      case DATA -> Grid.Meaning.DATA;
      case NET -> Grid.Meaning.NET;
      case LOSS -> Grid.Meaning.LOSS;
      case DELTA -> Grid.Meaning.DELTA;
      case GRADIENT -> Grid.Meaning.GRADIENT;
      case PARAMETER, CHANGED -> Grid.Meaning.WEIGHT;
      case MEMORY, CHANGED_MEMORY, SETTING -> Grid.Meaning.PLAIN;
    };
  }
}
