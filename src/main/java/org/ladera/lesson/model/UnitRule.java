package org.ladera.lesson.model;

/** By which rule a single unit learns, example by example. */
public enum UnitRule implements Word {
  /** Rosenblatt 1958: corrects by what the unit answered. */
  PERCEPTRON,
  /** Widrow and Hoff 1960: corrects by the sum itself. */
  ADALINE
}
