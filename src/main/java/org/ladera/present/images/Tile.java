package org.ladera.present.images;

import org.ladera.present.shared.PixelPicture;

/**
 * A picture in a grid.
 *
 * @param number what it is of, as its view counts
 * @param label below it; may hold symbols between dollar signs
 * @param bar from 0 to 1 between picture and label; NaN for none
 * @param spoken in words
 */
public record Tile(
    int number, PixelPicture picture, String label, Look look, double bar, String spoken) {
  /** How it stands out. */
  public enum Look {
    PLAIN,
    /** Classified wrong. */
    WRONG,
    /** It answers. */
    LIT,
    /** It says nothing. */
    FAINT
  }

  public Tile(int number, PixelPicture picture, String label, Look look, String spoken) {
    this(number, picture, label, look, Double.NaN, spoken);
  }
}
