package org.ladera.lesson.model;

/** Which of the examples of a run a view shows. */
public enum ExamplePart implements Word {
  /** Those that are trained on. */
  TRAIN,
  VALIDATION,
  TEST
}
