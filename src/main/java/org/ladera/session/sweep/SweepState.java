package org.ladera.session.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a sweep at one moment.
 *
 * @param results in the order in which they came
 * @param secondsLeft as long as the runs that are left take at the pace of those that are done; NaN
 *     before the first
 */
public record SweepState(Sweep sweep, List<SweepResult> results, Stage stage, double secondsLeft) {
  /** Where it is. */
  public enum Stage {
    RUNNING,
    DONE,
    /** Somebody stopped it; it can go on. */
    STOPPED,
    /** A mistake of the program ended it, which is in the log; it can go on. */
    FAILED
  }

  public SweepState {
    results = List.copyOf(results);
  }

  /** One that has not begun. */
  public static SweepState none(Sweep sweep) {
    return new SweepState(sweep, List.of(), Stage.STOPPED, Double.NaN);
  }

  public int done() {
    return results.size();
  }

  /**
   * Over the seeds of one place: the least, the quartiles and the greatest of the finite values.
   */
  public record Summary(
      double least, double lower, double median, double upper, double greatest, int count) {}

  /**
   * What the seeds of a place say of a reading; empty where no run there has a finite value yet.
   *
   * @param place where in the values of each setting
   * @param reading its place in the readings of the sweep
   */
  public Optional<Summary> summary(List<Integer> place, int reading) {
    double[] values =
        results.stream()
            .filter(r -> r.of().values().equals(place))
            .mapToDouble(r -> r.values()[reading])
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return values.length == 0
        ? Optional.empty()
        : Optional.of(
            new Summary(
                values[0],
                quantile(values, 0.25),
                quantile(values, 0.5),
                quantile(values, 0.75),
                values[values.length - 1],
                values.length));
  }

  /** Hyndman and Fan 1996, definition 7, which NumPy and R take. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** The results in the order of the sweep, whatever order they came in. */
  public List<SweepResult> inOrder() {
    List<Sweep.Case> cases = sweep.cases();
    SweepResult[] sorted = results.toArray(SweepResult[]::new);
    Arrays.sort(sorted, java.util.Comparator.comparingInt(r -> cases.indexOf(r.of())));
    return List.of(sorted);
  }
}
