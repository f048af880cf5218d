package org.ladera.ui.plot;

import javafx.scene.paint.Color;
import org.ladera.ui.theme.Tokens;

/** A symbol keeps its colour in formula, diagram, matrix and plot. */
final class Meaning {
  private Meaning() {}

  /** The ink of a symbol's meaning, or {@code otherwise} for a symbol that has none. */
  static Color ink(char symbol, Tokens tokens, Color otherwise) {
    return switch (symbol) {
      case 'J' -> tokens.loss().ink();
      case 'W', 'w', 'b', '\u03b8', '\u03b2' -> tokens.weight().ink();
      case 'r', '\u03b4' -> tokens.delta().ink();
      case 'x', 'a' -> tokens.input().ink();
      case 'z' -> tokens.netInput().ink();
      default -> otherwise;
    };
  }
}
