package org.ladera.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number as a person wrote it.
 *
 * @param value finite
 * @param decimal the number with the digits that were typed, so that 0.50 has one more than 0.5;
 *     empty for an expression such as 7/3, which has all its digits
 */
public record WrittenNumber(double value, Optional<BigDecimal> decimal) {
  /**
   * What {@code typed} can mean, the likeliest first: 1.015 and 1,015 are one and a bit, but may
   * also be a thousand and fifteen. Never empty.
   *
   * @throws NumberSyntaxException where it is no number
   */
  public static List<WrittenNumber> readings(String typed) throws NumberSyntaxException {
    ConstantParser first = new ConstantParser(typed, false);
    List<WrittenNumber> readings = new ArrayList<>(List.of(first.read()));
    if (first.ambiguous()) {
      readings.add(new ConstantParser(typed, true).read());
    }
    return List.copyOf(readings);
  }

  /** Significant digits that were typed. */
  public int digits() {
    return decimal.map(BigDecimal::precision).orElse(Integer.MAX_VALUE);
  }

  /** One unit in the last digit that was typed; 0 for an expression. */
  public double unit() {
    return decimal.map(d -> d.ulp().doubleValue()).orElse(0.0);
  }
}
