package org.ladera.landscape.gradient;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The gradient of one update held against dual numbers.
 *
 * @param update counted from 0
 * @param parameters how many the network has
 * @param compared all of them, or evenly chosen ones where they are too many, in their order
 */
public record GradientReport(long update, int parameters, List<Comparison> compared) {
  /** Ratios that differ by less are the same ratio. */
  private static final double SAME = 1e-9;

  public GradientReport {
    compared = List.copyOf(compared);
  }

  /** The same of a loss that is so many times as large. */
  public GradientReport times(double scale) {
    return new GradientReport(
        update, parameters, compared.stream().map(c -> c.times(scale)).toList());
  }

  public int checked() {
    return compared.size();
  }

  /** Whether everything that was compared is a number. */
  public boolean isNumber() {
    return compared.stream().allMatch(Comparison::isNumber);
  }

  public boolean passes() {
    return compared.stream().allMatch(Comparison::passes);
  }

  /** The worst first; of equally bad ones, the first parameter first. */
  public List<Comparison> worstFirst() {
    // Errors that differ in their last digits only are equally bad.
    Comparator<Comparison> byError =
        Comparator.comparingDouble(c -> -(double) (float) (c.isNumber() ? c.error() : 1e300));
    return compared.stream().sorted(byError).toList();
  }

  public Optional<Comparison> worst() {
    return worstFirst().stream().findFirst();
  }

  /**
   * The ratio that all compared derivatives share, as far as they are not 0; empty when they do
   * not, or when all are 0.
   */
  public OptionalDouble commonRatio() {
    List<Comparison> some = compared.stream().filter(c -> !c.isNothing()).toList();
    if (some.isEmpty()) {
      return OptionalDouble.empty();
    }
    double first = some.getFirst().ratio();
    boolean same =
        some.stream().allMatch(c -> Math.abs(c.ratio() - first) <= SAME * Math.abs(first));
    return same ? OptionalDouble.of(first) : OptionalDouble.empty();
  }
}
