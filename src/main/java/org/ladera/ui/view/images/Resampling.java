package org.ladera.ui.view.images;

import java.util.Arrays;

/**
 * Opaque pixels brought to the size in which they are seen: without a graphics card a picture is
 * copied much faster than it is scaled, and it is copied more often than it changes.
 *
 * @param columns of the source
 * @param rows of the source
 * @param wide pixels of the result
 * @param high of the result
 */
record Resampling(int columns, int rows, int wide, int high) {
  /** Parts of a step from one pixel to the next. */
  private static final int PARTS = 256;

  /** Each pixel as it is, as a square. */
  void squares(int[] source, int[] target) {
    for (int y = 0; y < high; y++) {
      int row = (2 * y + 1) * rows / (2 * high);
      int at = y * wide;
      if (y > 0 && row == (2 * y - 1) * rows / (2 * high)) {
        System.arraycopy(target, at - wide, target, at, wide);
        continue;
      }
      for (int c = 0; c < columns; c++) {
        int from = edge(c);
        Arrays.fill(target, at + from, at + edge(c + 1), source[row * columns + c]);
      }
    }
  }

  /** The first pixel of the result whose middle lies in a column of the source. */
  private int edge(int column) {
    return Math.ceilDiv(2 * column * wide - columns, 2 * columns);
  }

  /** Between the middles of four pixels by their distances. */
  void smooth(int[] source, int[] target) {
    int[] left = new int[wide];
    int[] share = new int[wide];
    for (int x = 0; x < wide; x++) {
      int place = place(x, columns, wide);
      left[x] = place / PARTS;
      share[x] = place % PARTS;
    }
    for (int y = 0; y < high; y++) {
      int place = place(y, rows, high);
      int upper = place / PARTS * columns;
      int lower = Math.min(place / PARTS + 1, rows - 1) * columns;
      for (int x = 0; x < wide; x++) {
        int from = left[x];
        int to = Math.min(from + 1, columns - 1);
        int a = source[upper + from];
        int b = source[upper + to];
        int c = source[lower + from];
        int d = source[lower + to];
        // Most of a drawing is paper.
        target[y * wide + x] =
            a == b && a == c && a == d
                ? a
                : between(between(a, b, share[x]), between(c, d, share[x]), place % PARTS);
      }
    }
  }

  /** Where the middle of a pixel lies among the middles of the source, in parts. */
  private static int place(int pixel, int from, int to) {
    double middle = (pixel + 0.5) * from / to - 0.5;
    return (int) (Math.clamp(middle, 0, from - 1.0) * PARTS);
  }

  private static int between(int a, int b, int share) {
    int rest = PARTS - share;
    int ends = ((a & 0xFF00FF) * rest + (b & 0xFF00FF) * share) >>> 8 & 0xFF00FF;
    int middle = ((a & 0xFF00) * rest + (b & 0xFF00) * share) >>> 8 & 0xFF00;
    return 0xFF000000 | ends | middle;
  }
}
