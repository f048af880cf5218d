package org.ladera.present;

import java.util.List;
import java.util.stream.Collectors;
import org.ladera.text.RichText;

/** What a tooltip over a plot says: the reading first, the exact number below, then the keys. */
public record Tip(List<Line> lines) {
  /** What a line is about; the view knows its colour. */
  public enum Tone {
    TITLE,
    TEXT,
    DELTA,
    LOSS,
    KEYS
  }

  /** One line; symbols stand between dollar signs. */
  public record Line(String text, Tone tone) {}

  public Tip {
    lines = List.copyOf(lines);
  }

  /** All of it, as a screen reader says it. */
  public String plain() {
    return lines.stream()
        .map(line -> RichText.parse(line.text()).plain())
        .collect(Collectors.joining(". "));
  }
}
