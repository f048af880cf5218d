package org.ladera.landscape;

/**
 * Evenly spaced values along one direction.
 *
 * @param count the number of values, at least 2; the first is min, the last max
 */
public record Axis(double min, double max, int count) {
  public Axis {
    if (count < 2 || !(min < max)) {
      throw new IllegalArgumentException(
          "axis from " + min + " to " + max + " with " + count + " values");
    }
  }

  /** All values, a new array. */
  double[] values() {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = at(i);
    }
    return values;
  }

  /** The value at {@code index}, 0 to count − 1. */
  public double at(int index) {
    return index == count - 1 ? max : min + (max - min) * index / (count - 1);
  }
}
