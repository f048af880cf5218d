package org.ladera.store.data;

import java.util.List;

/**
 * A column of a table as it was read.
 *
 * @param unit a percent sign or a unit of money beside the numbers, else empty
 * @param whole whether all its numbers are whole
 * @param least the least number; NaN without numbers
 * @param greatest the greatest number; NaN without numbers
 * @param missing cells without a value
 * @param words the different words in the order they come, as many as are kept
 * @param distinct how many different values, at most {@link #MOST_DISTINCT}
 * @param odd a word among numbers, or empty
 * @param oddLine where it stands
 */
public record Column(
    String name,
    Kind kind,
    String unit,
    boolean whole,
    double least,
    double greatest,
    long missing,
    List<String> words,
    int distinct,
    String odd,
    int oddLine) {
  /** More different values than these are not counted. */
  public static final int MOST_DISTINCT = 1000;

  /** Beyond it a proposal to scale is made. */
  public static final double LARGE = 1e9;

  /** What the cells of a column are. */
  public enum Kind {
    NUMBER(true),
    /** Words that come again and again: the names of classes. */
    CLASSES(true),
    /** Two words for yes and no. */
    TRUE_FALSE(true),
    /** Numbers of rows: they say nothing about them. */
    INDEX(false),
    DATE(false),
    /** Nearly every row has another word. */
    TEXT(false),
    /** Numbers and words. */
    MIXED(false),
    /** More cells are empty than not. */
    GAPS(false),
    EMPTY(false);

    private final boolean used;

    Kind(boolean used) {
      this.used = used;
    }

    /** Whether a network can learn from it; else the column is left out. */
    public boolean used() {
      return used;
    }
  }

  public Column {
    words = List.copyOf(words);
  }

  public boolean used() {
    return kind.used();
  }

  public boolean large() {
    return Math.abs(least) > LARGE || Math.abs(greatest) > LARGE;
  }

  public boolean constant() {
    return kind == Kind.NUMBER && least == greatest;
  }
}
