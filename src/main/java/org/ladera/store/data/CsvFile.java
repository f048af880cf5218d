package org.ladera.store.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;

/** One reading of a table from its text. */
final class CsvFile {
  private static final int MOST_ROWS = 200_000;
  private static final int MOST_COLUMNS = 64;
  private static final double LARGEST = 1e9;

  private final Path file;
  private final String text;
  private final CsvFormat format;
  private List<String> names = List.of();
  private double[] values = new double[1024];
  private int rows;

  CsvFile(Path file, String text, CsvFormat format) {
    this.file = file;
    this.text = text;
    this.format = format;
  }

  CsvTable table() throws UnreadableData {
    int line = 1;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(format.separator())
            .skipEmptyLines(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      for (CsvRecord record : csv) {
        take(record);
        // A record that cannot be told from the next begins after this one.
        line = (int) record.getStartingLineNumber() + 1;
      }
    } catch (CsvParseException | IOException e) {
      throw UnreadableData.at(file, line, 0, "", "table.quote");
    }
    if (rows == 0) {
      throw UnreadableData.file(file, "table.empty");
    }
    int columns = names.size();
    return new CsvTable(format, names, MatrixView.generate(rows, columns, i -> values[i]));
  }

  private void take(CsvRecord record) throws UnreadableData {
    if (names.isEmpty()) {
      if (record.getFieldCount() > MOST_COLUMNS) {
        throw at(record, 0, "", "table.columns", "limit", String.valueOf(MOST_COLUMNS));
      }
      names = format.header() ? named(record) : numbered(record.getFieldCount());
      if (format.header()) {
        return;
      }
    }
    if (record.getFieldCount() != names.size()) {
      throw at(
          record,
          0,
          "",
          "table.width",
          "expected",
          String.valueOf(names.size()),
          "found",
          String.valueOf(record.getFieldCount()));
    }
    if (rows == MOST_ROWS) {
      throw at(record, 0, "", "table.rows", "limit", String.valueOf(MOST_ROWS));
    }
    int from = rows * names.size();
    if (from + names.size() > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    for (int i = 0; i < names.size(); i++) {
      values[from + i] = number(record, i);
    }
    rows++;
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(i -> "x" + i).toList();
  }

  private List<String> named(CsvRecord record) throws UnreadableData {
    List<String> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < record.getFieldCount(); i++) {
      String name = record.getField(i).strip();
      if (name.isEmpty()) {
        throw at(record, i, String.valueOf(i + 1), "table.name-empty");
      }
      if (!seen.add(name)) {
        throw at(record, i, name, "table.name-twice", "found", name);
      }
      found.add(name);
    }
    return found;
  }

  private double number(CsvRecord record, int field) throws UnreadableData {
    String cell = record.getField(field).strip();
    if (!Cell.isNumber(cell, format.decimal())) {
      String key = format.decimal() == ',' ? "table.comma" : "table.point";
      throw at(record, field, names.get(field), key, "found", cell);
    }
    double value = Cell.value(cell, format.decimal());
    if (!(Math.abs(value) <= LARGEST)) {
      throw at(record, field, names.get(field), "table.size", "found", cell);
    }
    return value;
  }

  /** The column is exact where no cell before it in the line is quoted. */
  private UnreadableData at(
      CsvRecord record, int field, String name, String key, String... namesAndValues) {
    int column = 1;
    for (int i = 0; i < field; i++) {
      column += record.getField(i).length() + 1;
    }
    int line = (int) record.getStartingLineNumber();
    return UnreadableData.at(file, line, column, name, key, namesAndValues);
  }
}
