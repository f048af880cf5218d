package org.ladera.ui.window.appearance;

/**
 * The room that a window has for its letters.
 *
 * @param width 0 as long as it is not known
 */
public record LetterRoom(double width, double height) {
  /** The large letters of a projector have to do with less room here. */
  private static final double SCARCE_WIDTH = 1180;

  private static final double SCARCE_HEIGHT = 720;

  /** What the bars with all their buttons take, and views above them, in letters of plain size. */
  private static final double NEEDED_WIDTH = 700;

  private static final double NEEDED_HEIGHT = 440;

  /** The greatest scale changes in steps of one in this many, not with every pixel. */
  private static final int STEPS = 20;

  /** Whether a projector's letters have too little room. */
  boolean isScarce() {
    return width < SCARCE_WIDTH || height < SCARCE_HEIGHT;
  }

  /** The greatest scale of letters with which no button is beyond an edge. */
  double largest() {
    double fits = Math.min(width / NEEDED_WIDTH, height / NEEDED_HEIGHT);
    return width <= 0 ? Double.MAX_VALUE : Math.max(1, Math.floor(fits * STEPS) / STEPS);
  }
}
