package org.ladera.ui.control;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Rich text as nodes: words in the text family, symbols in the italics of the formulas. */
public final class RichTextNodes {
  /** How far an index stands below the base line, and a power above it, in parts of the text. */
  private static final double LOWER = 0.22;

  private static final double RAISE = 0.35;
  private static final double INDEX = 0.75;

  private RichTextNodes() {}

  public static List<Text> nodes(
      String source, double px, Type.Weight weight, Color color, Tokens tokens) {
    boolean gradient = source.startsWith("‖∇");
    Color ink = gradient ? tokens.gradient().ink() : color;
    return RichText.parse(source).spans().stream()
        .map(span -> node(span, px, weight, ink, tokens, gradient))
        .toList();
  }

  /** As {@link #nodes}, all of it in one colour. */
  public static List<Text> plain(
      String source, double px, Type.Weight weight, Color color, Tokens tokens) {
    return RichText.parse(source).spans().stream()
        .map(span -> node(span, px, weight, color, tokens, true))
        .toList();
  }

  private static Text node(
      RichText.Span span,
      double px,
      Type.Weight weight,
      Color color,
      Tokens tokens,
      boolean gradient) {
    double size = Type.size(tokens, px);
    Font words = Type.text(tokens, px, weight);
    Font index = Type.script(tokens, px, INDEX, weight);
    return switch (span.style()) {
      case TEXT -> text(span.text(), words, color, 0);
      case SYMBOL -> {
        StringBuilder glyphs = new StringBuilder();
        span.text().chars().forEach(c -> glyphs.append(Type.glyph((char) c)));
        Color ink = gradient ? color : meaning(span.text(), color, tokens);
        // The font of the formulas has no letter with a hat.
        boolean hat = span.text().indexOf('\u0177') >= 0;
        yield text(glyphs.toString(), hat ? words : Type.symbol(tokens, px), ink, 0);
      }
      case LOWERED -> text(span.text(), index, color, size * LOWER);
      case RAISED -> text(span.text(), index, color, -size * RAISE);
      case RAISED_LOWERED -> text(span.text(), index, color, size * (LOWER - RAISE));
    };
  }

  private static Text text(String words, Font font, Color color, double lower) {
    Text text = new Text(words);
    text.setFont(font);
    text.setFill(color);
    text.setTranslateY(lower);
    return text;
  }

  private static Color meaning(String symbol, Color color, Tokens tokens) {
    return switch (symbol) {
      case "J" -> tokens.loss().ink();
      default -> color;
    };
  }
}
