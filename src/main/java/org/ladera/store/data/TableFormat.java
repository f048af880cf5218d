package org.ladera.store.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a table is written, as far as can be seen from its beginning.
 *
 * @param separator comma, semicolon, tab, bar, or a space for any number of them
 * @param said whether a first line {@code sep=;} says so
 * @param decimal point or comma
 * @param header whether the columns have names
 * @param before rows before the names, such as a title
 */
public record TableFormat(
    Encoding encoding, char separator, boolean said, char decimal, boolean header, int before) {
  private static final int LOOKED_AT = 1 << 18;
  private static final int ROWS = 200;
  private static final char[] SEPARATORS = {'\t', ';', '|', ','};
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009'\u2019]+");
  private static final Pattern GROUPS =
      Pattern.compile("[-+]?[1-9]\\d{0,2}([.,])\\d{3}(\\1\\d{3})*");
  private static final Pattern MIXED_COMMA = Pattern.compile(".*\\d[.]\\d{3},\\d*\\D*");
  private static final Pattern MIXED_POINT = Pattern.compile(".*\\d,\\d{3}[.]\\d*\\D*");
  private static final Pattern WITH_COMMA =
      Pattern.compile("\\D{0,3}\\d*,\\d+([eE][-+]?\\d+)?\\D{0,3}");
  private static final Pattern WITH_POINT =
      Pattern.compile("\\D{0,3}\\d*\\.\\d+([eE][-+]?\\d+)?\\D{0,3}");

  /** Looks at the beginning of a file. */
  static TableFormat of(Path file) throws IOException, UnreadableData {
    Encoding encoding = Encoding.of(file);
    String head = head(file, encoding);
    String first = head.lines().findFirst().orElse("").strip();
    boolean said =
        first.toLowerCase(Locale.ROOT).startsWith("sep=") && first.length() <= "sep=;".length();
    String rest = said ? head.substring(Math.min(head.length(), end(head))) : head;
    char separator =
        said ? first.length() < "sep=;".length() ? '\t' : first.charAt(4) : separator(rest);
    List<List<String>> rows = RowSource.rows(rest, separator);
    rows = rows.subList(0, Math.min(ROWS, rows.size()));
    int before = before(rows);
    List<List<String>> table = rows.subList(before, rows.size());
    char decimal = decimal(table, separator);
    return new TableFormat(
        encoding, separator, said, decimal, header(table, new NumberText(decimal)), before);
  }

  /** The same with another sign between the cells. */
  public TableFormat withSeparator(char other) {
    return new TableFormat(encoding, other, said, decimal, header, before);
  }

  /** The same with another decimal sign. */
  public TableFormat withDecimal(char other) {
    return new TableFormat(encoding, separator, said, other, header, before);
  }

  /** The same, whose first row has names or not. */
  public TableFormat withHeader(boolean is) {
    return new TableFormat(encoding, separator, said, decimal, is, before);
  }

  RowSource rows(Path file) {
    return new RowSource(file, encoding, separator, said ? 1 : 0);
  }

  private static int end(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end + (text.startsWith("\r\n", end) ? 2 : 1);
  }

  private static String head(Path file, Encoding encoding) throws IOException {
    char[] chars = new char[LOOKED_AT];
    int count = 0;
    try (Reader in = encoding.open(file)) {
      int read = 0;
      while (count < chars.length && read >= 0) {
        read = in.read(chars, count, chars.length - count);
        count += Math.max(read, 0);
      }
    }
    String head = new String(chars, 0, count);
    int last = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
    // The last line is cut where the look ended.
    return count < chars.length || last < 0 ? head : head.substring(0, last + 1);
  }

  /** The sign that cuts nearly all rows into the same number of cells, more than one. */
  private static char separator(String text) {
    for (char separator : SEPARATORS) {
      List<List<String>> rows = RowSource.rows(text, separator);
      int usual = width(rows);
      int from = before(rows);
      rows = rows.subList(from, Math.min(from + ROWS, rows.size()));
      // A decimal comma in a single column cuts its rows, but not its name.
      if (usual > 1 && equal(rows, usual) >= 0.5 && rows.getFirst().size() == usual) {
        return separator;
      }
    }
    List<List<String>> spaced = RowSource.rows(text, RowSource.SPACES);
    int usual = width(spaced);
    int from = before(spaced);
    spaced = spaced.subList(from, Math.min(from + ROWS, spaced.size()));
    long numbers =
        spaced.stream().flatMap(List::stream).filter(TableFormat::looksLikeNumber).count();
    long cells = spaced.stream().mapToLong(List::size).sum();
    if (usual > 1 && equal(spaced, usual) >= 0.8 && 2 * numbers >= cells) {
      return RowSource.SPACES;
    }
    // One column: the separator is one that does not occur in it.
    return text.indexOf(';') < 0 ? ';' : ',';
  }

  private static boolean looksLikeNumber(String cell) {
    return !Double.isNaN(new NumberText('.').value(cell))
        || !Double.isNaN(new NumberText(',').value(cell));
  }

  /** The most frequent number of cells. */
  private static int width(List<List<String>> rows) {
    Map<Integer, Integer> times = new HashMap<>();
    rows.forEach(row -> times.merge(row.size(), 1, Integer::sum));
    return times.isEmpty()
        ? 0
        : Collections.max(times.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private static double equal(List<List<String>> rows, int width) {
    return (double) rows.stream().filter(row -> row.size() == width).count() / rows.size();
  }

  /** Rows at the beginning with a single word in them where the others have several. */
  private static int before(List<List<String>> rows) {
    int usual = width(rows);
    int before = 0;
    while (before + 2 < rows.size()
        && (isTitle(rows.get(before), rows.get(before + 1), usual)
            || isRemark(rows.get(before), usual))) {
      before++;
    }
    return before;
  }

  /** Above words, or as wide as the table: the name of a column of decimal commas is no title. */
  private static boolean isTitle(List<String> row, List<String> next, int usual) {
    return usual > 1
        && (row.size() == usual || next.stream().anyMatch(cell -> !looksLikeNumber(cell)))
        && row.stream().filter(cell -> !cell.isBlank()).count() == 1
        && Double.isNaN(new NumberText('.').value(row.getFirst()));
  }

  private static boolean isRemark(List<String> row, int usual) {
    return row.size() != usual && row.getFirst().startsWith("#");
  }

  private static char decimal(List<List<String>> rows, char separator) {
    int commas = 0;
    int points = 0;
    int groupedByPoints = 0;
    for (List<String> row : rows) {
      for (String cell : row) {
        String plain = SPACES.matcher(cell).replaceAll("");
        boolean groups = GROUPS.matcher(plain).matches();
        if (MIXED_COMMA.matcher(plain).matches()) {
          commas++;
        } else if (MIXED_POINT.matcher(plain).matches()) {
          points++;
        } else if (!groups && WITH_COMMA.matcher(plain).matches()) {
          commas++;
        } else if (!groups && WITH_POINT.matcher(plain).matches()) {
          points++;
        } else if (groups && plain.indexOf(',') >= 0 && separator != ',') {
          // 1,234 beside semicolons: a comma that needed no quotation marks is a decimal one.
          commas++;
        } else if (groups && plain.indexOf('.') != plain.lastIndexOf('.')) {
          groupedByPoints++;
        }
      }
    }
    return commas + groupedByPoints > points ? ',' : '.';
  }

  /** Words above numbers, or words that stand nowhere below. */
  private static boolean header(List<List<String>> rows, NumberText numbers) {
    if (rows.size() < 2) {
      return rows.size() == 1
          && rows.getFirst().stream().allMatch(cell -> Double.isNaN(numbers.value(cell)));
    }
    List<String> first = rows.getFirst();
    boolean anyNumber = false;
    boolean wordAboveNumbers = false;
    boolean repeated = false;
    for (int c = 0; c < first.size(); c++) {
      String name = first.get(c).strip();
      if (Missing.is(name)) {
        continue;
      }
      boolean word = Double.isNaN(numbers.value(name));
      anyNumber |= !word;
      int below = 0;
      int all = 0;
      for (List<String> row : rows.subList(1, rows.size())) {
        String cell = c < row.size() ? row.get(c).strip() : "";
        if (!Missing.is(cell)) {
          all++;
          below += Double.isNaN(numbers.value(cell)) ? 0 : 1;
          repeated |= cell.equals(name);
        }
      }
      wordAboveNumbers |= word && 2 * below > all;
    }
    // Programs that number the rows leave the name of that column empty.
    boolean index =
        first.size() > 1
            && first.getFirst().isBlank()
            && rows.subList(1, rows.size()).stream().noneMatch(row -> row.getFirst().isBlank());
    Set<String> names = new HashSet<>(first);
    return index || wordAboveNumbers || !anyNumber && !repeated && names.size() == first.size();
  }
}
