package org.ladera.present.relief;

import java.util.ArrayList;
import java.util.List;

/** Round values at which level lines are drawn. */
public final class Levels {
  private static final double[] ONE_THREE = {1, 3};
  private static final double[] ONE_TWO_FIVE = {1, 2, 5};

  private Levels() {}

  /** 1, 3, 10, 30 … strictly between {@code low} and {@code high}; both positive. */
  public static double[] oneThree(double low, double high) {
    return within(low, high, ONE_THREE);
  }

  /** 1, 2, 5, 10 … strictly between {@code low} and {@code high}; both positive. */
  public static double[] oneTwoFive(double low, double high) {
    return within(low, high, ONE_TWO_FIVE);
  }

  /** About {@code count} evenly spaced round values strictly between. */
  public static double[] even(double low, double high, int count) {
    double raw = (high - low) / count;
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(raw)));
    double step = raw / power < 1.5 ? power : raw / power < 3.5 ? 2 * power : 5 * power;
    List<Double> levels = new ArrayList<>();
    for (double k = StrictMath.floor(low / step) + 1; k * step < high; k++) {
      levels.add(k * step);
    }
    return levels.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] within(double low, double high, double[] mantissas) {
    List<Double> levels = new ArrayList<>();
    int first = (int) StrictMath.floor(StrictMath.log10(low));
    int last = (int) StrictMath.ceil(StrictMath.log10(high));
    for (int e = first; e <= last; e++) {
      for (double mantissa : mantissas) {
        // Dividing by a power of ten rounds once, multiplying by 0.1 twice.
        double level = e < 0 ? mantissa / StrictMath.pow(10, -e) : mantissa * StrictMath.pow(10, e);
        if (level > low && level < high) {
          levels.add(level);
        }
      }
    }
    return levels.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
