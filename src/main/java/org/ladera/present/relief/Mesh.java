package org.ladera.present.relief;

import org.ladera.landscape.Field;

/**
 * The points of a hillside, ready to be turned: heights, colours, levels and normals. All arrays
 * are row-major, one row for each v, and not to be modified.
 *
 * @param heights 0 to 1
 * @param tones places in the colour map, 0 to 1
 * @param levels the number in which level lines are evenly told apart: log10 of the loss, or itself
 * @param lines the levels of the lines in the same number, ascending
 */
public record Mesh(
    Terrain terrain,
    int columns,
    int rows,
    float[] heights,
    float[] tones,
    float[] levels,
    float[] normalX,
    float[] normalY,
    float[] normalZ,
    float[] lines) {

  /** Works out everything that does not depend on the camera. */
  public static Mesh of(Terrain terrain) {
    Field field = terrain.field();
    int columns = field.x().count();
    int rows = field.y().count();
    int count = columns * rows;
    float[] heights = new float[count];
    float[] tones = new float[count];
    float[] levels = new float[count];
    double ground = terrain.height(terrain.low());
    for (int i = 0; i < count; i++) {
      double loss = field.values().get(i);
      double height = terrain.height(loss);
      heights[i] = (float) height;
      tones[i] = (float) ((height - ground) / (1 - ground));
      levels[i] = (float) level(terrain, loss);
    }
    float[] lines = lines(terrain);
    float[][] normals = normals(heights, columns, rows);
    return new Mesh(
        terrain, columns, rows, heights, tones, levels, normals[0], normals[1], normals[2], lines);
  }

  private static double level(Terrain terrain, double loss) {
    double inside = Math.max(terrain.low(), Math.min(Double.isNaN(loss) ? 0 : loss, 1e300));
    return terrain.log() ? StrictMath.log10(inside) : inside;
  }

  private static float[] lines(Terrain terrain) {
    double[] values = terrain.coarseLevels();
    float[] lines = new float[values.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = (float) level(terrain, values[i]);
    }
    return lines;
  }

  private static float[][] normals(float[] heights, int columns, int rows) {
    float[][] normals = new float[3][heights.length];
    for (int j = 0; j < rows; j++) {
      int above = Math.min(j + 1, rows - 1);
      int below = Math.max(j - 1, 0);
      for (int i = 0; i < columns; i++) {
        int right = Math.min(i + 1, columns - 1);
        int left = Math.max(i - 1, 0);
        double dx = Projection.WIDE * (right - left) / (columns - 1);
        double dy = Projection.DEEP * (above - below) / (rows - 1);
        double sx =
            Projection.TALL * (heights[j * columns + right] - heights[j * columns + left]) / dx;
        double sy =
            Projection.TALL * (heights[above * columns + i] - heights[below * columns + i]) / dy;
        double length = Math.sqrt(sx * sx + sy * sy + 1);
        normals[0][j * columns + i] = (float) (-sx / length);
        normals[1][j * columns + i] = (float) (-sy / length);
        normals[2][j * columns + i] = (float) (1 / length);
      }
    }
    return normals;
  }
}
