package org.ladera.ui.plot;

import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;

/**
 * The bar along an edge of what is longer than its place: where in it one is, and dragged, where
 * one wants to be. A press beside the bar brings it there.
 */
final class ScrollThumb {
  /** How far from the edge it is taken hold of; it is drawn thinner. */
  private static final double STRIP = 12;

  private static final double THICK = 4;
  private static final double INSET = 3;
  private static final double SHORTEST = 24;

  private final boolean down;
  private Rectangle2D strip = Rectangle2D.EMPTY;
  private double begin;
  private double room;
  private double most;
  private double at;
  private double length;
  private boolean hot;

  /** From the begin of the bar to the hand that holds it; NaN while none does. */
  private double grip = Double.NaN;

  /**
   * @param down whether it leads down; otherwise across
   */
  ScrollThumb(boolean down) {
    this.down = down;
  }

  /**
   * Lays it along the right or the lower edge of {@code body}.
   *
   * @param begin where it begins on its way
   * @param end where its way ends
   * @param most how far one can scroll; 0 where everything is seen
   * @param scroll how far one has
   */
  void place(Rectangle2D body, double begin, double end, double most, double scroll) {
    this.begin = begin;
    this.most = most;
    room = Math.max(0, end - begin);
    length = Math.min(room, Math.max(SHORTEST, room * room / (room + most)));
    at = begin + (most > 0 ? (room - length) * scroll / most : 0);
    strip =
        down
            ? new Rectangle2D(body.getMaxX() - STRIP, begin, STRIP, room)
            : new Rectangle2D(begin, body.getMaxY() - STRIP, room, STRIP);
  }

  /** There is nothing to scroll. */
  void hide() {
    most = 0;
    release();
  }

  void draw(PlotGraphics graphics) {
    if (most <= 0) {
      return;
    }
    Color color = hot || isHeld() ? graphics.tokens().muted() : graphics.tokens().controlBorder();
    graphics.context().setFill(color);
    double edge = (down ? strip.getMaxX() : strip.getMaxY()) - INSET - THICK;
    graphics
        .context()
        .fillRoundRect(
            down ? edge : at,
            down ? at : edge,
            down ? THICK : length,
            down ? length : THICK,
            THICK,
            THICK);
  }

  /** Whether the pointer at this place is over it; it is drawn stronger then. */
  boolean hover(double x, double y) {
    hot = most > 0 && strip.contains(x, y);
    return hot;
  }

  /** Takes hold of it; false where there is none. */
  boolean press(double x, double y) {
    if (!hover(x, y)) {
      return false;
    }
    double place = (down ? y : x) - at;
    grip = place >= 0 && place <= length ? place : length / 2;
    return true;
  }

  void release() {
    grip = Double.NaN;
  }

  boolean isHeld() {
    return !Double.isNaN(grip);
  }

  /**
   * How far it is scrolled by the hand; {@code scroll} while none holds it.
   *
   * @param place of the hand on its way
   */
  double held(double place, double scroll) {
    if (!isHeld() || room <= length) {
      return scroll;
    }
    double share = Math.clamp((place - grip - begin) / (room - length), 0, 1);
    // The last row ends where the bar does, whole pixels or not.
    return share < 1 ? Math.round(share * most) : most;
  }
}
