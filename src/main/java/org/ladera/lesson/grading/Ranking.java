package org.ladera.lesson.grading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;

/** The order in which the runs of a ranking came. */
final class Ranking {
  /** Runs closer than this share are equally good. */
  private static final double SAME = 1e-9;

  private final Check.Rank rank;

  /** What each run is ordered by, as they are offered; a run that does not get there comes last. */
  private final List<Double> by;

  /**
   * @param curves as the runs are offered
   */
  Ranking(Check.Rank rank, List<RunCurve> curves) {
    this.rank = rank;
    by = curves.stream().map(this::ranked).toList();
  }

  private double ranked(RunCurve curve) {
    double value =
        rank.goal()
            .map(goal -> curve.meets(goal).stream().asDoubleStream().findFirst())
            .map(epoch -> epoch.orElse(Double.NaN))
            .orElse(curve.end());
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  /**
   * What an order shows.
   *
   * @param order each run once
   */
  Verdict of(List<String> order) {
    List<Double> values = order.stream().map(run -> by.get(rank.runs().indexOf(run))).toList();
    return rises(values) ? new Verdict.Right() : new Verdict.Wrong(misjudged(values));
  }

  List<PlayedAhead.Places> places() {
    return by.stream()
        .map(
            value -> {
              int before = (int) by.stream().filter(other -> isBefore(other, value)).count();
              int after = (int) by.stream().filter(other -> isBefore(value, other)).count();
              return new PlayedAhead.Places(before, by.size() - 1 - after);
            })
        .toList();
  }

  private static String misjudged(List<Double> values) {
    List<Double> reversed = new ArrayList<>(values);
    Collections.reverse(reversed);
    if (rises(reversed)) {
      return Misjudgement.REVERSED.id();
    }
    boolean neighbours =
        IntStream.range(1, values.size())
            .anyMatch(
                i -> {
                  List<Double> other = new ArrayList<>(values);
                  Collections.swap(other, i - 1, i);
                  return rises(other);
                });
    if (neighbours) {
      return Misjudgement.NEIGHBOURS.id();
    }
    boolean first = values.stream().allMatch(r -> !isBefore(r, values.getFirst()));
    return first ? Misjudgement.ONLY_FIRST.id() : "";
  }

  private static boolean rises(List<Double> values) {
    return IntStream.range(1, values.size())
        .noneMatch(i -> isBefore(values.get(i), values.get(i - 1)));
  }

  private static boolean isBefore(double a, double b) {
    return a < b && (Double.isInfinite(b) || b - a > SAME * Math.abs(b));
  }
}
