package org.ladera.present.decision;

import java.util.List;
import org.ladera.landscape.Field;
import org.ladera.present.plot.ColourMap;

/**
 * Paints what a network says over a plane, with the boundaries on it. One field is the probability
 * p of class 1: its map runs from the colour of class 0 at p = 0 over the ground at p = 0.5 to
 * class 1, with lines at 0.25, 0.5 and 0.75. Of several fields the greatest gives the colour, by
 * its lead over the second, and the lines lie where the two are equal. Between the points of the
 * grid values are interpolated linearly in both directions; a line lies within a pixel of where the
 * interpolated values have their level.
 */
public final class DecisionRaster {
  private static final int STEPS = 256;
  private static final double BOUNDARY = 2.25;
  private static final double BETWEEN_CLASSES = 1.75;
  private static final double THIN = 1;

  /** The colour comes a little faster than the certainty, so that a hesitant network is seen. */
  private static final double RISE = 0.8;

  /** Where a field changes less than this from pixel to pixel it is flat, and has no line. */
  private static final double FLAT = 1e-7;

  private final List<double[]> fields;
  private final int columns;
  private final int rows;
  private final int width;
  private final int height;
  private final double pixel;
  private final DecisionInk ink;
  private final int[][] tones;
  private final int[] cells;
  private final double[] inside;

  private DecisionRaster(List<Field> fields, int width, int height, double pixel, DecisionInk ink) {
    this.fields = fields.stream().map(f -> f.values().toArray()).toList();
    columns = fields.getFirst().x().count();
    rows = fields.getFirst().y().count();
    this.width = width;
    this.height = height;
    this.pixel = pixel;
    this.ink = ink;
    tones = new int[ink.classes().size()][];
    for (int i = 0; i < tones.length; i++) {
      tones[i] = tones(ink, i);
    }
    cells = new int[width + 1];
    inside = new double[width + 1];
    for (int x = 0; x <= width; x++) {
      double u = Math.min(columns - 1, (x + 0.5) / width * (columns - 1));
      cells[x] = Math.min(columns - 2, (int) u);
      inside[x] = u - cells[x];
    }
  }

  private static int[] tones(DecisionInk ink, int group) {
    int[] tones = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double share = ink.share() * StrictMath.pow((double) i / (STEPS - 1), RISE);
      tones[i] = ColourMap.mix(ink.ground(), ink.classes().get(group), share);
    }
    return tones;
  }

  /**
   * Opaque pixels, row-major, first row at the top, where y is largest.
   *
   * @param fields one for the probability of class 1, or one for each class; all over the same axes
   * @param pixel how many pixels of the picture make one of the screen's units
   * @param ink with at least as many classes as there are, and at least two
   */
  public static int[] draw(
      List<Field> fields, int width, int height, double pixel, DecisionInk ink) {
    DecisionRaster raster = new DecisionRaster(fields, width, height, pixel, ink);
    return raster.draw();
  }

  private int[] draw() {
    int[] pixels = new int[width * height];
    double[][] here = new double[fields.size()][width + 1];
    double[][] below = new double[fields.size()][width + 1];
    rows(0, below);
    for (int y = 0; y < height; y++) {
      double[][] swap = here;
      here = below;
      below = swap;
      // Beyond the last row the slope is that of the rows above it.
      rows(y + 1, below);
      if (fields.size() == 1) {
        probabilities(here[0], below[0], pixels, y * width);
      } else {
        regions(here, below, pixels, y * width);
      }
    }
    return pixels;
  }

  /** The values in the centres of one row of pixels, and in one centre beyond. */
  private void rows(int y, double[][] out) {
    double v = Math.max(0, (height - y - 0.5) / height * (rows - 1));
    int j = Math.min(rows - 2, (int) v);
    double tv = v - j;
    for (int f = 0; f < out.length; f++) {
      double[] values = fields.get(f);
      double[] row = out[f];
      for (int x = 0; x <= width; x++) {
        int at = j * columns + cells[x];
        double low = values[at] + inside[x] * (values[at + 1] - values[at]);
        int up = at + columns;
        double high = values[up] + inside[x] * (values[up + 1] - values[up]);
        row[x] = low + tv * (high - low);
      }
    }
  }

  private void probabilities(double[] here, double[] below, int[] pixels, int offset) {
    double wide = BOUNDARY * pixel / 2;
    double thin = THIN * pixel / 2;
    for (int x = 0; x < width; x++) {
      double p = here[x];
      double sure = Math.min(1, Math.abs(2 * p - 1));
      int colour = tones[p >= 0.5 ? 1 : 0][(int) (sure * (STEPS - 1) + 0.5)];
      double slope = slope(here[x + 1] - p, below[x] - p);
      if (slope > FLAT) {
        double quarter = Math.abs(Math.abs(p - 0.5) - 0.25) / slope;
        colour = lined(colour, quarter, thin, ink.thinShare());
        colour = lined(colour, Math.abs(p - 0.5) / slope, wide, 1);
      }
      pixels[offset + x] = colour;
    }
  }

  private void regions(double[][] here, double[][] below, int[] pixels, int offset) {
    double half = BETWEEN_CLASSES * pixel / 2;
    for (int x = 0; x < width; x++) {
      int first = 0;
      int second = -1;
      for (int i = 1; i < here.length; i++) {
        if (here[i][x] > here[first][x]) {
          second = first;
          first = i;
        } else if (second < 0 || here[i][x] > here[second][x]) {
          second = i;
        }
      }
      double lead = here[first][x] - here[second][x];
      int colour = tones[first][(int) (Math.min(1, Math.max(0, lead)) * (STEPS - 1) + 0.5)];
      double slope =
          slope(
              here[first][x + 1] - here[second][x + 1] - lead,
              below[first][x] - below[second][x] - lead);
      pixels[offset + x] = slope > FLAT ? lined(colour, lead / slope, half, 1) : colour;
    }
  }

  private static double slope(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }

  private int lined(int colour, double distance, double half, double share) {
    double cover = half + 0.5 - distance;
    return cover <= 0 ? colour : ColourMap.mix(colour, ink.line(), Math.min(1, cover) * share);
  }
}
