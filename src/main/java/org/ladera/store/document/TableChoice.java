package org.ladera.store.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ladera.store.data.Column;
import org.ladera.store.data.DataTable;

/**
 * What of a table is learned from, and what is learned.
 *
 * @param inputs columns of the table
 * @param target another of its columns
 * @param asNumber whether a target of numbers that could be classes is one of numbers
 * @param gaps what is done about values that are missing
 */
public record TableChoice(
    DataTable table, List<Column> inputs, Column target, boolean asNumber, Gaps gaps) {
  /** What is done about a missing input; a row without a target is always left out. */
  public enum Gaps {
    /** The row is left out. */
    DROP,
    /** The mean of the column stands for it. */
    MEAN,
    /** The median of the column stands for it. */
    MEDIAN,
    /** There must be none. */
    REFUSE
  }

  public TableChoice {
    inputs = List.copyOf(inputs);
  }

  /**
   * As the table looks: what has the name of a target is one, else the only column of classes, else
   * the last column; all others are inputs.
   *
   * @throws IllegalArgumentException where no column can be used
   */
  public static TableChoice of(DataTable table) {
    List<Column> used = table.used();
    if (used.isEmpty()) {
      throw new IllegalArgumentException("no column can be used");
    }
    Optional<Column> called = used.stream().filter(Laboratory::isCalledTarget).findFirst();
    List<Column> classes =
        used.stream()
            .filter(c -> c.kind() == Column.Kind.CLASSES || c.kind() == Column.Kind.TRUE_FALSE)
            .toList();
    Column target = called.orElse(classes.size() == 1 ? classes.getFirst() : used.getLast());
    return new TableChoice(table, List.of(), target, false, Gaps.DROP).withTarget(target);
  }

  /** Another target; every other column that can be used is an input. */
  public TableChoice withTarget(Column other) {
    List<Column> others = table.used().stream().filter(c -> !c.equals(other)).toList();
    return new TableChoice(table, others, other, asNumber, gaps);
  }

  /** With a column among the inputs, or no longer; not the target. */
  public TableChoice withInput(Column column, boolean is) {
    List<Column> next = new ArrayList<>(table.used());
    next.removeIf(c -> c.equals(target) || (c.equals(column) ? !is : !inputs.contains(c)));
    return new TableChoice(table, next, target, asNumber, gaps);
  }

  public TableChoice withGaps(Gaps other) {
    return new TableChoice(table, inputs, target, asNumber, other);
  }

  public TableChoice asNumber(boolean is) {
    return new TableChoice(table, inputs, target, is, gaps);
  }

  /** Whether the target may be either. */
  public boolean mayBeClasses() {
    return Laboratory.isCoded(target);
  }

  /** Missing values in the columns that are used. */
  public long missing() {
    return inputs.stream().mapToLong(Column::missing).sum() + target.missing();
  }

  /** Whether there is something to learn from, and no gap that was refused. */
  public boolean isReady() {
    return inputs.stream().anyMatch(c -> !c.constant()) && (gaps != Gaps.REFUSE || missing() == 0);
  }
}
