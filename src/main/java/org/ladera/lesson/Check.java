package org.ladera.lesson;

import java.util.List;

/** A question or a task of a step. Doing nothing never passes. */
public sealed interface Check {
  String id();

  /** One option of several is right. Option texts are labels {@code <id>.<option>}. */
  record Choice(String id, List<String> options, String right) implements Check {}

  /**
   * A number to work out.
   *
   * @param reading the quantity asked for, a name of {@code present.Readings}
   * @param relative tolerance relative to the right value
   * @param mistakes known wrong ways whose result is recognised, by id
   */
  record Number(String id, String reading, double relative, List<String> mistakes)
      implements Check {}

  /**
   * A state to be reached in the run.
   *
   * @param reading quantity
   * @param below passes when the reading is below this
   */
  record Reach(String id, String reading, double below) implements Check {}
}
