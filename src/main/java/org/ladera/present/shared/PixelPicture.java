package org.ladera.present.shared;

import java.util.Arrays;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;

/**
 * A row of a matrix seen as a picture; nothing is copied. Two are the same picture only when they
 * are of the very same matrix.
 *
 * @param values (n × shape)
 * @param row from 0
 * @param greatest the number with the full colour; of {@link Ink#SIGNED} its negative has the other
 */
public record PixelPicture(MatrixView values, int row, Shape shape, Ink ink, double greatest) {
  /** How numbers become colours. */
  public enum Ink {
    /** From the ground, 0, to the ink; three channels are red, green and blue. */
    INK,
    /** Negative, nothing, positive; channels are added. */
    SIGNED
  }

  /** An example, whose values go from 0 to 1. */
  public static PixelPicture of(MatrixView x, int row, Shape shape) {
    return new PixelPicture(x, row, shape, Ink.INK, 1);
  }

  public static PixelPicture signed(MatrixView values, int row, Shape shape, double greatest) {
    return new PixelPicture(values, row, shape, Ink.SIGNED, greatest);
  }

  public double at(int channel, int row, int column) {
    return values.get(this.row, shape.index(channel, row, column));
  }

  /** Whether it shows the very same numbers in the same way. */
  public boolean isSame(PixelPicture other) {
    return values == other.values
        && row == other.row
        && ink == other.ink
        && greatest == other.greatest
        && shape.equals(other.shape);
  }

  /**
   * A number that only one in a hundred exceeds, so that a few great ones do not make all others
   * pale; 1 where all are 0.
   */
  public static double usual(MatrixView values) {
    double[] sizes = values.toArray();
    // The greatest of them in order; few ever get among them.
    double[] greatest = new double[sizes.length - (int) (0.99 * (sizes.length - 1))];
    for (double value : sizes) {
      double size = Math.abs(value);
      if (size > greatest[0]) {
        int found = Arrays.binarySearch(greatest, size);
        int place = (found < 0 ? -found - 1 : found) - 1;
        System.arraycopy(greatest, 1, greatest, 0, place);
        greatest[place] = size;
      }
    }
    double end = greatest[0] > 0 ? greatest[0] : greatest[greatest.length - 1];
    return end > 0 && Double.isFinite(end) ? end : 1;
  }
}
