package org.ladera.ui.plot;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** What a view says when it has nothing to draw: what is missing, then what would help. */
public final class Invitation {
  private Invitation() {}

  public static void draw(PlotGraphics graphics, Rectangle2D body, List<String> words) {
    Tokens tokens = graphics.tokens();
    double x = body.getMinX() + body.getWidth() / 2;
    double base = body.getMinY() + body.getHeight() / 2 - graphics.size(14);
    graphics.text(
        RichText.parse(words.getFirst()),
        x,
        base,
        14,
        Weight.SEMI_BOLD,
        tokens.text(),
        PlotGraphics.Align.CENTRE);
    for (String text : words.subList(1, words.size())) {
      for (String line : graphics.wrapped(text, body.getWidth() - 48, 12, Weight.REGULAR)) {
        base += graphics.size(12) * 1.7;
        graphics.text(line, x, base, 12, Weight.REGULAR, tokens.muted(), PlotGraphics.Align.CENTRE);
      }
    }
  }
}
