package org.ladera.store.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person's table was read as. The file is read twice, once for the columns and once for the
 * rows, and its cells are not kept: time grows with the file, memory with its columns.
 *
 * @param rows below the names
 * @param complete those that have a value in every column that is used
 * @param leftOut the first of the others
 */
public record DataTable(
    Path file,
    TableFormat format,
    List<Column> columns,
    long rows,
    long complete,
    List<LeftOut> leftOut) {
  private static final int MOST_COLUMNS = 1000;
  private static final int MOST_ROWS = 1_000_000;
  private static final int MOST_TOLD = 100;

  /**
   * A row that is not used.
   *
   * @param key why: {@code data.row.<key>} in the texts
   */
  public record LeftOut(int line, String key, Map<String, String> values) {
    public LeftOut {
      values = Map.copyOf(values);
    }
  }

  /** Takes the rows that are used. */
  public interface RowTaker {
    /**
     * @param values one for each used column; classes by their number, from 0; used again
     */
    void take(double[] values);
  }

  public DataTable {
    columns = List.copyOf(columns);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads a file as it looks.
   *
   * @throws UnreadableData when it is no table
   */
  public static DataTable read(Path file) throws UnreadableData {
    if (!Files.isRegularFile(file)) {
      throw UnreadableData.file(file, "table.missing");
    }
    try {
      TableFormat format = TableFormat.of(file);
      List<Column> columns = columns(file, format);
      DataTable table = new DataTable(file, format, columns, 0, 0, List.of());
      return table.counted();
    } catch (IOException e) {
      throw UnreadableData.file(file, "file.unreadable");
    }
  }

  /** Rows that are not used, those above the names among them. */
  public long without() {
    return rows - complete + format.before();
  }

  private static List<Column> columns(Path file, TableFormat format)
      throws IOException, UnreadableData {
    NumberText numbers = new NumberText(format.decimal());
    List<ColumnScan> scans = new ArrayList<>();
    int[] at = {0};
    format
        .rows(file)
        .forEach(
            (line, cells) -> {
              int row = at[0]++ - format.before();
              if (row < 0) {
                return true;
              }
              if (row == 0) {
                if (cells.size() > MOST_COLUMNS) {
                  throw UnreadableData.at(
                      file, line, 0, "", "table.columns", "limit", String.valueOf(MOST_COLUMNS));
                }
                for (String name : names(cells, format.header())) {
                  scans.add(new ColumnScan(name, numbers));
                }
              }
              if (row > MOST_ROWS) {
                throw UnreadableData.at(
                    file, line, 0, "", "table.rows", "limit", String.valueOf(MOST_ROWS));
              }
              if ((row > 0 || !format.header()) && fits(cells, scans.size())) {
                for (int c = 0; c < scans.size(); c++) {
                  scans.get(c).take(c < cells.size() ? cells.get(c) : "", line);
                }
              }
              return true;
            });
    if (scans.isEmpty() || at[0] - format.before() < (format.header() ? 2 : 1)) {
      throw UnreadableData.file(file, "table.empty");
    }
    return named(scans.stream().map(ColumnScan::column).toList());
  }

  /** Whether the cells are as many as the columns, but for empty ones at the end. */
  private static boolean fits(List<String> cells, int columns) {
    for (int c = columns; c < cells.size(); c++) {
      if (!cells.get(c).isBlank()) {
        return false;
      }
    }
    return cells.size() >= columns;
  }

  private static List<String> names(List<String> first, boolean header) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int c = 0; c < first.size(); c++) {
      String name = header ? first.get(c).strip() : "x" + (c + 1);
      name = c == 0 && name.startsWith("# ") ? name.substring(2).strip() : name;
      String own = name;
      for (int again = 2; !own.isEmpty() && !seen.add(own); again++) {
        own = name + "_" + again;
      }
      names.add(own);
    }
    return names;
  }

  /** A column without a name is called by its place. */
  private static List<Column> named(List<Column> columns) {
    List<Column> named = new ArrayList<>();
    for (Column c : columns) {
      named.add(
          c.name().isEmpty()
              ? new Column(
                  "column" + (named.size() + 1),
                  c.kind(),
                  c.unit(),
                  c.whole(),
                  c.least(),
                  c.greatest(),
                  c.missing(),
                  c.words(),
                  c.distinct(),
                  c.odd(),
                  c.oddLine())
              : c);
    }
    return named;
  }

  private DataTable counted() throws IOException, UnreadableData {
    List<LeftOut> out = new ArrayList<>();
    long[] counts = new long[2];
    pass(
        used(),
        values -> counts[1]++,
        why -> {
          if (out.size() < MOST_TOLD) {
            out.add(why);
          }
        },
        counts);
    return new DataTable(file, format, columns, counts[0], counts[1], out);
  }

  /** The columns that a network can learn from. */
  public List<Column> used() {
    return columns.stream().filter(Column::used).toList();
  }

  /**
   * Reads the values of some columns, of the rows that have one in each of them.
   *
   * @throws UnreadableData when the file has changed into something else
   */
  public void rows(List<Column> chosen, RowTaker taker) throws UnreadableData {
    try {
      pass(chosen, taker, why -> {}, new long[2]);
    } catch (IOException e) {
      throw UnreadableData.file(file, "file.unreadable");
    }
  }

  private void pass(
      List<Column> chosen,
      RowTaker taker,
      java.util.function.Consumer<LeftOut> without,
      long[] counts)
      throws IOException, UnreadableData {
    RowValues values = new RowValues(columns, chosen, new NumberText(format.decimal()));
    int[] at = {0};
    format
        .rows(file)
        .forEach(
            (line, cells) -> {
              int row = at[0]++ - format.before();
              if (row < 0 || row == 0 && format.header()) {
                if (row < 0) {
                  without.accept(new LeftOut(line, "title", Map.of()));
                }
                return true;
              }
              counts[0]++;
              LeftOut why =
                  fits(cells, columns.size())
                      ? values.read(line, cells)
                      : new LeftOut(
                          line,
                          "width",
                          Map.of(
                              "found", Integer.toString(cells.size()),
                              "expected", Integer.toString(columns.size())));
              if (why == null) {
                taker.take(values.row());
              } else {
                without.accept(why);
              }
              return true;
            });
  }
}
