package org.ladera.ui.view.images;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Strokes;
import org.ladera.engine.matrix.MatrixView;

/** The ink on a drawing pad, from 0 to 1, with the strokes that can be taken back. */
final class Pad {
  /** Pixels on each side. */
  static final int SIDE = 280;

  private static final int MOST_BACK = 40;

  private final double[] ink = new double[SIDE * SIDE];
  private final Deque<double[]> before = new ArrayDeque<>();

  /** What was seen last; null when the ink is another one since. */
  private @Nullable MatrixView seen;

  /** The ink of now, row by row (1 × SIDE·SIDE); the same matrix until it changes. */
  MatrixView seen() {
    MatrixView now = seen;
    if (now == null) {
      now = MatrixView.of(1, ink.length, ink);
      seen = now;
    }
    return now;
  }

  double at(int x, int y) {
    return ink[y * SIDE + x];
  }

  boolean isEmpty() {
    for (double v : ink) {
      if (v > 0) {
        return false;
      }
    }
    return true;
  }

  boolean canUndo() {
    return !before.isEmpty();
  }

  /** A stroke begins; it can be taken back as a whole. */
  void begin() {
    before.addLast(ink.clone());
    if (before.size() > MOST_BACK) {
      before.removeFirst();
    }
  }

  void undo() {
    if (canUndo()) {
      double[] last = Objects.requireNonNull(before.pollLast());
      System.arraycopy(last, 0, ink, 0, ink.length);
      seen = null;
    }
  }

  void clear() {
    begin();
    Arrays.fill(ink, 0);
    seen = null;
  }

  /**
   * A round pen goes in a straight line.
   *
   * @param radius of the pen, in pixels of the pad
   * @param wet whether it leaves ink; else it takes it away
   */
  void line(double x1, double y1, double x2, double y2, double radius, boolean wet) {
    seen = null;
    int left = (int) Math.max(0, Math.floor(Math.min(x1, x2) - radius - 1));
    int right = (int) Math.min(SIDE - 1, Math.ceil(Math.max(x1, x2) + radius + 1));
    int top = (int) Math.max(0, Math.floor(Math.min(y1, y2) - radius - 1));
    int bottom = (int) Math.min(SIDE - 1, Math.ceil(Math.max(y1, y2) + radius + 1));
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length = dx * dx + dy * dy;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double px = x + 0.5 - x1;
        double py = y + 0.5 - y1;
        double share = length == 0 ? 0 : Math.clamp((px * dx + py * dy) / length, 0, 1);
        double away = Math.hypot(px - share * dx, py - share * dy);
        double cover = Math.clamp(radius + 0.5 - away, 0, 1);
        int at = y * SIDE + x;
        ink[at] = wet ? Math.max(ink[at], cover) : Math.min(ink[at], 1 - cover);
      }
    }
  }

  /** A digit as the program's generator writes it, undistorted. */
  void write(int digit, double radius) {
    for (double[][] stroke : Strokes.of(digit)) {
      for (int i = 1; i < stroke.length; i++) {
        line(
            stroke[i - 1][0] * SIDE,
            stroke[i - 1][1] * SIDE,
            stroke[i][0] * SIDE,
            stroke[i][1] * SIDE,
            radius,
            true);
      }
    }
  }
}
