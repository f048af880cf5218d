package org.ladera.engine.data;

import java.util.List;

/** Draws line segments in the unit square as grey values, 1 inside the line, 0 away from it. */
final class StrokeRasteriser {
  private StrokeRasteriser() {}

  /**
   * @param segments (x1, y1, x2, y2) each, y downwards
   * @param width half the width of the line
   * @param size pixels on each side
   * @param pixels size·size values from {@code from} on are overwritten, row by row
   */
  static void draw(List<double[]> segments, double width, int size, double[] pixels, int from) {
    double softness = 1.0 / size;
    double reach = width + softness;
    for (double[] s : segments) {
      int left = index(Math.min(s[0], s[2]) - reach, size);
      int right = index(Math.max(s[0], s[2]) + reach, size);
      int top = index(Math.min(s[1], s[3]) - reach, size);
      int bottom = index(Math.max(s[1], s[3]) + reach, size);
      for (int row = top; row <= bottom; row++) {
        for (int column = left; column <= right; column++) {
          double away = distance((column + 0.5) / size, (row + 0.5) / size, s);
          double ink = Math.clamp((reach - away) / (2 * softness) + 0.25, 0, 1);
          int at = from + row * size + column;
          pixels[at] = Math.max(pixels[at], away < reach ? ink : 0);
        }
      }
    }
  }

  private static int index(double position, int size) {
    return Math.clamp((long) Math.floor(position * size), 0, size - 1);
  }

  private static double distance(double x, double y, double[] s) {
    double dx = s[2] - s[0];
    double dy = s[3] - s[1];
    double length = dx * dx + dy * dy;
    double share = length == 0 ? 0 : Math.clamp(((x - s[0]) * dx + (y - s[1]) * dy) / length, 0, 1);
    double awayX = x - s[0] - share * dx;
    double awayY = y - s[1] - share * dy;
    return Math.sqrt(awayX * awayX + awayY * awayY);
  }
}
