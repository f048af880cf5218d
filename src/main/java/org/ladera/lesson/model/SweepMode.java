package org.ladera.lesson.model;

/** Which way derivatives are worked out through a graph of operations. */
public enum SweepMode implements Word {
  /** Values forwards, then the derivatives of the result by everything backwards, in one sweep. */
  REVERSE,
  /** Values and derivatives by one variable together forwards, a sweep for each variable. */
  FORWARD
}
