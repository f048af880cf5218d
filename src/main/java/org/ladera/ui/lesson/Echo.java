package org.ladera.ui.lesson;

import org.ladera.explain.ReaderNumber;

/**
 * Bridges the moment between a person's change and the first frame that knows of it, so that a
 * slider does not jump back under the hand; and keeps a number as it was typed.
 */
final class Echo {
  /** Frames after which a change that was not taken is given up. */
  private static final int PATIENCE = 30;

  private ReaderNumber sent = ReaderNumber.plain(Double.NaN);
  private int frames;

  void sent(ReaderNumber value) {
    sent = value;
    frames = PATIENCE;
  }

  /** The value to show when a frame says {@code reading}. */
  ReaderNumber heard(ReaderNumber reading) {
    if (reading.same(sent)) {
      frames = 0;
      return sent;
    }
    if (frames > 0) {
      frames--;
      return sent;
    }
    return reading;
  }
}
