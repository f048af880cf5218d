package org.ladera.store.lesson;

/**
 * What a number of a lesson may be.
 *
 * @param open whether {@code low} itself is excluded
 */
record Bounds(double low, boolean open, double high) {
  /** Anything a course would calculate with; larger numbers should be scaled. */
  static final Bounds ANY = new Bounds(-1e9, false, 1e9);

  static final Bounds POSITIVE = new Bounds(0, true, 1e9);

  static Bounds of(double low, double high) {
    return new Bounds(low, false, high);
  }

  static Bounds above(double low, double high) {
    return new Bounds(low, true, high);
  }

  boolean contain(double value) {
    return (open ? value > low : value >= low) && value <= high;
  }

  Refused refuse(LessonSource source, SourcePosition place, String field) {
    if (this.equals(POSITIVE)) {
      return source.refuse(place, field, "field.positive");
    }
    return source.refuse(
        place,
        field,
        open ? "field.number-above" : "field.number",
        "low",
        written(low),
        "high",
        written(high));
  }

  private static String written(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
