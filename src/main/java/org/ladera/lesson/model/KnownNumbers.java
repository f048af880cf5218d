package org.ladera.lesson.model;

/** How much of a graph of operations is worked out before anybody steps through it. */
public enum KnownNumbers implements Word {
  /** Only what is given. */
  INPUTS,
  /** All values, no derivative. */
  VALUES,
  ALL
}
