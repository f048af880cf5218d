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
  /** The surroundings of a point, larger. */
  LENS,
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
  SLOPE,
  /** The greatest value that there can be. */
  MAXIMUM,
  /** What a number cannot exceed. */
  BOUND,
  /** One disc for each layer. */
  DISCS,
  /** How wrong an approximation is. */
  ERROR,
  /** The line through two points of a curve. */
  SECANT,
  /** How far an example lies from the line: the longest of these segments. */
  RESIDUALS,
  /** The numbers of each unit and example. */
  CELLS,
  /** One number for each layer, along the run. */
  NORMS,
  /** The net inputs of the last layer. */
  SCORES,
  /** Their exponentials. */
  EXPONENTIALS,
  /** What each class has of the whole. */
  SHARES
}
