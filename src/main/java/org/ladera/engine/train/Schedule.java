package org.ladera.engine.train;

import java.util.function.LongToDoubleFunction;
import org.ladera.engine.kernel.Exponential;
import org.ladera.engine.spec.ScheduleSpec;

/** The factor on the base rate at time t, the epoch counted from 0. */
public final class Schedule {
  private Schedule() {}

  public static double factor(ScheduleSpec spec, long t) {
    return function(spec).applyAsDouble(t);
  }

  /** The factor as a function of t. */
  static LongToDoubleFunction function(ScheduleSpec spec) {
    return switch (spec) {
      case ScheduleSpec.Constant() -> t -> 1;
      case ScheduleSpec.Step(int every, double gamma) -> t -> Exponential.power(gamma, t / every);
      case ScheduleSpec.Exponential(double gamma) -> t -> Exponential.power(gamma, t);
      case ScheduleSpec.Cosine(int length, double floor) ->
          t -> floor + (1 - floor) / 2 * (1 + StrictMath.cos(StrictMath.PI * t / length));
      case ScheduleSpec.WarmUp(int length, ScheduleSpec then) -> {
        LongToDoubleFunction rest = function(then);
        yield t -> t < length ? (double) (t + 1) / length : rest.applyAsDouble(t - length);
      }
      case ScheduleSpec.Cyclical cyclical -> t -> cyclical(cyclical, t);
    };
  }

  /** Smith 2017: cycle = ⌊1 + t/2h⌋, x = |t/h − 2·cycle + 1|, floor + (1 − floor)(1 − x)·size. */
  private static double cyclical(ScheduleSpec.Cyclical spec, long t) {
    double half = spec.half();
    double cycle = StrictMath.floor(1 + t / (2 * half));
    double x = Math.abs(t / half - 2 * cycle + 1);
    double size =
        switch (spec.mode()) {
          case TRIANGULAR -> 1;
          case TRIANGULAR2 -> Exponential.power(0.5, (long) cycle - 1);
          case EXPONENTIAL_RANGE -> Exponential.power(spec.gamma(), t);
        };
    return spec.floor() + (1 - spec.floor()) * Math.max(0, 1 - x) * size;
  }
}
