package org.ladera.timeline;

import java.util.OptionalDouble;

/** How many epochs a run takes to bring its distance from the minimum down to a tenth. */
public final class DigitPace {
  /** Fewer points show no trend. */
  private static final int FEWEST = 4;

  /** Where rounding is all that is left of the distance, no pace is measured any more. */
  private static final double ROUNDING = 1e-26;

  private DigitPace() {}

  /**
   * Measured over the second half of the way, on √(J − J_min), which is proportional to the
   * distance on a quadratic: from the first to the last of its peaks, or from end to end where it
   * only falls. A peak is higher than everything after it, so that small waves do not count.
   *
   * @param until the epoch the run stands at; what was recorded beyond it is left out
   * @param least J at the minimum
   * @return empty where the way is too short or the distance does not shrink
   */
  public static OptionalDouble of(History history, double until, double least) {
    double floor = ROUNDING * (history.loss(0) - least);
    int end = 0;
    while (end < history.count()
        && history.epoch(end) <= until
        && history.loss(end) - least > floor) {
      end++;
    }
    int begin = end / 2;
    if (end - begin < FEWEST) {
      return OptionalDouble.empty();
    }
    int first = -1;
    int last = -1;
    // What comes after the last tenth is too little to tell a peak by.
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = end - 2; i > begin; i--) {
      highest = Math.max(highest, history.loss(i + 1));
      boolean peak = history.loss(i) > highest && history.loss(i) >= history.loss(i - 1);
      if (peak && i < begin + (end - begin) * 9 / 10) {
        first = i;
        last = last < 0 ? i : last;
      }
    }
    return last - first < FEWEST
        ? between(history, least, begin, end - 1)
        : between(history, least, first, last);
  }

  private static OptionalDouble between(History history, double least, int from, int to) {
    double digits = StrictMath.log10((history.loss(from) - least) / (history.loss(to) - least)) / 2;
    return digits > 0
        ? OptionalDouble.of((history.epoch(to) - history.epoch(from)) / digits)
        : OptionalDouble.empty();
  }
}
