package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A lesson's table of numbers: the first line names the columns, commas separate, numbers have a
 * decimal point. Neither a name nor a number can contain a comma, so that quotation marks around
 * one never hide a separator.
 *
 * @param names of the columns
 * @param rows each as long as {@code names}
 */
record LessonCsv(List<String> names, List<double[]> rows) {
  static final int MOST_COLUMNS = 1000;
  private static final int MOST_ROWS = 200_000;
  private static final double LARGEST = 1e9;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

  /** One line, cut at its commas. */
  private record Line(int number, List<String> cells) {
    /** Where cell {@code i} begins. */
    SourcePosition place(int i) {
      int column = 1;
      for (String cell : cells.subList(0, i)) {
        column += cell.length() + 1;
      }
      return new SourcePosition(number, column);
    }

    String cell(int i) {
      String cell = cells.get(i).strip();
      boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
      return quoted ? cell.substring(1, cell.length() - 1) : cell;
    }
  }

  /**
   * @throws Refused at the first place that is not a table of numbers
   */
  static LessonCsv read(String text, LessonSource source) {
    List<Line> lines = lines(text, source);
    if (lines.size() < 2) {
      throw source.refuse(SourcePosition.FILE, "", "csv.empty");
    }
    List<String> names = names(lines.getFirst(), source);
    List<double[]> rows = new ArrayList<>(lines.size() - 1);
    for (Line line : lines.subList(1, lines.size())) {
      rows.add(row(line, names, source));
    }
    return new LessonCsv(names, rows);
  }

  private static List<Line> lines(String text, LessonSource source) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
      number++;
      if (!text.substring(start, end).isBlank()) {
        lines.add(line(text.substring(start, end), number, source));
      }
      if (lines.size() > MOST_ROWS + 1) {
        throw source.refuse(
            new SourcePosition(number, 1), "", "csv.rows", "limit", String.valueOf(MOST_ROWS));
      }
      start = end + 1;
    }
    return lines;
  }

  private static Line line(String line, int number, LessonSource source) {
    List<String> cells = List.of(line.split(",", MOST_COLUMNS + 1));
    if (cells.size() > MOST_COLUMNS) {
      throw source.refuse(
          new SourcePosition(number, 1), "", "csv.columns", "limit", String.valueOf(MOST_COLUMNS));
    }
    return new Line(number, cells);
  }

  private static List<String> names(Line header, LessonSource source) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.cells().size(); i++) {
      String name = header.cell(i);
      if (name.contains(";") || name.contains("\t")) {
        throw source.refuse(header.place(i), "", "csv.separator");
      }
      if (!NAME.matcher(name).matches()) {
        throw source.refuse(header.place(i), "", "csv.name", "found", name);
      }
      names.add(name);
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw source.refuse(header.place(0), "", "csv.name-twice");
    }
    return List.copyOf(names);
  }

  private static double[] row(Line line, List<String> names, LessonSource source) {
    if (line.cells().size() != names.size()) {
      throw source.refuse(
          line.place(0),
          "",
          "csv.width",
          "expected",
          String.valueOf(names.size()),
          "found",
          String.valueOf(line.cells().size()));
    }
    double[] row = new double[names.size()];
    for (int i = 0; i < row.length; i++) {
      String cell = line.cell(i);
      if (!NUMBER.matcher(cell).matches()) {
        throw source.refuse(line.place(i), names.get(i), "csv.number", "found", cell);
      }
      row[i] = Double.parseDouble(cell);
      if (!(Math.abs(row[i]) <= LARGEST)) {
        throw source.refuse(line.place(i), names.get(i), "csv.size", "found", cell);
      }
    }
    return row;
  }
}
