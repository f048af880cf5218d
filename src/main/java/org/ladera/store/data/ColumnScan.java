package org.ladera.store.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a column turns out to be, cell by cell; remembers no more than some of its words. */
final class ColumnScan {
  private static final int MOST_CLASSES = 100;
  private static final int LONGEST_WORD = 80;

  /** The words for no, then for yes. */
  private static final List<List<String>> TRUTHS =
      List.of(
          List.of("false", "true"),
          List.of("no", "yes"),
          List.of("no", "sí"),
          List.of("no", "si"),
          List.of("falso", "verdadero"),
          List.of("f", "t"),
          List.of("n", "y"),
          List.of("f", "v"));

  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2}))"
              + "(?:[T ]\\d{1,2}:\\d{2}.*)?|\\d{1,2}:\\d{2}(?::\\d{2}.*)?"
              + "|\\d{1,2}[- ]\\p{L}{3,10}\\.?[- ]\\d{2,4}");

  private final String name;
  private final NumberText numbers;
  private long rows;
  private long missing;
  private long numeric;
  private long dates;
  private boolean whole = true;
  private boolean consecutive = true;
  private double before = Double.NaN;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private String unit = "";
  private final Set<Double> values = new HashSet<>();
  private final Set<String> words = new LinkedHashSet<>();
  private String odd = "";
  private int oddLine;

  ColumnScan(String name, NumberText numbers) {
    this.name = name;
    this.numbers = numbers;
  }

  void take(String cell, int line) {
    rows++;
    double value = numbers.value(cell);
    if (!Double.isNaN(value)) {
      number(cell, value);
      return;
    }
    String plain = cell.strip();
    if (Missing.is(plain)) {
      missing++;
      return;
    }
    if (odd.isEmpty()) {
      odd = plain.length() > LONGEST_WORD ? plain.substring(0, LONGEST_WORD) : plain;
      oddLine = line;
    }
    if (words.size() < Column.MOST_DISTINCT) {
      words.add(plain.length() > LONGEST_WORD ? plain.substring(0, LONGEST_WORD) : plain);
    }
    dates += DATE.matcher(plain).matches() ? 1 : 0;
  }

  private void number(String cell, double value) {
    numeric++;
    if (numeric == 1 || unit.isEmpty()) {
      char last = cell.charAt(cell.length() - 1);
      char first = cell.charAt(0);
      // Only what begins or ends with another sign can have a unit.
      unit = Character.isDigit(last) && Character.isDigit(first) ? unit : NumberText.unit(cell);
    }
    whole &= value == Math.rint(value);
    consecutive &= Double.isNaN(before) || value == before + 1;
    before = value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    if (values.size() < Column.MOST_DISTINCT) {
      values.add(value);
    }
  }

  Column column() {
    Column.Kind kind = kind();
    boolean number = numeric > 0 && kind != Column.Kind.CLASSES;
    return new Column(
        name,
        kind,
        unit,
        whole,
        number ? least : Double.NaN,
        number ? greatest : Double.NaN,
        missing,
        kind == Column.Kind.TRUE_FALSE ? truth() : classes(),
        words.size() + values.size(),
        numeric > 0 ? odd : "",
        oddLine);
  }

  private Column.Kind kind() {
    long present = rows - missing;
    long worded = present - numeric;
    if (present == 0) {
      return Column.Kind.EMPTY;
    }
    if (missing > present) {
      return Column.Kind.GAPS;
    }
    if (worded == 0) {
      return isIndex() ? Column.Kind.INDEX : Column.Kind.NUMBER;
    }
    if (numeric > 0) {
      // A slip among many numbers costs its row, not the column.
      return worded * 5 <= present ? Column.Kind.NUMBER : Column.Kind.MIXED;
    }
    if (!truth().isEmpty()) {
      return Column.Kind.TRUE_FALSE;
    }
    if (dates * 2 > present) {
      return Column.Kind.DATE;
    }
    return words.size() <= Math.clamp(present / 2, 2, MOST_CLASSES)
        ? Column.Kind.CLASSES
        : Column.Kind.TEXT;
  }

  /** Numbers that only count the rows, by their name or for want of one. */
  private boolean isIndex() {
    String plain = name.toLowerCase(Locale.ROOT);
    boolean called =
        plain.isEmpty()
            || plain.startsWith("unnamed")
            || Set.of("index", "id", "row", "no", "nr", "n°", "nº", "#", "fila").contains(plain);
    return called && consecutive && numeric > 2 && missing == 0;
  }

  private List<String> truth() {
    Set<String> lower = new HashSet<>();
    words.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
    return words.size() > 6 || lower.isEmpty()
        ? List.of()
        : TRUTHS.stream().filter(pair -> pair.containsAll(lower)).findFirst().orElse(List.of());
  }

  private List<String> classes() {
    List<String> some = new ArrayList<>(words);
    return some.subList(0, Math.min(MOST_CLASSES, some.size()));
  }
}
