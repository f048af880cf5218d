package org.ladera.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A short text with symbols of the formulas in it, for labels of plots and tables. Between dollar
 * signs letters are symbols, {@code _} lowers and {@code ^} raises the next character or the next
 * {@code (group)}: {@code $r_(12)$ = 0.5}. In a raised group {@code _} lowers the next character
 * again: {@code $e^(z_i)$}.
 */
public record RichText(List<Span> spans) {
  private static final String ELLIPSIS = "\u2026";

  public enum Style {
    TEXT,
    SYMBOL,
    LOWERED,
    RAISED,
    /** The index of a raised letter. */
    RAISED_LOWERED
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

  /** Whether a span is the second of two indices of a symbol, over or under the first. */
  public boolean isStacked(int span) {
    return span > 0
        && !isStacked(span - 1)
        && (pair(span, Style.RAISED, Style.LOWERED) || pair(span, Style.LOWERED, Style.RAISED));
  }

  private boolean pair(int span, Style first, Style second) {
    return spans.get(span - 1).style() == first && spans.get(span).style() == second;
  }

  /** The text without its marks, as a screen reader says it. */
  public String plain() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /** The text without its last character and with an ellipsis; empty when nothing would be left. */
  public RichText shortened() {
    List<Span> kept = new ArrayList<>(spans);
    if (!kept.isEmpty() && kept.getLast().text().equals(ELLIPSIS)) {
      kept.removeLast();
    }
    if (kept.isEmpty()) {
      return new RichText(List.of());
    }
    Span last = kept.removeLast();
    String text = last.text().replace(ELLIPSIS, "");
    if (text.length() > 1) {
      kept.add(new Span(text.substring(0, text.length() - 1), last.style()));
    }
    add(kept, ELLIPSIS, Style.TEXT);
    return new RichText(kept);
  }

  private static void symbols(String part, List<Span> spans) {
    int i = 0;
    while (i < part.length()) {
      char c = part.charAt(i);
      if ((c == '_' || c == '^') && i + 1 < part.length()) {
        boolean group = part.charAt(i + 1) == '(';
        int close = group ? closing(part, i + 1) : i + 2;
        int end = close < 0 ? part.length() : close;
        String inside = part.substring(group ? i + 2 : i + 1, end);
        if (c == '_') {
          add(spans, inside, Style.LOWERED);
        } else {
          raised(inside, spans);
        }
        i = group ? end + 1 : end;
      } else {
        add(spans, String.valueOf(c), Character.isLetter(c) ? Style.SYMBOL : Style.TEXT);
        i++;
      }
    }
  }

  /** The bracket that closes the one at {@code open}; negative when none does. */
  private static int closing(String part, int open) {
    int depth = 0;
    for (int i = open; i < part.length(); i++) {
      depth += part.charAt(i) == '(' ? 1 : part.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static void raised(String inside, List<Span> spans) {
    for (int i = 0; i < inside.length(); i++) {
      boolean index = inside.charAt(i) == '_' && i + 1 < inside.length();
      i += index ? 1 : 0;
      add(spans, String.valueOf(inside.charAt(i)), index ? Style.RAISED_LOWERED : Style.RAISED);
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
