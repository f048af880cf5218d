package org.ladera.lesson.model;

/** What a map of the loss may draw besides its paths. */
public enum MapNote implements Word {
  /** The right angle between the steepest way down and the level, and the parts of that way. */
  ANGLE,

  /** The leap from the start to the minimum that solving the equations is. */
  SOLUTION,

  /** Where each example alone would lead, in the lens. */
  EXAMPLES
}
