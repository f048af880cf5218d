package org.ladera.engine.spec;

/** The factor on the base rate as a function of t, the epoch counted from 0. */
public sealed interface ScheduleSpec {
  Constant CONSTANT = new Constant();

  record Constant() implements ScheduleSpec {}

  /** gamma^floor(t / every). */
  record Step(int every, double gamma) implements ScheduleSpec {}

  /** gamma^t. */
  record Exponential(double gamma) implements ScheduleSpec {}

  /** From 1 to {@code floor} along half a cosine over {@code length} (Loshchilov, Hutter 2017). */
  record Cosine(int length, double floor) implements ScheduleSpec {}

  /** (t + 1) / length up to 1, then {@code then}. */
  record WarmUp(int length, ScheduleSpec then) implements ScheduleSpec {}

  /**
   * Smith 2017: between {@code floor} and 1 with half a cycle of {@code half}; the amplitude is
   * constant, halves each cycle, or shrinks by gamma^t.
   */
  record Cyclical(int half, double floor, Mode mode, double gamma) implements ScheduleSpec {
    public enum Mode {
      TRIANGULAR,
      TRIANGULAR2,
      EXPONENTIAL_RANGE
    }
  }
}
