package org.ladera.engine.data;

import java.util.Locale;
import org.ladera.engine.matrix.Shape;

/**
 * A drawing brought into the form of MNIST's digits (LeCun et al. 1998): cropped to its ink, scaled
 * until its longer side is 20 of 28 pixels, and moved until its centre of mass is the middle.
 *
 * @param left the first column with ink, in pixels of the drawing
 * @param top the first row with ink
 * @param width columns from the first to the last with ink; 0 for a drawing without any
 * @param height rows with ink
 * @param fitted (fittedHeight × fittedWidth) the ink alone, scaled, 0 to 1
 * @param pixels (shape) the whole picture, 0 to 1
 */
public record Centring(
    int left,
    int top,
    int width,
    int height,
    int fittedWidth,
    int fittedHeight,
    double[] fitted,
    double[] pixels) {
  /** How much of a side the ink takes. */
  private static final double SHARE = 20.0 / 28;

  /**
   * @param ink (rows × columns) 0 to 1, row by row, not modified
   * @param shape of the picture, one channel
   */
  public static Centring of(double[] ink, int rows, int columns, Shape shape) {
    if (ink.length != rows * columns || shape.channels() != 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d values for %d x %d", ink.length, rows, columns));
    }
    int left = columns;
    int right = -1;
    int top = rows;
    int bottom = -1;
    for (int i = 0; i < ink.length; i++) {
      if (ink[i] > 0) {
        left = Math.min(left, i % columns);
        right = Math.max(right, i % columns);
        top = Math.min(top, i / columns);
        bottom = Math.max(bottom, i / columns);
      }
    }
    double[] pixels = new double[shape.size()];
    if (right < 0) {
      return new Centring(0, 0, 0, 0, 0, 0, new double[0], pixels);
    }
    int width = right - left + 1;
    int height = bottom - top + 1;
    double side = SHARE * Math.min(shape.rows(), shape.columns());
    double scale = side / Math.max(width, height);
    int fittedWidth = (int) Math.max(1, Math.round(width * scale));
    int fittedHeight = (int) Math.max(1, Math.round(height * scale));
    double[] fitted = new double[fittedWidth * fittedHeight];
    for (int row = 0; row < fittedHeight; row++) {
      for (int column = 0; column < fittedWidth; column++) {
        fitted[row * fittedWidth + column] =
            mean(
                ink,
                columns,
                left + (double) column * width / fittedWidth,
                left + (column + 1.0) * width / fittedWidth,
                top + (double) row * height / fittedHeight,
                top + (row + 1.0) * height / fittedHeight);
      }
    }
    place(fitted, fittedWidth, fittedHeight, pixels, shape);
    return new Centring(left, top, width, height, fittedWidth, fittedHeight, fitted, pixels);
  }

  public boolean isEmpty() {
    return width == 0;
  }

  /** The mean over a rectangle whose edges may lie inside pixels. */
  private static double mean(
      double[] ink, int columns, double x1, double x2, double y1, double y2) {
    double sum = 0;
    for (int row = (int) y1; row < y2; row++) {
      double tall = Math.min(row + 1, y2) - Math.max(row, y1);
      for (int column = (int) x1; column < x2; column++) {
        double wide = Math.min(column + 1, x2) - Math.max(column, x1);
        int at = row * columns + column;
        sum += tall > 0 && wide > 0 && at < ink.length ? tall * wide * ink[at] : 0;
      }
    }
    return Math.min(1, sum / ((x2 - x1) * (y2 - y1)));
  }

  /** Whole pixels from the middle, as near to the centre of mass as they come. */
  private static void place(double[] fitted, int width, int height, double[] pixels, Shape shape) {
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < fitted.length; i++) {
      mass += fitted[i];
      x += fitted[i] * (i % width + 0.5);
      y += fitted[i] * (i / width + 0.5);
    }
    int right = start(shape.columns(), mass > 0 ? x / mass : width / 2.0, width);
    int down = start(shape.rows(), mass > 0 ? y / mass : height / 2.0, height);
    for (int i = 0; i < fitted.length; i++) {
      pixels[shape.index(0, down + i / width, right + i % width)] = fitted[i];
    }
  }

  /** Where the ink begins, so that all of it is inside. */
  private static int start(int side, double centre, int size) {
    return Math.clamp(Math.round(side / 2.0 - centre), 0, side - size);
  }
}
