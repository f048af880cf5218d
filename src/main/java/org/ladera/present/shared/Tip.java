package org.ladera.present.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.text.Messages;
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

  /** Says that the number can be opened, where it is one of the run whose updates can be. */
  public static List<Line> explain(RunFrame run, Messages messages) {
    return run.id().equals(Scene.MAIN)
        ? List.of(new Line(messages.text("view.tip.explain"), Tone.KEYS))
        : List.of();
  }

  /** This and more lines. */
  public Tip with(List<Line> more) {
    List<Line> all = new ArrayList<>(lines);
    all.addAll(more);
    return new Tip(all);
  }

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
