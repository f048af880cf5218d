package org.ladera.present.relief;

import org.ladera.landscape.Field;
import org.ladera.present.plot.ColourMap;

/** Fills the bands between the levels of a hillside seen from above, with a line at each level. */
public final class ContourRaster {
  private ContourRaster() {}

  /** The colour of the band that begins at {@code levels[band − 1]} and ends at its successor. */
  public static int band(Terrain terrain, double[] levels, int band, ColourMap map) {
    double from = band == 0 ? 0 : terrain.tone(levels[band - 1]);
    double to = band == levels.length ? 1 : terrain.tone(levels[band]);
    return map.at((from + to) / 2);
  }

  /**
   * Opaque pixels, row-major, first row at the top, where v is largest.
   *
   * @param lineWidth in pixels
   */
  public static int[] draw(
      Terrain terrain, double[] levels, int width, int height, double lineWidth, ContourInk ink) {
    int[] bands = new int[levels.length + 1];
    for (int i = 0; i < bands.length; i++) {
      bands[i] = band(terrain, levels, i, ink.map());
    }
    double[] marks = new double[levels.length];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = number(terrain, levels[i]);
    }
    float[] numbers = numbers(terrain);
    Field field = terrain.field();
    int[] pixels = new int[width * height];
    double[] here = new double[width + 1];
    double[] below = new double[width + 1];
    row(field, numbers, 0, height, below);
    for (int y = 0; y < height; y++) {
      double[] swap = here;
      here = below;
      below = swap;
      row(field, numbers, Math.min(y + 1, height - 1), height, below);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] =
            pixel(here[x], here[x + 1] - here[x], below[x] - here[x], marks, bands, lineWidth, ink);
      }
    }
    return pixels;
  }

  private static int pixel(
      double value,
      double dx,
      double dy,
      double[] marks,
      int[] bands,
      double lineWidth,
      ContourInk ink) {
    int band = 0;
    while (band < marks.length && value >= marks[band]) {
      band++;
    }
    int colour = bands[band];
    double perPixel = Math.max(1e-12, Math.sqrt(dx * dx + dy * dy));
    double under = band == 0 ? 1e9 : (value - marks[band - 1]) / perPixel;
    double over = band == marks.length ? 1e9 : (marks[band] - value) / perPixel;
    double distance = Math.min(under, over);
    if (distance >= lineWidth / 2 + 0.5) {
      return colour;
    }
    // Half a pixel on either side the two bands blend; the line lies on top.
    int other = under < over ? bands[band - 1] : bands[band + 1];
    int blended = ColourMap.mix(colour, other, Math.max(0, 0.5 - distance));
    double cover = Math.min(1, lineWidth / 2 + 0.5 - distance);
    return ColourMap.mix(blended, ink.line(), cover * ink.lineShare());
  }

  private static float[] numbers(Terrain terrain) {
    float[] numbers = new float[terrain.field().values().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) number(terrain, terrain.field().values().get(i));
    }
    return numbers;
  }

  private static double number(Terrain terrain, double loss) {
    double inside = Double.isNaN(loss) || loss > 1e300 ? 1e300 : loss;
    return terrain.log() ? StrictMath.log10(Math.max(terrain.low(), inside)) : inside;
  }

  /** One row of pixels between the points of the grid, and one value beyond. */
  private static void row(Field field, float[] numbers, int y, int height, double[] out) {
    int columns = field.x().count();
    int rows = field.y().count();
    double v = (height - y - 0.5) / height * (rows - 1);
    int j = Math.max(0, Math.min(rows - 2, (int) v));
    double tv = v - j;
    int width = out.length - 1;
    for (int x = 0; x <= width; x++) {
      double u = Math.min(columns - 1, (x + 0.5) / width * (columns - 1));
      int i = Math.max(0, Math.min(columns - 2, (int) u));
      double tu = u - i;
      int at = j * columns + i;
      double low = numbers[at] + tu * (numbers[at + 1] - numbers[at]);
      double high =
          numbers[at + columns] + tu * (numbers[at + columns + 1] - numbers[at + columns]);
      out[x] = low + tv * (high - low);
    }
  }
}
