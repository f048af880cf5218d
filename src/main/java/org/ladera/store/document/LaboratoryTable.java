package org.ladera.store.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ladera.store.data.Column;
import org.ladera.store.data.DataTable;
import org.ladera.store.data.UnreadableData;

/**
 * The table of a laboratory: the numbers of a person's table under names that lessons can have,
 * with a column for each class of a word.
 */
final class LaboratoryTable {
  private static final int LONGEST = 40;

  /** Numbers in lessons are at most 10⁹; what is larger is written in a larger unit. */
  private static final double MODERATE = 1e6;

  /**
   * A column of the laboratory.
   *
   * @param name in lesson.yaml
   * @param label for people
   * @param source the column it comes from
   * @param at of these values among those read
   * @param is the class that makes it 1, or −1 for the number itself
   * @param unit by which the numbers are divided, a power of ten
   */
  record Written(String name, String label, Column source, int at, int is, double unit) {}

  private final DataTable table;
  private final List<Column> read;
  private final List<Written> inputs = new ArrayList<>();
  private final List<Written> targets = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final TableChoice.Gaps gaps;
  private long rows;

  /**
   * @param inputs columns to learn from
   * @param classes the values of the target that are classes; empty where it is a number
   * @param gaps what is done about values that are missing
   */
  LaboratoryTable(
      DataTable table,
      List<Column> inputs,
      Column target,
      List<String> classes,
      TableChoice.Gaps gaps) {
    this.table = table;
    this.gaps = gaps;
    read = new ArrayList<>(inputs);
    read.add(target);
    for (Column column : inputs) {
      add(this.inputs, column, column.kind() == Column.Kind.CLASSES ? column.words() : List.of());
    }
    add(targets, target, classes);
  }

  private void add(List<Written> to, Column column, List<String> classes) {
    int at = read.indexOf(column);
    String label = label(column);
    if (classes.size() < 3) {
      double largest = Math.max(Math.abs(column.least()), Math.abs(column.greatest()));
      int power =
          largest > Column.LARGE ? (int) Math.ceil(StrictMath.log10(largest / MODERATE)) : 0;
      String unit = power == 0 ? label : label + " (10^" + power + ")";
      String one = classes.size() == 2 ? label + " = " + plain(classes.get(1)) : unit;
      to.add(new Written(named(column.name()), one, column, at, -1, StrictMath.pow(10, power)));
      return;
    }
    for (int i = 0; i < classes.size(); i++) {
      String value = plain(classes.get(i));
      to.add(
          new Written(
              named(column.name() + "_" + classes.get(i)),
              // A class goes by its own name, which has to fit over a column of a narrow table.
              to == targets ? value : label + " = " + value,
              column,
              at,
              i,
              1));
    }
  }

  private static String label(Column column) {
    String plain = plain(column.name());
    return column.unit().equals("%") ? plain + " / %" : plain;
  }

  /** Without the signs that have a meaning in texts. */
  static String plain(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}$\\\\`*_#<>\\[\\]{}|]", " ").strip();
    return plain.isEmpty() ? "?" : plain;
  }

  /** A name that a column of a lesson can have, and no other has. */
  private String named(String name) {
    String letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String plain = letters.replaceAll("[^A-Za-z0-9_-]+", "_");
    String known = plain.matches("[A-Za-z].*") ? plain : "x" + plain;
    String shortened = known.substring(0, Math.min(LONGEST - 4, known.length()));
    String own = shortened;
    for (int again = 2; !names.add(own); again++) {
      own = shortened + "_" + again;
    }
    return own;
  }

  List<Written> inputs() {
    return List.copyOf(inputs);
  }

  List<Written> targets() {
    return List.copyOf(targets);
  }

  /** Rows below the names, once they were written. */
  long rows() {
    return rows;
  }

  /** Every complete row as text; doubles so that they read back as themselves. */
  String csv() throws UnreadableData {
    List<Written> all = new ArrayList<>(inputs);
    all.addAll(targets);
    StringWriter text = new StringWriter();
    rows = 0;
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF).build(text)) {
      csv.writeRecord(all.stream().map(Written::name).toList());
      List<String> cells = new ArrayList<>();
      table.rows(
          read,
          fill(),
          values -> {
            cells.clear();
            for (Written column : all) {
              cells.add(cell(column, values[column.at()]));
            }
            csv.writeRecord(cells);
            rows++;
          });
    } catch (IOException e) {
      throw new IllegalStateException("written to memory", e);
    }
    return text.toString();
  }

  /** What stands for missing inputs; a row without a target is always left out. */
  private double[] fill() throws UnreadableData {
    double[] fill = new double[read.size()];
    Arrays.fill(fill, Double.NaN);
    boolean median = gaps == TableChoice.Gaps.MEDIAN;
    if (median || gaps == TableChoice.Gaps.MEAN) {
      fill = table.middles(read, median);
      fill[read.size() - 1] = Double.NaN;
    }
    return fill;
  }

  private static String cell(Written column, double value) {
    double written = column.is() < 0 ? value / column.unit() : value == column.is() ? 1 : 0;
    String text = Double.toString(written);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Labels of the columns for the texts. */
  Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    inputs.forEach(column -> labels.put(column.name(), column.label()));
    targets.forEach(column -> labels.put(column.name(), column.label()));
    return labels;
  }
}
