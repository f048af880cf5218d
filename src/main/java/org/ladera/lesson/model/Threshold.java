package org.ladera.lesson.model;

/**
 * A number that a reading has to come below, or above.
 *
 * @param value in the engine's numbers
 */
public record Threshold(Side side, double value) {
  /** On which side of it the reading has to come; a lesson file names the field so. */
  public enum Side implements Word {
    BELOW,
    ABOVE
  }

  /** What is no number meets nothing. */
  public boolean isMetBy(double reading) {
    return switch (side) {
      case BELOW -> reading < value;
      case ABOVE -> reading > value;
    };
  }
}
