package org.ladera.lesson.model;

import java.util.OptionalInt;

/**
 * One unit for one example. All three count from 1.
 *
 * @param sample the example; the first where the lesson names none
 */
public record UnitChoice(int layer, int unit, OptionalInt sample) implements OptionGroup {
  /** What a view shows where the lesson says nothing. */
  public static final UnitChoice FIRST = new UnitChoice(1, 1, OptionalInt.empty());
}
