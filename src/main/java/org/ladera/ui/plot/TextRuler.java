package org.ladera.ui.plot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Measures texts with symbols in the fonts of one profile, each only once in a while. */
final class TextRuler {
  static final char HAT_Y = '\u0177';

  /** Widths of this many texts are kept, from drawing to drawing: most words and many numbers. */
  private static final int KEPT = 4096;

  /** A width is the same in every drawing and on every thread. */
  private static final Map<Measured, Double> MEASURED = new ConcurrentHashMap<>();

  private final Tokens tokens;
  private final Text ruler = new Text();

  private record Measured(String text, Font font) {}

  TextRuler(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The width of a span. */
  double advance(RichText.Span span, double px, Type.Weight weight) {
    String text = span.style() == RichText.Style.SYMBOL ? glyphs(span.text()) : span.text();
    return measure(text, font(span.style(), px, weight))
        + (span.style() == RichText.Style.SYMBOL ? 0.5 : 0);
  }

  /**
   * Where each span begins, from 0, and after them how wide all are. Of two indices the second
   * stands over or under the first, as in the formulas of the text.
   */
  double[] starts(RichText text, double px, Type.Weight weight) {
    List<RichText.Span> spans = text.spans();
    double[] starts = new double[spans.size() + 1];
    double end = 0;
    for (int i = 0; i < spans.size(); i++) {
      starts[i] = text.isStacked(i) ? starts[i - 1] : end;
      end = Math.max(end, starts[i] + advance(spans.get(i), px, weight));
    }
    starts[spans.size()] = end;
    return starts;
  }

  Font font(RichText.Style style, double px, Type.Weight weight) {
    return switch (style) {
      case TEXT -> Type.text(tokens, px, weight);
      case SYMBOL -> Type.symbol(tokens, px);
      case LOWERED, RAISED -> Type.script(tokens, px, 0.8, weight);
      case RAISED_LOWERED -> Type.script(tokens, px, 0.65, weight);
    };
  }

  /** The letters as the font of symbols has them; the hat of ŷ is drawn. */
  static String glyphs(String letters) {
    StringBuilder out = new StringBuilder();
    for (char letter : letters.toCharArray()) {
      out.append(letter == HAT_Y ? 'y' : Type.glyph(letter));
    }
    return out.toString();
  }

  /** A text with 0 in the place of every digit: as wide as with any others, where they line up. */
  static String zeros(String text) {
    char[] zeros = text.toCharArray();
    for (int i = 0; i < zeros.length; i++) {
      zeros[i] = Character.isDigit(zeros[i]) ? '0' : zeros[i];
    }
    return new String(zeros);
  }

  /** Laying a text out costs more than drawing it, and a picture repeats most of its numbers. */
  double measure(String text, Font font) {
    Measured wanted = new Measured(text, font);
    Double known = MEASURED.get(wanted);
    if (known != null) {
      return known;
    }
    if (MEASURED.size() >= KEPT) {
      MEASURED.clear();
    }
    ruler.setFont(font);
    ruler.setText(text);
    double width = ruler.getLayoutBounds().getWidth();
    MEASURED.put(wanted, width);
    return width;
  }
}
