package org.ladera.present;

import java.util.List;

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
}
