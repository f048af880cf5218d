package org.ladera.engine.kernel;

/** Row-major transposition in squares of eight, so that both sides stay in the first cache. */
final class Transpose {
  private static final int SIDE = 8;

  private Transpose() {}

  /**
   * @param from (rows × columns) from {@code at} on, not modified
   * @param to (columns × rows), overwritten
   */
  static void of(int rows, int columns, double[] from, int at, double[] to) {
    for (int r0 = 0; r0 < rows; r0 += SIDE) {
      int r1 = Math.min(rows, r0 + SIDE);
      for (int c = 0; c < columns; c++) {
        for (int r = r0; r < r1; r++) {
          to[c * rows + r] = from[at + r * columns + c];
        }
      }
    }
  }
}
