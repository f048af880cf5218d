package org.ladera.ui.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Where values lie on a slider, and what the arrow keys do to them. Values of a slider are round;
 * exact ones are typed.
 *
 * @param log equal factors are equal distances; {@code min} and {@code max} are above 0
 */
public record SliderScale(double min, double max, boolean log) {
  private static final int STEPS = 100;

  /** 0 at the left end, 1 at the right; values outside lie at the nearer end. */
  double fraction(double value) {
    if (!(value > min)) {
      return 0;
    }
    double fraction =
        log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
    return Math.min(1, fraction);
  }

  /** The round value at a place of the slider. */
  double value(double fraction) {
    double f = Math.clamp(fraction, 0, 1);
    if (f == 0 || f == 1) {
      return f == 0 ? min : max;
    }
    return round(log ? min * Math.pow(max / min, f) : min + f * (max - min));
  }

  /** The value {@code steps} steps further, a hundred of which make the whole slider. */
  double moved(double value, double steps) {
    double from = Math.clamp(value, min, max);
    double target =
        log ? from * Math.pow(max / min, steps / STEPS) : from + steps * (max - min) / STEPS;
    double moved = Math.clamp(Math.abs(steps) < 1 ? fine(target) : round(target), min, max);
    // Rounding must not hold a small step back.
    return moved == value ? Math.clamp(fine(target), min, max) : moved;
  }

  private double round(double value) {
    return log ? significant(value, 3) : decimals(value, (max - min) / STEPS);
  }

  private double fine(double value) {
    return log ? significant(value, 5) : decimals(value, (max - min) / STEPS / 100);
  }

  private static double significant(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP)).doubleValue();
  }

  private static double decimals(double value, double step) {
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step)));
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }
}
