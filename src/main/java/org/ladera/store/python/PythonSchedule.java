package org.ladera.store.python;

import static org.ladera.store.python.PythonText.number;

import org.ladera.engine.spec.ScheduleSpec;

/** The factor on the base rate as a function of the epoch, in plain Python. */
final class PythonSchedule {
  private PythonSchedule() {}

  /** Empty where the rate stays as it is. */
  static String of(ScheduleSpec schedule) {
    return schedule instanceof ScheduleSpec.Constant
        ? ""
        : "import math\n\n\ndef factor(t):\n" + body(schedule) + "\n\n";
  }

  private static String body(ScheduleSpec schedule) {
    return switch (schedule) {
      case ScheduleSpec.Constant() -> "    return 1.0\n";
      case ScheduleSpec.Step(int every, double gamma) ->
          "    return " + number(gamma) + " ** (t // " + every + ")\n";
      case ScheduleSpec.Exponential(double gamma) -> "    return " + number(gamma) + " ** t\n";
      case ScheduleSpec.Cosine(int length, double floor) ->
          "    floor = "
              + number(floor)
              + "\n    return floor + (1 - floor) / 2 * (1 + math.cos(math.pi * t / "
              + length
              + "))\n";
      case ScheduleSpec.WarmUp(int length, ScheduleSpec then) ->
          "    if t < LENGTH:\n        return (t + 1) / LENGTH\n    t -= LENGTH\n"
                  .replace("LENGTH", Integer.toString(length))
              + body(then);
      case ScheduleSpec.Cyclical cyclical ->
          """
              cycle = math.floor(1 + t / (2 * HALF))
              x = abs(t / HALF - 2 * cycle + 1)
              return FLOOR + (1 - FLOOR) * max(0, 1 - x) * SIZE
          """
              .replace("HALF", Integer.toString(cyclical.half()))
              .replace("FLOOR", number(cyclical.floor()))
              .replace("SIZE", size(cyclical));
    };
  }

  /** How far a cycle still goes up. */
  private static String size(ScheduleSpec.Cyclical cyclical) {
    return switch (cyclical.mode()) {
      case TRIANGULAR -> "1";
      case TRIANGULAR2 -> "0.5 ** (cycle - 1)";
      case EXPONENTIAL_RANGE -> number(cyclical.gamma()) + " ** t";
    };
  }
}
