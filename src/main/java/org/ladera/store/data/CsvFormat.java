package org.ladera.store.data;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a table of numbers is written. A guess is only a guess: it is shown with a preview and can be
 * changed.
 *
 * @param separator comma, semicolon or tab
 * @param decimal point or comma; a comma only where another sign separates
 * @param header whether the first line names the columns
 */
public record CsvFormat(char separator, char decimal, boolean header) {
  /** Lines that a guess looks at. */
  private static final int LOOKED_AT = 20;

  private static final Pattern WITH_COMMA = Pattern.compile("\\s*[+-]?\\d+,\\d+.*");
  private static final Pattern WITH_POINT = Pattern.compile("\\s*[+-]?\\d*\\.\\d+.*");

  public CsvFormat {
    if (separator != ',' && separator != ';' && separator != '\t'
        || decimal != '.' && decimal != ','
        || decimal == separator) {
      throw new IllegalArgumentException(
          "separator '" + separator + "' and decimal '" + decimal + "' do not go together");
    }
  }

  /**
   * What {@code text} looks like: tabs separate where every line has one, semicolons where there
   * are more of them than commas in the first twenty lines, otherwise commas.
   */
  public static CsvFormat guess(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
    boolean tabs = !lines.isEmpty() && lines.stream().allMatch(line -> line.indexOf('\t') >= 0);
    char separator = tabs ? '\t' : count(lines, ';') > count(lines, ',') ? ';' : ',';
    // A single column of decimal commas: nothing else separates, so nothing is lost.
    boolean alone =
        separator == ','
            && lines.size() > 1
            && lines.stream().skip(1).allMatch(line -> isNumber(line, ',') && count(line, ',') == 1)
            && count(lines.getFirst(), ',') == (isNumber(lines.getFirst(), ',') ? 1 : 0);
    if (alone) {
      separator = ';';
    }
    char decimal = separator != ',' && commas(lines, separator) ? ',' : '.';
    return new CsvFormat(separator, decimal, hasHeader(lines, separator, decimal));
  }

  private static boolean hasHeader(List<String> lines, char separator, char decimal) {
    return !lines.isEmpty()
        && !cells(lines.getFirst(), separator).stream().allMatch(cell -> isNumber(cell, decimal));
  }

  private static boolean isNumber(String cell, char decimal) {
    return Cell.isNumber(cell.strip().replace("\"", ""), decimal);
  }

  private static boolean commas(List<String> lines, char separator) {
    List<String> cells = lines.stream().flatMap(line -> cells(line, separator).stream()).toList();
    return cells.stream().anyMatch(cell -> WITH_COMMA.matcher(cell).matches())
        && cells.stream().noneMatch(cell -> WITH_POINT.matcher(cell).matches());
  }

  /** Roughly: quotation marks are not looked at, which is enough for a guess. */
  private static List<String> cells(String line, char separator) {
    return List.of(line.replace("\"", "").split(Pattern.quote(String.valueOf(separator)), -1));
  }

  private static long count(List<String> lines, char sign) {
    return lines.stream().mapToLong(line -> count(line, sign)).sum();
  }

  private static long count(String line, char sign) {
    return line.chars().filter(c -> c == sign).count();
  }
}
