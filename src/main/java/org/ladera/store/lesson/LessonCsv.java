package org.ladera.store.lesson;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A lesson's table of numbers: the first line names the columns, commas separate, numbers have a
 * decimal point.
 *
 * @param names of the columns
 * @param rows each as long as {@code names}
 */
record LessonCsv(List<String> names, List<double[]> rows) {
  private static final int MOST_COLUMNS = 64;
  private static final int MOST_ROWS = 200_000;
  private static final double LARGEST = 1e9;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

  /**
   * @throws Refused at the first place that is not a table of numbers
   */
  static LessonCsv read(String text, Source source) {
    List<CsvRecord> records = records(text, source);
    if (records.size() < 2) {
      throw source.refuse(Place.FILE, "", "csv.empty");
    }
    List<String> names = names(records.getFirst(), source);
    List<double[]> rows = new ArrayList<>(records.size() - 1);
    for (CsvRecord record : records.subList(1, records.size())) {
      rows.add(row(record, names, source));
    }
    return new LessonCsv(names, rows);
  }

  private static List<CsvRecord> records(String text, Source source) {
    List<CsvRecord> records = new ArrayList<>();
    long line = 1;
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
      for (CsvRecord record : csv) {
        line = record.getStartingLineNumber();
        records.add(record);
        if (records.size() > MOST_ROWS + 1) {
          throw source.refuse(place(record, 0), "", "csv.rows", "limit", String.valueOf(MOST_ROWS));
        }
      }
    } catch (CsvParseException | java.io.IOException e) {
      throw source.refuse(new Place((int) line, 0), "", "csv.syntax");
    }
    return records;
  }

  private static List<String> names(CsvRecord header, Source source) {
    if (header.getFieldCount() > MOST_COLUMNS) {
      throw source.refuse(
          place(header, 0), "", "csv.columns", "limit", String.valueOf(MOST_COLUMNS));
    }
    for (int i = 0; i < header.getFieldCount(); i++) {
      String name = header.getField(i);
      if (name.contains(";") || name.contains("\t")) {
        throw source.refuse(place(header, i), "", "csv.separator");
      }
      if (!NAME.matcher(name).matches()) {
        throw source.refuse(place(header, i), "", "csv.name", "found", name);
      }
    }
    if (new HashSet<>(header.getFields()).size() < header.getFieldCount()) {
      throw source.refuse(place(header, 0), "", "csv.name-twice");
    }
    return List.copyOf(header.getFields());
  }

  private static double[] row(CsvRecord record, List<String> names, Source source) {
    if (record.getFieldCount() != names.size()) {
      throw source.refuse(
          place(record, 0),
          "",
          "csv.width",
          "expected",
          String.valueOf(names.size()),
          "found",
          String.valueOf(record.getFieldCount()));
    }
    double[] row = new double[names.size()];
    for (int i = 0; i < row.length; i++) {
      String cell = record.getField(i);
      boolean number = NUMBER.matcher(cell).matches();
      row[i] = number ? Double.parseDouble(cell) : Double.NaN;
      if (!number) {
        throw source.refuse(place(record, i), names.get(i), "csv.number", "found", cell);
      }
      if (!(Math.abs(row[i]) <= LARGEST)) {
        throw source.refuse(place(record, i), names.get(i), "csv.size", "found", cell);
      }
    }
    return row;
  }

  /** Exact where no cell before it is quoted. */
  private static Place place(CsvRecord record, int field) {
    int column = 1;
    for (int i = 0; i < field; i++) {
      column += record.getField(i).length() + 1;
    }
    return new Place((int) record.getStartingLineNumber(), column);
  }
}
