package org.ladera.present.relief;

import org.jspecify.annotations.Nullable;

/**
 * A drawn hillside. The arrays are row-major and not to be modified.
 *
 * @param projection leads from the block to the pixels of this picture
 * @param pixels premultiplied 0xAARRGGBB, transparent where there is nothing
 * @param nearness of what is drawn in each pixel, 0 where there is nothing
 */
public record SurfacePicture(
    Projection projection, int width, int height, int[] pixels, float[] nearness) {
  /** How far behind the drawn surface something may lie and still be on it. */
  private static final double SKIN = 0.03;

  /** Whether something at this place of the picture is in front of the hillside, or on it. */
  public boolean shows(Projection.Spot spot) {
    int x = (int) Math.floor(spot.x());
    int y = (int) Math.floor(spot.y());
    for (int j = y - 1; j <= y + 1; j++) {
      for (int i = x - 1; i <= x + 1; i++) {
        if (i < 0 || j < 0 || i >= width || j >= height) {
          return true;
        }
        float drawn = nearness[j * width + i];
        if (drawn == 0 || 1 / spot.nearness() - 1 / drawn < SKIN) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is drawn at a pixel: a place of the block, or null where there is nothing. */
  public Projection.@Nullable Place at(double x, double y) {
    int i = (int) Math.floor(x);
    int j = (int) Math.floor(y);
    if (i < 0 || j < 0 || i >= width || j >= height || nearness[j * width + i] == 0) {
      return null;
    }
    return projection.place(i + 0.5, j + 0.5, nearness[j * width + i]);
  }
}
