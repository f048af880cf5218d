package org.ladera.present.plot;

/**
 * Many upright stretches of one colour, such as the residuals of thousands of examples: each is
 * faint, and where many lie above one another they make a band.
 */
public final class Stretches {
  private Stretches() {}

  /**
   * Draws them over a picture; not finite ones are left out.
   *
   * @param picture premultiplied 0xAARRGGBB, row-major; it is changed
   * @param x of each, in pixels from the left edge
   * @param from its one end, in pixels from the upper edge
   * @param to its other end
   * @param colour opaque
   * @param share how much of what is below one of them hides, 0 to 1
   */
  public static void draw(
      int[] picture,
      int width,
      int height,
      double[] x,
      double[] from,
      double[] to,
      int colour,
      double share) {
    int[] begin = new int[width * (height + 1)];
    for (int i = 0; i < x.length; i++) {
      int column = (int) Math.floor(x[i]);
      if (column < 0 || column >= width || !Double.isFinite(from[i]) || !Double.isFinite(to[i])) {
        continue;
      }
      int top = row(Math.min(from[i], to[i]), height);
      int low = row(Math.max(from[i], to[i]), height);
      begin[top * width + column]++;
      begin[low * width + column]--;
    }
    int[] shades = new int[64];
    for (int n = 0; n < shades.length; n++) {
      shades[n] = faint(colour, 1 - Math.pow(1 - share, n));
    }
    int[] count = new int[width];
    for (int y = 0; y < height; y++) {
      for (int column = 0; column < width; column++) {
        count[column] += begin[y * width + column];
        if (count[column] > 0) {
          int at = y * width + column;
          picture[at] = Stamp.over(shades[Math.min(count[column], 63)], picture[at]);
        }
      }
    }
  }

  private static int row(double y, int height) {
    return Math.clamp(Math.round(y), 0, height);
  }

  private static int faint(int colour, double share) {
    int alpha = (int) Math.round(255 * share);
    int red = (int) Math.round(share * (colour >> 16 & 0xff));
    int green = (int) Math.round(share * (colour >> 8 & 0xff));
    int blue = (int) Math.round(share * (colour & 0xff));
    return alpha << 24 | red << 16 | green << 8 | blue;
  }
}
