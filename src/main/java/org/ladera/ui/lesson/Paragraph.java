package org.ladera.ui.lesson;

import javafx.scene.text.TextFlow;
import org.ladera.lesson.markup.TexNotation;
import org.ladera.text.Numbers;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** A paragraph with formulas in it, as the narrative writes it, for other parts of the window. */
public final class Paragraph {
  private Paragraph() {}

  /** Body text of one line of Markdown. */
  public static TextFlow of(
      String markdown,
      Typesetter typesetter,
      Numbers numbers,
      TexNotation notation,
      Tokens tokens) {
    LiveFormulas formulas =
        new LiveFormulas(typesetter, tokens, numbers, notation, (view, names) -> () -> {});
    Prose prose = new Prose(tokens, formulas, TextLinks.NONE);
    return prose.line(markdown, new LineStyle(14, Type.Weight.REGULAR, tokens.text()));
  }
}
