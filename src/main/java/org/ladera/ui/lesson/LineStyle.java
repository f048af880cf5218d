package org.ladera.ui.lesson;

import javafx.scene.paint.Color;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * How a line of text looks.
 *
 * @param px size in the light profile
 */
record LineStyle(double px, Type.Weight weight, Color color) {
  static LineStyle body(Tokens tokens) {
    return new LineStyle(14, Type.Weight.REGULAR, tokens.text());
  }

  static LineStyle control(Tokens tokens) {
    return new LineStyle(13, Type.Weight.SEMI_BOLD, tokens.text());
  }

  static LineStyle caption(Tokens tokens) {
    return new LineStyle(12, Type.Weight.REGULAR, tokens.muted());
  }

  static LineStyle danger(Tokens tokens) {
    return new LineStyle(12, Type.Weight.MEDIUM, tokens.danger().mark());
  }

  LineStyle weighing(Type.Weight other) {
    return new LineStyle(px, other, color);
  }
}
