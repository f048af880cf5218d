package org.ladera.lesson.model;

/** Something in a view that a phrase of a text can be about, as the target of its link names it. */
public enum ViewMark implements Word {
  /** Where the run began. */
  START,
  /** Where the run is now. */
  NOW,
  /** The least loss. */
  MINIMUM,
  /** The way downhill. */
  ARROW,
  /** The rate above which the run grows. */
  LIMIT,
  /** The units of the first hidden layer. */
  HIDDEN,
  /** The units of the last layer. */
  OUTPUT,
  /** How many times as large one number is as another. */
  RATIOS,
  /** The point on a curve. */
  POINT,
  /** The same point on the curve of the slope. */
  SLOPE
}
