package org.ladera.ui.view.loss;

import java.util.Arrays;

/** A way over a map or a hillside in pixels, point by point, with the updates as corners. */
final class Way {
  /** What becomes of the stretch that ends at a point. */
  enum Stretch {
    /** Nothing is drawn: the way left the map. */
    GAP,
    OPEN,
    /** Behind the hillside. */
    HIDDEN,
    /** To and fro across a valley: drawn thinner, so that the steps can be told apart. */
    CROWDED
  }

  private double[] x = new double[256];
  private double[] y = new double[256];
  private Stretch[] stretch = new Stretch[256];
  private boolean[] corner = new boolean[256];
  private double[] away = new double[256];
  private int count;
  private int reached;
  private boolean outside;

  void add(double px, double py, Stretch kind, boolean update) {
    if (count == x.length) {
      x = Arrays.copyOf(x, 2 * count);
      y = Arrays.copyOf(y, 2 * count);
      stretch = Arrays.copyOf(stretch, 2 * count);
      corner = Arrays.copyOf(corner, 2 * count);
      away = Arrays.copyOf(away, 2 * count);
    }
    x[count] = px;
    y[count] = py;
    stretch[count] = count == 0 ? Stretch.GAP : kind;
    corner[count++] = update;
  }

  /** The last point lies so far from the plane that it is drawn in. */
  void setAway(double distance) {
    away[count - 1] = distance;
  }

  double away(int i) {
    return away[i];
  }

  /** Everything after this was reached before a rewind, and lies ahead again. */
  void markReached() {
    reached = count;
  }

  /** Whether the last point lies off the map. */
  boolean endsOutside() {
    return outside;
  }

  void setOutside(boolean off) {
    outside = off;
  }

  int count() {
    return count;
  }

  /** Points up to the present one. */
  int reached() {
    return reached;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  Stretch stretch(int i) {
    return stretch[i];
  }

  boolean isCorner(int i) {
    return corner[i];
  }

  /** The last drawn point up to the present one, −1 when there is none. */
  int lastShown() {
    for (int i = reached - 1; i >= 0; i--) {
      if (isShown(i)) {
        return i;
      }
    }
    return -1;
  }

  boolean isShown(int i) {
    return stretch[i] == Stretch.OPEN || stretch[i] == Stretch.CROWDED;
  }
}
