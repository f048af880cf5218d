package org.ladera.present.plot;

/**
 * The small picture of a mark that is put on many places: a shape with a rim around it, its edges
 * blended by the share of a pixel that is covered. Colours are 0xAARRGGBB, pixels premultiplied.
 */
public final class Stamp {
  /** Places in a pixel that are looked at, along each side. */
  private static final int WITHIN = 4;

  private final int half;
  private final int side;
  private final int[] pixels;

  private Stamp(int half, int[] pixels) {
    this.half = half;
    this.side = 2 * half + 1;
    this.pixels = pixels;
  }

  /**
   * A mark, the middle of its middle pixel in its centre.
   *
   * @param corners x, y pairs of a polygon around (0, 0) for a radius of one; none for a disc
   * @param radius in pixels
   * @param rim width of the rim outside the shape, in pixels
   * @param fill colour of the shape
   * @param edge colour of the rim
   * @param share how opaque the whole is, 0 to 1
   */
  public static Stamp of(
      double[] corners, double radius, double rim, int fill, int edge, double share) {
    double reach = radius;
    for (int i = 0; i < corners.length; i += 2) {
      reach = Math.max(reach, radius * Math.hypot(corners[i], corners[i + 1]));
    }
    int half = (int) Math.ceil(reach + rim);
    int side = 2 * half + 1;
    int[] pixels = new int[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int inside = 0;
        int around = 0;
        for (int s = 0; s < WITHIN * WITHIN; s++) {
          double dx = x - half + (s % WITHIN + 0.5) / WITHIN - 0.5;
          double dy = y - half + (s / WITHIN + 0.5) / WITHIN - 0.5;
          double out = outside(corners, dx / radius, dy / radius) * radius;
          if (out <= 0) {
            inside++;
          } else if (out <= rim) {
            around++;
          }
        }
        double all = WITHIN * WITHIN;
        pixels[y * side + x] = sum(fill, share * inside / all, edge, share * around / all);
      }
    }
    return new Stamp(half, pixels);
  }

  /** How far a place lies outside of the shape of radius one; 0 or less inside. */
  private static double outside(double[] corners, double x, double y) {
    if (corners.length == 0) {
      return Math.hypot(x, y) - 1;
    }
    boolean inside = false;
    double nearest = Double.POSITIVE_INFINITY;
    int n = corners.length;
    for (int i = 0; i < n; i += 2) {
      double ax = corners[i];
      double ay = corners[i + 1];
      double bx = corners[(i + 2) % n];
      double by = corners[(i + 3) % n];
      if (ay > y != by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) {
        inside = !inside;
      }
      double length = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
      double t = Math.clamp(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0, 1);
      nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
    }
    return inside ? -nearest : nearest;
  }

  private static int sum(int one, double shareOfOne, int other, double shareOfOther) {
    double a = shareOfOne * (one >>> 24) / 255;
    double b = shareOfOther * (other >>> 24) / 255;
    int alpha = (int) Math.round(255 * (a + b));
    int red = (int) Math.round(a * (one >> 16 & 0xff) + b * (other >> 16 & 0xff));
    int green = (int) Math.round(a * (one >> 8 & 0xff) + b * (other >> 8 & 0xff));
    int blue = (int) Math.round(a * (one & 0xff) + b * (other & 0xff));
    return alpha << 24
        | Math.min(red, alpha) << 16
        | Math.min(green, alpha) << 8
        | Math.min(blue, alpha);
  }

  /**
   * Puts it over a picture; what lies outside of that is left out.
   *
   * @param picture premultiplied, row-major; it is changed
   * @param x of the centre, in pixels from the left edge
   * @param y from the upper edge
   */
  public void put(int[] picture, int width, int height, double x, double y) {
    int left = (int) Math.floor(x) - half;
    int top = (int) Math.floor(y) - half;
    int fromX = Math.max(0, -left);
    int toX = Math.min(side, width - left);
    int toY = Math.min(side, height - top);
    for (int row = Math.max(0, -top); row < toY; row++) {
      int at = (top + row) * width + left;
      for (int column = fromX; column < toX; column++) {
        int source = pixels[row * side + column];
        if (source != 0) {
          picture[at + column] = over(source, picture[at + column]);
        }
      }
    }
  }

  /** One premultiplied colour over another (Porter and Duff 1984). */
  static int over(int source, int below) {
    int left = 255 - (source >>> 24);
    int alphaGreen = (below >>> 8 & 0xff00ff) * left;
    int redBlue = (below & 0xff00ff) * left;
    return source
        + (alphaGreen + 0x800080 + (alphaGreen >>> 8 & 0xff00ff) & 0xff00ff00)
        + ((redBlue + 0x800080 + (redBlue >>> 8 & 0xff00ff)) >>> 8 & 0xff00ff);
  }
}
