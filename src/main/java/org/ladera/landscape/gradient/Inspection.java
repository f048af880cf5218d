package org.ladera.landscape.gradient;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One derivative of one update, looked at from all sides.
 *
 * @param update counted from 0
 * @param comparison backpropagation beside dual numbers
 * @param step h of the central difference
 * @param central (J(w+h) − J(w−h))/2h
 * @param richardson sixth order
 * @param errors of the central difference, from the largest step to the smallest; empty where the
 *     derivative is 0 or no number
 * @param kink the smallest step that crosses a kink of J, if one of those tried does; at 0 the
 *     parameter lies on the kink itself
 * @param left (J(w) − J(w−h))/h for a very small h, where the parameter lies on a kink; else NaN
 * @param right (J(w+h) − J(w))/h
 * @param stillness why the derivative is 0, where it is
 */
public record Inspection(
    long update,
    Comparison comparison,
    double step,
    double central,
    double richardson,
    List<ErrorAt> errors,
    OptionalDouble kink,
    double left,
    double right,
    Stillness stillness) {
  /** A point of the curve of errors: V-shaped, rounding on the left, truncation on the right. */
  public record ErrorAt(double step, double relativeError) {}

  /** Why a parameter does not move the cost. */
  public enum Stillness {
    /** It does. */
    NONE,
    /** The slope of its unit's activation is 0 in all samples, as of a dead ReLU. */
    UNIT_OFF,
    /** What it is multiplied by is 0 in all samples. */
    INPUT_OFF,
    /** No error reaches its unit. */
    NO_DELTA,
    /** Contributions cancel. */
    BALANCED
  }

  public Inspection {
    errors = List.copyOf(errors);
  }

  /** The same of a loss that is so many times as large. */
  public Inspection times(double scale) {
    return new Inspection(
        update,
        comparison.times(scale),
        step,
        scale * central,
        scale * richardson,
        errors,
        kink,
        scale * left,
        scale * right,
        stillness);
  }

  /** Whether the slopes on both sides of the parameter differ. */
  public boolean isOnKink() {
    return kink.isPresent()
        && kink.getAsDouble() == 0
        && Math.abs(left - right) > 1e-4 * Math.max(Math.abs(left), Math.abs(right));
  }

  /** The step with the smallest error. */
  public Optional<ErrorAt> best() {
    return errors.stream().min(Comparator.comparingDouble(ErrorAt::relativeError));
  }
}
