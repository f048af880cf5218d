package org.ladera.present.plot;

/**
 * How values lie along an axis: 0 at its beginning, 1 at its end. Values outside the axis give
 * numbers outside [0, 1]; drawing code clips.
 */
public sealed interface Scale {
  double min();

  double max();

  /** Where {@code value} lies: 0 at min, 1 at max. */
  double unit(double value);

  /** The value at {@code unit}; the inverse of {@link #unit}. */
  double value(double unit);

  default boolean holds(double value) {
    return value >= min() && value <= max();
  }

  /** Evenly spaced values, min &lt; max, both finite. */
  record Linear(double min, double max) implements Scale {
    public Linear {
      if (!(min < max) || !Double.isFinite(max - min)) {
        throw new IllegalArgumentException("linear axis from " + min + " to " + max);
      }
    }

    @Override
    public double unit(double value) {
      return (value - min) / (max - min);
    }

    @Override
    public double value(double unit) {
      return min + unit * (max - min);
    }
  }

  /** Evenly spaced powers, 0 &lt; min &lt; max, both finite. */
  record Log(double min, double max) implements Scale {
    /** Where a value without a logarithm lies: below the axis, still finite for drawing. */
    private static final double BELOW = -1;

    public Log {
      if (!(min > 0 && min < max) || !Double.isFinite(max)) {
        throw new IllegalArgumentException("logarithmic axis from " + min + " to " + max);
      }
    }

    @Override
    public double unit(double value) {
      if (Double.isNaN(value)) {
        return value;
      }
      if (value <= 0) {
        return BELOW;
      }
      double low = StrictMath.log10(min);
      return (StrictMath.log10(value) - low) / (StrictMath.log10(max) - low);
    }

    @Override
    public double value(double unit) {
      double low = StrictMath.log10(min);
      return StrictMath.pow(10, low + unit * (StrictMath.log10(max) - low));
    }
  }

  /**
   * A linear scale from {@code min} to {@code max}, widened where they are equal, so that it always
   * exists for finite values.
   */
  static Scale linear(double min, double max) {
    if (min < max) {
      // Half the largest double on either side keeps max − min finite.
      double far = Double.MAX_VALUE / 2;
      return new Linear(Math.max(min, -far), Math.min(max, far));
    }
    double room = min == 0 ? 1 : Math.abs(min) * 0.1;
    return new Linear(min - room, min + room);
  }

  /** A logarithmic scale that holds both positive values, widened where they are equal. */
  static Scale log(double min, double max) {
    return min < max ? new Log(min, max) : new Log(min / 3, min * 3);
  }
}
