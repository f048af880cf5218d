package org.ladera.engine.kernel;

/** Row-major transposition in squares of eight, so that both sides stay in the first cache. */
public final class Transpose {
  private static final int SIDE = 8;

  private Transpose() {}

  /**
   * @param from (rows × columns) from {@code at} on, not modified
   * @param to (columns × rows), overwritten
   */
  public static void of(int rows, int columns, double[] from, int at, double[] to) {
    int r = 0;
    for (; r <= rows - SIDE; r += SIDE) {
      eight(rows, columns, from, at + r * columns, to, r);
    }
    for (; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        to[c * rows + r] = from[at + r * columns + c];
      }
    }
  }

  /** Eight rows, written out: the compiler would not unroll a loop as short. */
  private static void eight(int rows, int columns, double[] from, int at, double[] to, int toAt) {
    for (int c = 0; c < columns; c++) {
      int i = at + c;
      int o = toAt + c * rows;
      to[o] = from[i];
      to[o + 1] = from[i + columns];
      to[o + 2] = from[i + 2 * columns];
      to[o + 3] = from[i + 3 * columns];
      to[o + 4] = from[i + 4 * columns];
      to[o + 5] = from[i + 5 * columns];
      to[o + 6] = from[i + 6 * columns];
      to[o + 7] = from[i + 7 * columns];
    }
  }
}
