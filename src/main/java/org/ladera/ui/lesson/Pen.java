package org.ladera.ui.lesson;

import java.util.Arrays;

/**
 * A curve that is drawn by hand: heights of columns evenly spread from left to right, each from 0
 * to 1. The first touch makes it level; from then on it is whole.
 */
final class Pen {
  /** Columns, one at each end; a key moves the pen by {@link #STRIDE} of them. */
  static final int COLUMNS = 25;

  static final int STRIDE = 3;

  private final double[] heights = new double[COLUMNS];
  private boolean begun;
  private int column;

  boolean hasBegun() {
    return begun;
  }

  /** Where the pen is. */
  int column() {
    return column;
  }

  double height(int at) {
    return heights[at];
  }

  /** Takes a curve with any number of points, evenly spread. */
  void take(double[] other) {
    begun = true;
    for (int i = 0; i < COLUMNS; i++) {
      double where = (double) i * (other.length - 1) / (COLUMNS - 1);
      int left = Math.min((int) where, other.length - 2);
      heights[i] = other[left] + (where - left) * (other[left + 1] - other[left]);
    }
  }

  /** Sets the pen down. */
  void press(int at, double height) {
    begin(height);
    column = at;
    heights[at] = clamp(height);
  }

  /** Draws a straight line from where the pen is. */
  void drag(int to, double height) {
    begin(height);
    int from = column;
    double first = heights[from];
    int steps = Math.abs(to - from);
    for (int i = 1; i <= steps; i++) {
      heights[from + Integer.signum(to - from) * i] = clamp(first + (height - first) * i / steps);
    }
    if (steps == 0) {
      heights[to] = clamp(height);
    }
    column = to;
  }

  /** Moves the pen by strides, without drawing. */
  void move(int strides) {
    column = Math.max(0, Math.min(column / STRIDE * STRIDE + strides * STRIDE, COLUMNS - 1));
  }

  /** Raises the curve where the pen is, with straight lines to the next places of the pen. */
  void raise(double by) {
    begin(0.5);
    heights[column] = clamp(heights[column] + by);
    join(Math.max(0, column - STRIDE), column);
    join(column, Math.min(COLUMNS - 1, column + STRIDE));
  }

  private void join(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      heights[i] = heights[from] + (heights[to] - heights[from]) * (i - from) / (to - from);
    }
  }

  private void begin(double height) {
    if (!begun) {
      begun = true;
      Arrays.fill(heights, clamp(height));
    }
  }

  private static double clamp(double height) {
    return Math.max(0, Math.min(1, height));
  }
}
