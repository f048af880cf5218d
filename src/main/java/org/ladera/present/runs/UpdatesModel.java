package org.ladera.present.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.present.shared.Table;
import org.ladera.present.shared.Table.Cell;
import org.ladera.present.shared.Table.Column;
import org.ladera.present.shared.Table.Row;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.timeline.Trajectory;

/** The parameters after chosen updates, with digits cut off where some sources do. */
public record UpdatesModel(Table table) {
  private static final int LATEST = 200;
  private static final int MOST_PARAMETERS = 8;

  /** The view of {@code spec} of this frame; runs are named by their ids. */
  public static UpdatesModel of(
      Frame frame, ViewSpec.Updates spec, Highlight highlight, Messages messages) {
    return of(frame, spec, highlight, messages, Labels.NONE);
  }

  /** The view of {@code spec} of this frame. */
  public static UpdatesModel of(
      Frame frame, ViewSpec.Updates spec, Highlight highlight, Messages messages, Labels labels) {
    return new Builder(frame, spec, highlight, messages, labels).build();
  }

  /** Before there is a run. */
  public static UpdatesModel empty(Messages messages) {
    String words = messages.text("updates.empty");
    return new UpdatesModel(
        new Table(messages.text("updates.title"), "", words, List.of(), List.of(), words));
  }

  private static final class Builder {
    private final ViewSpec.Updates spec;
    private final Highlight highlight;
    private final Messages messages;
    private final Numbers numbers;
    private final RunFrame run;
    private final ParameterLayout layout;
    private final List<ParameterRef> parameters;
    private final boolean truncate;
    private final List<List<Integer>> digits;
    private final int[] decimals;
    private final String title;

    Builder(
        Frame frame, ViewSpec.Updates spec, Highlight highlight, Messages messages, Labels labels) {
      title = title(frame, spec, messages, labels);
      this.spec = spec;
      this.highlight = highlight;
      this.messages = messages;
      numbers = messages.numbers();
      run = frame.run(spec.run());
      layout = new ParameterLayout(run.experiment().network());
      parameters = chosenParameters();
      decimals = new int[parameters.size()];
      truncate = spec.truncate();
      digits = spec.digits();
    }

    /** With the name of the run, where there are several. */
    private static String title(
        Frame frame, ViewSpec.Updates spec, Messages messages, Labels labels) {
      String title = messages.text("updates.title");
      String run = frame.runs().size() > 1 ? labels.run(spec.run(), "") : "";
      return run.isEmpty()
          ? title
          : messages.text("view.of.run", Map.of("view", title, "run", run));
    }

    private List<ParameterRef> chosenParameters() {
      if (!spec.parameters().isEmpty()) {
        return spec.parameters();
      }
      List<ParameterRef> all = new ArrayList<>();
      for (int i = 0; i < Math.min(layout.count(), MOST_PARAMETERS); i++) {
        all.add(layout.refAt(i));
      }
      return all;
    }

    UpdatesModel build() {
      boolean epochs = run.updatesPerEpoch() > 1;
      List<Column> columns = new ArrayList<>();
      columns.add(new Column(messages.text("updates.update"), true));
      if (epochs) {
        columns.add(new Column(messages.text("updates.epoch"), true));
      }
      for (ParameterRef parameter : parameters) {
        String symbol =
            ParameterSymbols.of(parameter, run.experiment().network(), messages.letters());
        columns.add(new Column(symbol, true));
        if (spec.steps()) {
          columns.add(new Column(messages.text("updates.step", Map.of("name", symbol)), true));
        }
      }
      List<Long> updates = updates();
      for (int i = 0; i < decimals.length; i++) {
        decimals[i] = columnDecimals(parameters.get(i), updates);
      }
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < updates.size(); i++) {
        rows.add(row(i, updates.get(i), epochs));
      }
      return new UpdatesModel(
          new Table(
              title,
              truncate ? messages.text("updates.truncated") : "",
              spoken(columns, rows),
              columns,
              rows,
              messages.text("updates.empty")));
    }

    private List<Long> updates() {
      if (!spec.rows().isEmpty()) {
        return spec.rows();
      }
      Trajectory path = run.path();
      List<Long> latest = new ArrayList<>();
      for (int i = path.count() - 1; i >= 0 && latest.size() < LATEST; i--) {
        if (path.update(i) < run.update()) {
          latest.addFirst(path.update(i));
        }
      }
      latest.add(run.update());
      return latest;
    }

    private Row row(int index, long update, boolean epochs) {
      List<Cell> cells = new ArrayList<>();
      cells.add(count(update));
      if (epochs) {
        cells.add(count(Math.ceilDiv(update, run.updatesPerEpoch())));
      }
      for (int i = 0; i < parameters.size(); i++) {
        OptionalDouble value = value(update, parameters.get(i));
        cells.add(
            value.isPresent()
                ? cell(value.getAsDouble(), decimals(index, i))
                    .asking(run, new Asked.Parameter(parameters.get(i), update))
                : missing(update));
        if (spec.steps()) {
          cells.add(step(update, parameters.get(i), decimals(index, i)));
        }
      }
      boolean lit = highlight.update() >= 0 ? highlight.update() == update : run.update() == update;
      boolean reached = update <= run.reachedEpoch() * run.updatesPerEpoch();
      return new Row(cells, lit, reached ? OptionalLong.of(update) : OptionalLong.empty());
    }

    /** What the update changed; nothing at the start, or where the one before was not kept. */
    private Cell step(long update, ParameterRef parameter, int decimals) {
      OptionalDouble before = update == 0 ? OptionalDouble.empty() : value(update - 1, parameter);
      OptionalDouble after = value(update, parameter);
      return before.isPresent() && after.isPresent()
          ? cell(after.getAsDouble() - before.getAsDouble(), decimals)
          : Cell.words("");
    }

    private Cell count(long value) {
      return new Cell(numbers.whole(value), "", Long.toString(value));
    }

    private Cell missing(long update) {
      boolean later = update > run.reachedEpoch() * run.updatesPerEpoch();
      return Cell.words(messages.text(later ? "updates.later" : "updates.dropped"));
    }

    private OptionalDouble value(long update, ParameterRef parameter) {
      int index = layout.indexOf(parameter);
      if (update == run.update()) {
        return OptionalDouble.of(run.parameters().get(index));
      }
      Trajectory path = run.path();
      int point = Arrays.binarySearch(path.updates(), 0, path.count(), update);
      return point >= 0 ? OptionalDouble.of(path.get(point, index)) : OptionalDouble.empty();
    }

    private int decimals(int row, int parameter) {
      if (digits.isEmpty()) {
        return decimals[parameter];
      }
      List<Integer> ofRow = digits.get(Math.min(row, digits.size() - 1));
      return ofRow.get(Math.min(parameter, ofRow.size() - 1));
    }

    private Cell cell(double value, int decimals) {
      String shown =
          decimals < 0
              ? numbers.shown(value)
              : truncate ? numbers.truncated(value, decimals) : numbers.fixed(value, decimals);
      return new Cell(shown, numbers.exact(value), Double.toString(value));
    }

    private String spoken(List<Column> columns, List<Row> rows) {
      StringBuilder words =
          new StringBuilder(
              messages.text(
                  "updates.spoken",
                  Map.of(
                      "rows", numbers.whole(rows.size()),
                      "update", numbers.whole(run.update()))));
      rows.stream().filter(Row::lit).forEach(row -> words.append(' ').append(said(columns, row)));
      return words.toString();
    }

    /**
     * Decimals that give the largest number of a column four significant digits, so that its
     * numbers align; −1 where the column is too small or too large for that.
     */
    private int columnDecimals(ParameterRef parameter, List<Long> updates) {
      double largest = 0;
      for (long update : updates) {
        double size = Math.abs(value(update, parameter).orElse(0));
        largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
      }
      if (largest < 1e-3 || largest >= 1e6) {
        return -1;
      }
      return Math.max(0, 3 - (int) Math.floor(StrictMath.log10(largest)));
    }

    private static String said(List<Column> columns, Row row) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        parts.add(RichText.parse(columns.get(i).name()).plain() + " " + row.cells().get(i).shown());
      }
      return String.join(", ", parts) + ".";
    }
  }
}
