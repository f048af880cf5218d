package org.ladera.ui.lesson;

/**
 * Bridges the moment between a person's change and the first frame that knows of it, so that a
 * slider does not jump back under the hand.
 */
final class Echo {
  /** Frames after which a change that was not taken is given up. */
  private static final int PATIENCE = 30;

  private double sent = Double.NaN;
  private int frames;

  void sent(double value) {
    sent = value;
    frames = PATIENCE;
  }

  /** The value to show when a frame says {@code reading}. */
  double heard(double reading) {
    if (frames > 0 && reading != sent) {
      frames--;
      return sent;
    }
    frames = 0;
    return reading;
  }
}
