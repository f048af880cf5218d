package org.ladera.ui.step;

import javafx.scene.paint.Color;
import org.ladera.present.step.Grid.Meaning;
import org.ladera.ui.theme.Tokens;

/** The colours of a matrix: a symbol keeps its own in formula, diagram, matrix and plot. */
final class MeaningColours {
  private MeaningColours() {}

  static Color ink(Meaning meaning, Tokens tokens) {
    return switch (meaning) {
      case DATA -> tokens.input().ink();
      case NET -> tokens.netInput().ink();
      case WEIGHT -> tokens.weight().ink();
      case DELTA -> tokens.delta().ink();
      case GRADIENT -> tokens.gradient().ink();
      case LOSS -> tokens.loss().ink();
      case PLAIN -> tokens.text();
    };
  }

  static Color mark(Meaning meaning, Tokens tokens) {
    return switch (meaning) {
      case DATA -> tokens.input().mark();
      case NET -> tokens.netInput().mark();
      case WEIGHT -> tokens.weight().mark();
      case DELTA -> tokens.delta().mark();
      case GRADIENT -> tokens.gradient().mark();
      case LOSS -> tokens.loss().mark();
      case PLAIN -> tokens.muted();
    };
  }
}
