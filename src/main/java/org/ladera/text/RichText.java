package org.ladera.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A short text with symbols of the formulas in it, for labels of plots and tables. Between dollar
 * signs letters are symbols, {@code _} lowers and {@code ^} raises the next character or the next
 * {@code (group)}: {@code $r_(12)$ = 0.5}.
 */
public record RichText(List<Span> spans) {
  public enum Style {
    TEXT,
    SYMBOL,
    LOWERED,
    RAISED
  }

  /** A stretch of one style. */
  public record Span(String text, Style style) {}

  public RichText {
    spans = List.copyOf(spans);
  }

  /** Reads {@code source}; every text is valid, an odd dollar sign opens symbols to the end. */
  public static RichText parse(String source) {
    List<Span> spans = new ArrayList<>();
    boolean symbols = false;
    for (String part : source.split("\\$", -1)) {
      if (symbols) {
        symbols(part, spans);
      } else {
        add(spans, part, Style.TEXT);
      }
      symbols = !symbols;
    }
    return new RichText(spans);
  }

  /** The text without its marks, as a screen reader says it. */
  public String plain() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  private static void symbols(String part, List<Span> spans) {
    int i = 0;
    while (i < part.length()) {
      char c = part.charAt(i);
      if ((c == '_' || c == '^') && i + 1 < part.length()) {
        boolean group = part.charAt(i + 1) == '(';
        int close = group ? part.indexOf(')', i) : i + 2;
        int end = close < 0 ? part.length() : close;
        String inside = part.substring(group ? i + 2 : i + 1, end);
        add(spans, inside, c == '_' ? Style.LOWERED : Style.RAISED);
        i = group ? end + 1 : end;
      } else {
        add(spans, String.valueOf(c), Character.isLetter(c) ? Style.SYMBOL : Style.TEXT);
        i++;
      }
    }
  }

  private static void add(List<Span> spans, String text, Style style) {
    if (text.isEmpty()) {
      return;
    }
    if (!spans.isEmpty() && spans.getLast().style() == style) {
      Span last = spans.removeLast();
      spans.add(new Span(last.text() + text, style));
    } else {
      spans.add(new Span(text, style));
    }
  }
}
