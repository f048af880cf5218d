package org.ladera.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.reading.Reading;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.SweepResult;
import org.ladera.session.sweep.SweepState;
import org.ladera.text.Messages;

/**
 * A sweep for people: for each reading a table with a row for each value, median and range over the
 * seeds. Numbers have a decimal point in every language, so that they can be copied.
 */
final class SweepReport {
  private static final String APART = "  ";

  private final Surroundings here;

  SweepReport(Surroundings here) {
    this.here = here;
  }

  /** How far it is, beside a bar. */
  static String progress(SweepState state, Messages messages) {
    Map<String, Object> runs = Map.of("done", state.done(), "runs", state.sweep().size());
    String done = messages.text("sweep.progress", runs);
    return Double.isNaN(state.secondsLeft())
        ? done
        : done
            + " · "
            + messages.text("sweep.left", Map.of("seconds", (long) Math.ceil(state.secondsLeft())));
  }

  void print(Lesson lesson, Step step, SweepState end) {
    Sweep sweep = end.sweep();
    here.say(
        "cli.run.title", Map.of("lesson", here.title(lesson), "step", here.title(lesson, step)));
    here.say(
        "cli.sweep.runs",
        Map.of("done", end.done(), "runs", sweep.size(), "seeds", sweep.seeds().size()));
    for (int i = 0; i < sweep.readings().size(); i++) {
      here.out().println();
      table(end, sweep.readings().get(i), i);
    }
  }

  private void table(SweepState end, Reading reading, int index) {
    Sweep sweep = end.sweep();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    sweep.varied().forEach(varied -> head.add(varied.setting().name()));
    for (String column : List.of("median", "least", "greatest", "diverged")) {
      head.add(here.messages().text("cli.sweep." + column, Map.of("reading", reading.text())));
    }
    rows.add(head);
    sweep.places().forEach(place -> rows.add(row(end, place, index)));
    int[] widths = new int[head.size()];
    for (List<String> row : rows) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        line.append(APART).append(" ".repeat(widths[c] - row.get(c).length())).append(row.get(c));
      }
      here.out().println(line);
    }
  }

  private static List<String> row(SweepState end, List<Integer> place, int index) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < place.size(); i++) {
      row.add(end.sweep().varied().get(i).values().get(place.get(i)));
    }
    Optional<SweepState.Summary> summary = end.summary(place, index);
    row.add(summary.map(s -> number(s.median())).orElse("-"));
    row.add(summary.map(s -> number(s.least())).orElse("-"));
    row.add(summary.map(s -> number(s.greatest())).orElse("-"));
    long diverged =
        end.results().stream()
            .filter(r -> r.of().values().equals(place))
            .filter(SweepResult::diverged)
            .count();
    row.add(Long.toString(diverged));
    return row;
  }

  private static String number(double value) {
    return String.format(java.util.Locale.ROOT, "%.6g", value);
  }
}
