package org.ladera.store.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a table, cut into cells; read from the beginning each time, kept never. */
final class RowSource {
  /** Cells separated by one or more spaces. */
  static final char SPACES = ' ';

  private final Path file;
  private final Encoding encoding;
  private final char separator;
  private final int skipped;

  /**
   * @param skipped lines before the table, as {@code sep=;}
   */
  RowSource(Path file, Encoding encoding, char separator, int skipped) {
    this.file = file;
    this.encoding = encoding;
    this.separator = separator;
    this.skipped = skipped;
  }

  /** Takes one row after another. */
  interface Taker {
    /**
     * @param line of the file, from 1
     * @return whether more are wanted
     */
    boolean take(int line, List<String> cells) throws UnreadableData;
  }

  /** All rows that are not empty. */
  void forEach(Taker taker) throws IOException, UnreadableData {
    try (BufferedReader text = new BufferedReader(encoding.open(file), 1 << 16)) {
      for (int i = 0; i < skipped; i++) {
        text.readLine();
      }
      forEach(text, separator, skipped, file, taker);
    }
  }

  /** The rows of a text. */
  static List<List<String>> rows(String text, char separator) {
    List<List<String>> rows = new ArrayList<>();
    try {
      forEach(
          new StringReader(text),
          separator,
          0,
          Path.of("text"),
          (line, cells) -> rows.add(List.copyOf(cells)));
    } catch (IOException | UnreadableData e) {
      // As many as can be read: whatever is wrong is said when the whole file is.
      return rows;
    }
    return rows;
  }

  private static void forEach(Reader text, char separator, int before, Path file, Taker taker)
      throws IOException, UnreadableData {
    if (separator == SPACES) {
      spaced(new BufferedReader(text), before, taker);
      return;
    }
    int line = before + 1;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      for (CsvRecord record : csv) {
        line = before + (int) record.getStartingLineNumber();
        if (!isBlank(record.getFields()) && !taker.take(line, record.getFields())) {
          return;
        }
        line++;
      }
    } catch (CsvParseException e) {
      throw UnreadableData.at(file, line, 0, "", "table.quote");
    }
  }

  private static boolean isBlank(List<String> cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static void spaced(BufferedReader text, int before, Taker taker)
      throws IOException, UnreadableData {
    int line = before;
    for (String next = text.readLine(); next != null; next = text.readLine()) {
      line++;
      if (!next.isBlank() && !taker.take(line, spaced(next))) {
        return;
      }
    }
  }

  /** Cells between spaces; within quotation marks a space is a letter. */
  private static List<String> spaced(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean began = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        began = true;
      } else if (!quoted && Character.isWhitespace(c)) {
        if (began) {
          cells.add(cell.toString());
          cell.setLength(0);
          began = false;
        }
      } else {
        cell.append(c);
        began = true;
      }
    }
    if (began) {
      cells.add(cell.toString());
    }
    return cells;
  }
}
