package org.ladera.ui.shell;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Rich text as nodes: words in the text family, symbols in the italics of the formulas. */
final class Symbols {
  private Symbols() {}

  static List<Text> nodes(
      String source, double px, Type.Weight weight, Color color, Tokens tokens) {
    return RichText.parse(source).spans().stream()
        .map(span -> node(span, px, weight, color, tokens))
        .toList();
  }

  private static Text node(
      RichText.Span span, double px, Type.Weight weight, Color color, Tokens tokens) {
    return switch (span.style()) {
      case TEXT -> text(span.text(), Type.text(tokens, px, weight), color, 0);
      case SYMBOL -> {
        StringBuilder glyphs = new StringBuilder();
        span.text().chars().forEach(c -> glyphs.append(Type.glyph((char) c)));
        yield text(
            glyphs.toString(), Type.symbol(tokens, px), meaning(span.text(), color, tokens), 0);
      }
      case LOWERED -> text(span.text(), Type.text(tokens, 9, weight), color, px * 0.25);
      case RAISED -> text(span.text(), Type.text(tokens, 9, weight), color, -px * 0.35);
    };
  }

  private static Text text(String words, javafx.scene.text.Font font, Color color, double lower) {
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
