package org.ladera.store.lesson;

import org.ladera.engine.spec.Hyperparameter;

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

  /** What a lesson may write for a constant of a part. */
  static Bounds of(Hyperparameter constant) {
    return switch (constant.range()) {
      case SHARE, NOT_NEGATIVE, SEED -> of(0, constant.most());
      case POSITIVE -> above(0, constant.most());
      case COUNT -> of(1, constant.most());
      case ANY -> of(-constant.most(), constant.most());
    };
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
