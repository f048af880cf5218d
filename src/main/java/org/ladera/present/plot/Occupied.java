package org.ladera.present.plot;

/**
 * Which parts of a plot thousands of points and lines lie in, on a grid: told in the time of a few
 * cells whether words would cover one, where asking each of them would take seconds. Lengths in
 * pixels.
 */
public final class Occupied {
  private static final double CELL = 4;

  private final double left;
  private final double top;
  private final int columns;
  private final int rows;
  private final boolean[] cells;

  public Occupied(double left, double top, double width, double height) {
    this.left = left;
    this.top = top;
    columns = (int) Math.max(1, Math.ceil(width / CELL));
    rows = (int) Math.max(1, Math.ceil(height / CELL));
    cells = new boolean[columns * rows];
  }

  /** An upright line, or a point where both ends are one. */
  public void take(double x, double y1, double y2) {
    int column = (int) Math.floor((x - left) / CELL);
    if (column < 0 || column >= columns || Double.isNaN(y1 + y2)) {
      return;
    }
    int to = row(Math.max(y1, y2));
    for (int row = row(Math.min(y1, y2)); row <= to; row++) {
      cells[row * columns + column] = true;
    }
  }

  private int row(double y) {
    return (int) Math.clamp(Math.floor((y - top) / CELL), 0, rows - 1);
  }

  /** Whether something lies in a rectangle, give or take a cell. */
  public boolean meets(double x, double y, double width, double height) {
    int from = (int) Math.clamp(Math.floor((x - left) / CELL), 0, columns - 1);
    int to = (int) Math.clamp(Math.floor((x + width - left) / CELL), 0, columns - 1);
    for (int row = row(y); row <= row(y + height); row++) {
      for (int column = from; column <= to; column++) {
        if (cells[row * columns + column]) {
          return true;
        }
      }
    }
    return false;
  }
}
