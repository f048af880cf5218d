package org.ladera.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ladera.store.data.Column;
import org.ladera.store.data.DataTable;
import org.ladera.store.data.TableFormat;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/** How a table was read, for people. */
final class DataReport {
  private static final int MOST_ROWS_TOLD = 20;
  private static final int MOST_CLASSES_TOLD = 12;

  /** Columns that differ in their number only are told together from here on. */
  private static final int LONG_RUN = 4;

  private final Messages messages;
  private final PrintWriter out;

  DataReport(Messages messages, PrintWriter out) {
    this.messages = messages;
    this.out = out;
  }

  void print(DataTable table) {
    out.println(table.file().getFileName());
    format(table.format(), table.columns().size());
    out.println(
        "  "
            + messages.text(
                "data.rows",
                Map.of(
                    "rows",
                    table.rows(),
                    "complete",
                    table.complete(),
                    "columns",
                    table.columns().size())));
    out.println();
    columns(table.columns());
    List<String> notes = notes(table);
    if (!notes.isEmpty()) {
      out.println();
      notes.forEach(note -> out.println("  " + note));
    }
    long without = table.without();
    if (!table.leftOut().isEmpty()) {
      out.println();
      out.println("  " + messages.text("data.left-out", Map.of("count", without)));
      for (DataTable.LeftOut row :
          table.leftOut().subList(0, Math.min(MOST_ROWS_TOLD, table.leftOut().size()))) {
        String why = messages.text("data.row." + row.key(), row.values());
        out.println("    " + messages.text("data.line", Map.of("line", row.line(), "why", why)));
      }
      if (without > MOST_ROWS_TOLD) {
        out.println("    …");
      }
    }
  }

  private void format(TableFormat format, int columns) {
    String separator =
        columns == 1
            ? messages.text("data.separator.none")
            : switch (format.separator()) {
              case '\t' -> messages.text("data.separator.tab");
              case ' ' -> messages.text("data.separator.spaces");
              default -> String.valueOf(format.separator());
            };
    String mark = format.encoding().mark() > 0 ? " " + messages.text("data.mark") : "";
    out.println(
        "  "
            + messages.text(
                "data.format",
                Map.of(
                    "encoding",
                    format.encoding().name() + mark,
                    "separator",
                    separator + (format.said() ? " (sep=)" : ""),
                    "decimal",
                    String.valueOf(format.decimal()),
                    "names",
                    messages.text(format.header() ? "data.header" : "data.no-header"))));
  }

  private void columns(List<Column> columns) {
    List<String[]> lines = new ArrayList<>();
    for (int c = 0; c < columns.size(); ) {
      int end = run(columns, c);
      Column first = columns.get(c);
      if (end - c < LONG_RUN) {
        lines.add(
            new String[] {
              first.name(), type(first), range(first, first.least(), first.greatest())
            });
        c++;
      } else {
        List<Column> all = columns.subList(c, end);
        double least = all.stream().mapToDouble(Column::least).min().orElseThrow();
        double greatest = all.stream().mapToDouble(Column::greatest).max().orElseThrow();
        String name =
            messages.text(
                "data.run",
                Map.of("first", first.name(), "last", all.getLast().name(), "count", all.size()));
        lines.add(new String[] {name, type(first), range(first, least, greatest)});
        c = end;
      }
    }
    int names = lines.stream().mapToInt(line -> line[0].length()).max().orElse(0);
    int types = lines.stream().mapToInt(line -> line[1].length()).max().orElse(0);
    for (String[] line : lines) {
      out.println(
          ("  " + pad(line[0], names) + "  " + pad(line[1], types) + "  " + line[2])
              .stripTrailing());
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** Where a run of columns of one kind, called x1, x2, x3 …, ends. */
  private static int run(List<Column> columns, int from) {
    Column first = columns.get(from);
    int end = from + 1;
    while (end < columns.size()
        && columns.get(end).kind() == first.kind()
        && first.kind() == Column.Kind.NUMBER
        && columns.get(end).whole() == first.whole()
        && columns.get(end).unit().equals(first.unit())
        && Objects.equals(stem(columns.get(end).name()), stem(first.name()))) {
      end++;
    }
    return end;
  }

  private static String stem(String name) {
    return name.replaceAll("[0-9]+", "#");
  }

  private String type(Column column) {
    String kind = column.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String word =
        messages.text(
            column.kind() == Column.Kind.NUMBER && column.whole()
                ? "data.type.whole"
                : "data.type." + kind);
    return column.unit().isEmpty() || !column.used() ? word : word + " (" + column.unit() + ")";
  }

  private String range(Column column, double least, double greatest) {
    Numbers numbers = messages.numbers();
    return switch (column.kind()) {
      case NUMBER ->
          least == greatest
              ? messages.text("data.constant", Map.of("value", numbers.exact(least)))
              : numbers.exact(least) + " … " + numbers.exact(greatest);
      case CLASSES, TRUE_FALSE -> {
        List<String> words = column.words();
        yield String.join(", ", words.subList(0, Math.min(MOST_CLASSES_TOLD, words.size())))
            + (words.size() > MOST_CLASSES_TOLD ? " … (" + words.size() + ")" : "");
      }
      case INDEX, DATE, TEXT, MIXED, GAPS, EMPTY -> messages.text("data.not-used");
    };
  }

  private List<String> notes(DataTable table) {
    List<String> notes = new ArrayList<>();
    for (Column column : table.columns()) {
      if (!column.used()) {
        notes.add(why(column, messages));
      } else if (column.large()) {
        notes.add(
            messages.text(
                "data.large",
                Map.of(
                    "column",
                    column.name(),
                    "value",
                    messages.numbers().exact(column.greatest()))));
      }
    }
    return notes;
  }

  /** Why a column is left out. */
  static String why(Column column, Messages messages) {
    return messages.text(
        "data.column." + column.kind().name().toLowerCase(Locale.ROOT),
        Map.of(
            "column", column.name(),
            "found", column.odd(),
            "line", column.oddLine(),
            "missing", column.missing()));
  }
}
