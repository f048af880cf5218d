package org.ladera.lesson.model;

/** Two ends of an axis that a view shows, the smaller first. */
public record Range(double low, double high) {
  public Range {
    if (!(low < high)) {
      throw new IllegalArgumentException("expected low < high, found " + low + ", " + high);
    }
  }
}
