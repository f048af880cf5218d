package org.ladera.ui.plot;

import javafx.geometry.Bounds;

/**
 * Words that were written, and the place they take on the canvas.
 *
 * @param tag whether they stand on a tag, which hides what lies below it
 * @param axis whether they say what an axis or a colour measures
 */
public record Written(String text, Bounds place, boolean tag, boolean axis) {
  /** A disc instead of words. */
  public boolean isMark() {
    return text.isEmpty();
  }
}
