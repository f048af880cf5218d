package org.ladera.store.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

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
    return read(file, looked -> looked);
  }

  /**
   * Reads a file in a form that a person says where it is not the one it looks like.
   *
   * @param said makes the form of the one that was found
   * @throws UnreadableData when it is no table
   */
  public static DataTable read(Path file, UnaryOperator<TableFormat> said) throws UnreadableData {
    if (!Files.isRegularFile(file)) {
      throw UnreadableData.file(file, Files.isDirectory(file) ? "table.folder" : "table.missing");
    }
    try {
      TableFormat format = said.apply(TableFormat.of(file));
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

  /**
   * The same, where missing values are filled.
   *
   * @param fill one for each chosen column; NaN where a row without a value is left out
   * @throws UnreadableData when the file has changed into something else
   */
  public void rows(List<Column> chosen, double[] fill, RowTaker taker) throws UnreadableData {
    try {
      pass(chosen, fill, taker, why -> {}, new long[2]);
    } catch (IOException e) {
      throw UnreadableData.file(file, "file.unreadable");
    }
  }

  /**
   * What may stand for missing values: the mean or the median of those there are; NaN for columns
   * without gaps and for classes.
   *
   * @throws UnreadableData when the file has changed into something else
   */
  public double[] middles(List<Column> chosen, boolean median) throws UnreadableData {
    double[] middles = new double[chosen.size()];
    for (int i = 0; i < middles.length; i++) {
      Column column = chosen.get(i);
      middles[i] = Double.NaN;
      if (column.kind() == Column.Kind.NUMBER && column.missing() > 0) {
        DoubleStream.Builder values = DoubleStream.builder();
        rows(List.of(column), row -> values.add(row[0]));
        double[] all = values.build().sorted().toArray();
        middles[i] = median ? median(all) : Arrays.stream(all).sum() / all.length;
      }
    }
    return middles;
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The first rows below the names as they are written. */
  public List<List<String>> first(int count) throws UnreadableData {
    List<List<String>> rows = new ArrayList<>();
    int[] at = {0};
    int skipped = format.before() + (format.header() ? 1 : 0);
    try {
      format
          .rows(file)
          .forEach(
              (line, cells) -> {
                if (at[0]++ >= skipped) {
                  rows.add(List.copyOf(cells));
                }
                return rows.size() < count;
              });
    } catch (IOException e) {
      throw UnreadableData.file(file, "file.unreadable");
    }
    return rows;
  }

  private void pass(
      List<Column> chosen,
      RowTaker taker,
      java.util.function.Consumer<LeftOut> without,
      long[] counts)
      throws IOException, UnreadableData {
    double[] none = new double[chosen.size()];
    Arrays.fill(none, Double.NaN);
    pass(chosen, none, taker, without, counts);
  }

  private void pass(
      List<Column> chosen,
      double[] fill,
      RowTaker taker,
      java.util.function.Consumer<LeftOut> without,
      long[] counts)
      throws IOException, UnreadableData {
    RowValues values = new RowValues(columns, chosen, new NumberText(format.decimal()), fill);
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
