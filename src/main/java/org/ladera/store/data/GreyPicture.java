package org.ladera.store.data;

/**
 * A picture at another size: each new pixel is the mean of the area it covers (box filter), so that
 * light and dark keep their shares.
 */
final class GreyPicture {
  private GreyPicture() {}

  /**
   * @param grey (rows × columns) row by row, 0 to 255; not modified
   * @param side rows and columns of the result; a picture that is not square is stretched
   * @return (side × side) a byte for each pixel
   */
  static byte[] resized(double[] grey, int rows, int columns, int side) {
    byte[] pixels = new byte[side * side];
    for (int r = 0; r < side; r++) {
      for (int c = 0; c < side; c++) {
        double top = (double) r * rows / side;
        double bottom = (double) (r + 1) * rows / side;
        double left = (double) c * columns / side;
        double right = (double) (c + 1) * columns / side;
        double sum = 0;
        for (int y = (int) top; y < Math.min(rows, Math.ceil(bottom)); y++) {
          double tall = Math.min(bottom, y + 1) - Math.max(top, y);
          for (int x = (int) left; x < Math.min(columns, Math.ceil(right)); x++) {
            double wide = Math.min(right, x + 1) - Math.max(left, x);
            sum += tall * wide * grey[y * columns + x];
          }
        }
        double mean = sum / ((bottom - top) * (right - left));
        pixels[r * side + c] = (byte) StrictMath.round(Math.clamp(mean, 0, 255));
      }
    }
    return pixels;
  }
}
