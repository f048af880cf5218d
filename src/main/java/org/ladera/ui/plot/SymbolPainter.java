package org.ladera.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Draws the letters of formulas in plots, each in the colour of its meaning. */
final class SymbolPainter {
  private final GraphicsContext g;
  private final TextRuler ruler;
  private final Tokens tokens;

  SymbolPainter(GraphicsContext g, TextRuler ruler, Tokens tokens) {
    this.g = g;
    this.ruler = ruler;
    this.tokens = tokens;
  }

  /**
   * @param meanings whether symbols that have a meaning keep its colour
   */
  void draw(String letters, double x, double y, double px, Color color, boolean meanings) {
    double at = x;
    double size = Type.size(tokens, px);
    for (char letter : letters.toCharArray()) {
      g.setFill(meanings ? Meaning.ink(letter, tokens, color) : color);
      String glyph = TextRuler.glyphs(String.valueOf(letter));
      PlotLetters.fill(g, glyph, at, Math.round(y));
      double w = ruler.measure(glyph, Type.symbol(tokens, px));
      if (letter == TextRuler.HAT_Y) {
        hat(at + w * 0.58, Math.round(y) - size * 0.66, size * 0.2, meanings, color);
      }
      at += w;
    }
  }

  private void hat(double x, double y, double half, boolean meanings, Color color) {
    g.setStroke(meanings ? Meaning.ink(TextRuler.HAT_Y, tokens, color) : color);
    g.setLineWidth(0.9 * (tokens.scale() > 1 ? 1.5 : 1));
    g.strokePolyline(new double[] {x - half, x, x + half}, new double[] {y, y - half * 0.75, y}, 3);
  }
}
