package org.ladera.store.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of one row after another, from the columns that are asked for. */
final class RowValues {
  private static final int LONGEST = 40;

  private final List<Column> chosen;
  private final int[] places;
  private final List<Map<String, Integer>> classes;
  private final NumberText numbers;
  private final double[] row;
  private final double[] fill;

  /**
   * @param fill what stands for a value that is missing, one for each chosen column; NaN where such
   *     a row is left out
   */
  RowValues(List<Column> all, List<Column> chosen, NumberText numbers, double[] fill) {
    this.chosen = chosen;
    this.fill = fill;
    this.numbers = numbers;
    places = chosen.stream().mapToInt(all::indexOf).toArray();
    classes = chosen.stream().map(RowValues::numbered).toList();
    row = new double[chosen.size()];
  }

  private static Map<String, Integer> numbered(Column column) {
    Map<String, Integer> numbered = new HashMap<>();
    for (int i = 0; i < column.words().size(); i++) {
      numbered.put(column.words().get(i), i);
    }
    return numbered;
  }

  /** The row that was read last, used again. */
  double[] row() {
    return row;
  }

  /** Reads a row; says why it cannot be used, or null. */
  DataTable.@Nullable LeftOut read(int line, List<String> cells) {
    for (int i = 0; i < places.length; i++) {
      String cell = cells.get(places[i]);
      Column column = chosen.get(i);
      double value =
          switch (column.kind()) {
            case CLASSES -> number(classes.get(i), cell.strip());
            case TRUE_FALSE -> number(classes.get(i), cell.strip().toLowerCase(Locale.ROOT));
            case NUMBER, INDEX, DATE, TEXT, MIXED, GAPS, EMPTY -> numbers.value(cell);
          };
      if (Double.isNaN(value)) {
        String plain = cell.strip();
        boolean gap = Missing.is(plain);
        if (gap && !Double.isNaN(fill[i])) {
          row[i] = fill[i];
          continue;
        }
        return new DataTable.LeftOut(
            line,
            gap ? plain.isEmpty() ? "empty" : "gap" : "word",
            Map.of(
                "column",
                column.name(),
                "found",
                plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain));
      }
      row[i] = value;
    }
    return null;
  }

  private static double number(Map<String, Integer> classes, String word) {
    Integer number = classes.get(word);
    return number == null ? Double.NaN : number;
  }
}
