package org.ladera.lesson.model;

import java.util.List;

/** What an answer to a {@link Check} shows. */
public sealed interface Verdict {
  record Right() implements Verdict {}

  /**
   * Another answer than the right one.
   *
   * @param mistake of a number: id of the known wrong way that leads exactly to this answer, empty
   *     when none does; of a choice: the option chosen
   */
  record Wrong(String mistake) implements Verdict {}

  /**
   * Cells of a matrix that are not all right.
   *
   * @param each per asked cell, in their order
   */
  record Partly(List<Verdict> each) implements Verdict {
    public Partly {
      each = List.copyOf(each);
    }
  }

  /**
   * The right number, but with too few digits to tell it from others, or with the rest cut off.
   *
   * @param asked significant digits that are enough
   */
  record FewDigits(int asked) implements Verdict {}

  /** Not a number, or not one of the options. */
  record Unreadable() implements Verdict {}

  /** A prediction is locked in; it is compared when the run has come there. */
  record Locked() implements Verdict {}

  /** Nothing was answered, or the state asked for is not reached. */
  record NotYet() implements Verdict {}
}
