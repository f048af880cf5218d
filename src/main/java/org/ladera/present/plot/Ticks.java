package org.ladera.present.plot;

import java.util.ArrayList;
import java.util.List;
import org.ladera.text.Numbers;

/** Chooses four to six round values for an axis, and writes them. */
public final class Ticks {
  private static final int FEWEST = 4;
  private static final int MOST = 6;
  private static final double[] ROUND = {1, 2, 5};
  private static final int[] DECADES = {1, 2, 3, 5, 10, 20, 50, 100, 200};
  private static final double[][] MANTISSAS = {{1}, {1, 3}, {1, 2, 5}};

  private Ticks() {}

  /** Round values inside {@code scale} with their labels. */
  public static List<Tick> of(Scale scale, Numbers numbers) {
    return switch (scale) {
      case Scale.Linear linear -> linear(linear.min(), linear.max(), numbers);
      case Scale.Log log -> log(log.min(), log.max(), numbers);
    };
  }

  /** A distance between ticks, mantissa · 10^exponent. */
  private record Step(double mantissa, int exponent) {
    double size() {
      return times(1);
    }

    /** Dividing by a power of ten rounds once; multiplying by 0.1 would round twice. */
    double times(double i) {
      return exponent < 0
          ? i * mantissa / StrictMath.pow(10, -exponent)
          : i * mantissa * StrictMath.pow(10, exponent);
    }

    double first(double min) {
      return StrictMath.ceil(min / size() - 1e-9);
    }

    double last(double max) {
      return StrictMath.floor(max / size() + 1e-9);
    }

    double count(double min, double max) {
      return last(max) - first(min) + 1;
    }
  }

  private static List<Tick> linear(double min, double max, Numbers numbers) {
    Step step = bestStep(min, max);
    boolean plain = step.exponent() >= -9 && Math.max(Math.abs(min), Math.abs(max)) < 1e6;
    List<Tick> ticks = new ArrayList<>();
    double first = step.first(min);
    double last = step.last(max);
    for (double i = first; i <= last && ticks.size() <= 2 * MOST; i++) {
      double value = step.times(i);
      ticks.add(
          new Tick(
              value,
              plain
                  ? numbers.fixed(value, Math.max(0, -step.exponent()))
                  : numbers.shown(value, 3)));
    }
    return ticks;
  }

  private static Step bestStep(double min, double max) {
    int exponent = (int) StrictMath.floor(StrictMath.log10((max - min) / MOST)) - 1;
    Step best = new Step(1, exponent);
    for (int e = exponent; e <= exponent + 3; e++) {
      for (double mantissa : ROUND) {
        Step step = new Step(mantissa, e);
        if (distance(step.count(min, max)) < distance(best.count(min, max))) {
          best = step;
        }
      }
    }
    return best;
  }

  /** How far a number of ticks is from what reads well; 5 is best. */
  private static double distance(double count) {
    return Math.abs(count - (FEWEST + MOST) / 2.0);
  }

  private static List<Tick> log(double min, double max, Numbers numbers) {
    int low = (int) StrictMath.ceil(StrictMath.log10(min) - 1e-9);
    int high = (int) StrictMath.floor(StrictMath.log10(max) + 1e-9);
    if (high - low + 1 >= FEWEST) {
      return powers(low, high, numbers);
    }
    for (double[] mantissas : MANTISSAS) {
      List<Tick> ticks = mantissas(min, max, low - 1, high, mantissas, numbers);
      if (ticks.size() >= FEWEST && ticks.size() <= MOST) {
        return ticks;
      }
    }
    // Over three powers of ten their ticks alone say that the axis is logarithmic.
    return high - low >= 2 ? powers(low, high, numbers) : linear(min, max, numbers);
  }

  private static List<Tick> powers(int low, int high, Numbers numbers) {
    int every = DECADES[DECADES.length - 1];
    for (int i = DECADES.length - 1; i >= 0; i--) {
      if (Math.floorDiv(high, DECADES[i]) - Math.ceilDiv(low, DECADES[i]) + 1 <= MOST) {
        every = DECADES[i];
      }
    }
    List<Tick> ticks = new ArrayList<>();
    for (int e = Math.ceilDiv(low, every) * every; e <= high; e += every) {
      ticks.add(new Tick(StrictMath.pow(10, e), power(1, e, numbers)));
    }
    return ticks;
  }

  private static List<Tick> mantissas(
      double min, double max, int low, int high, double[] mantissas, Numbers numbers) {
    List<Tick> ticks = new ArrayList<>();
    for (int e = low; e <= high; e++) {
      for (double mantissa : mantissas) {
        double value = new Step(mantissa, e).size();
        if (value >= min * (1 - 1e-12) && value <= max * (1 + 1e-12)) {
          ticks.add(new Tick(value, power(mantissa, e, numbers)));
        }
      }
    }
    return ticks;
  }

  /** 0.001 to 1000 in full; other powers of ten as powers, which stay short and of equal width. */
  private static String power(double mantissa, int exponent, Numbers numbers) {
    if (mantissa == 1 && (exponent < -3 || exponent > 3)) {
      return numbers.powerOfTen(exponent);
    }
    return numbers.shown(new Step(mantissa, exponent).size());
  }
}
