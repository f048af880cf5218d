package org.ladera.engine.train;

import org.ladera.engine.spec.ScheduleSpec;

/** The factor on the base rate at time t, the epoch counted from 0. */
public final class Schedule {
  private Schedule() {}

  public static double factor(ScheduleSpec spec, long t) {
    return switch (spec) {
      case ScheduleSpec.Constant() -> 1;
      case ScheduleSpec.Step(int every, double gamma) -> StrictMath.pow(gamma, t / every);
      case ScheduleSpec.Exponential(double gamma) -> StrictMath.pow(gamma, t);
      case ScheduleSpec.Cosine(int length, double floor) ->
          floor + (1 - floor) / 2 * (1 + StrictMath.cos(StrictMath.PI * t / length));
      case ScheduleSpec.WarmUp(int length, ScheduleSpec then) ->
          t < length ? (double) (t + 1) / length : factor(then, t - length);
      case ScheduleSpec.Cyclical cyclical -> cyclical(cyclical, t);
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
          case TRIANGULAR2 -> StrictMath.pow(2, 1 - cycle);
          case EXPONENTIAL_RANGE -> StrictMath.pow(spec.gamma(), t);
        };
    return spec.floor() + (1 - spec.floor()) * Math.max(0, 1 - x) * size;
  }
}
