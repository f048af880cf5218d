package org.ladera.present.plot;

import java.util.Arrays;

/**
 * Points of a line, thinned so that it looks the same: in each of a number of columns only the
 * lowest and the highest point are kept, in their order. Points that are not finite are left out.
 *
 * @param x increasing
 */
public record Thinning(double[] x, double[] y) {
  /** Two points for each column, and the two ends. */
  private static final int COLUMNS = 498;

  static final int MOST = 2 * COLUMNS + 2;

  /**
   * Points {@code from} to {@code to} − 1. The arrays are not modified.
   *
   * @param xs increasing
   */
  public static Thinning of(double[] xs, double[] ys, int from, int to) {
    Builder kept = new Builder(Math.min(to - from, MOST));
    int first = next(ys, from, to);
    if (first == to) {
      return kept.build();
    }
    int last = to - 1;
    while (!Double.isFinite(ys[last])) {
      last--;
    }
    if (last - first < MOST) {
      for (int i = first; i <= last; i = next(ys, i + 1, last + 1)) {
        kept.add(xs[i], ys[i]);
      }
      return kept.build();
    }
    kept.add(xs[first], ys[first]);
    double width = (xs[last] - xs[first]) / COLUMNS;
    int i = next(ys, first + 1, last);
    for (int column = 0; column < COLUMNS && i < last; column++) {
      double end = column == COLUMNS - 1 ? xs[last] : xs[first] + (column + 1) * width;
      int low = -1;
      int high = -1;
      for (; i < last && xs[i] <= end; i = next(ys, i + 1, last)) {
        low = low < 0 || ys[i] < ys[low] ? i : low;
        high = high < 0 || ys[i] > ys[high] ? i : high;
      }
      if (low >= 0) {
        int a = Math.min(low, high);
        int b = Math.max(low, high);
        kept.add(xs[a], ys[a]);
        if (b > a) {
          kept.add(xs[b], ys[b]);
        }
      }
    }
    kept.add(xs[last], ys[last]);
    return kept.build();
  }

  public int count() {
    return x.length;
  }

  private static int next(double[] ys, int from, int to) {
    int i = from;
    while (i < to && !Double.isFinite(ys[i])) {
      i++;
    }
    return i;
  }

  private static final class Builder {
    private final double[] x;
    private final double[] y;
    private int count;

    Builder(int most) {
      x = new double[Math.max(0, most)];
      y = new double[Math.max(0, most)];
    }

    void add(double px, double py) {
      x[count] = px;
      y[count++] = py;
    }

    Thinning build() {
      return new Thinning(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }
  }
}
