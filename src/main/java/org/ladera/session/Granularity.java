package org.ladera.session;

/** How far one step goes, from small to large. */
public enum Granularity {
  /** One term of the sum that a number is. */
  TERM,
  /** One number of a matrix. */
  ELEMENT,
  /** One matrix. */
  OPERATION,
  /** Everything of one kind in one layer: its net inputs, its deltas … */
  PHASE,
  UPDATE,
  EPOCH;

  /** Whether a step stays inside one update. */
  public boolean isInsideUpdate() {
    return compareTo(UPDATE) < 0;
  }
}
