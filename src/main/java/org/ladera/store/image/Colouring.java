package org.ladera.store.image;

import java.util.List;

/** What an area or a line is coloured with. */
public sealed interface Colouring {
  /** How much of what lies below is hidden, from 0 to 1. */
  double opacity();

  /**
   * One colour.
   *
   * @param rgb 0xRRGGBB
   */
  record Plain(int rgb, double opacity) implements Colouring {}

  /**
   * Colours along the way from one point of the page to another, going on beyond both ends.
   *
   * @param stops at least two in their order along the way, the first at 0 and the last at 1
   */
  record Along(double x1, double y1, double x2, double y2, List<Stop> stops, double opacity)
      implements Colouring {
    public Along {
      stops = List.copyOf(stops);
    }
  }

  /**
   * A colour on the way.
   *
   * @param offset where, from 0 to 1
   * @param rgb 0xRRGGBB
   */
  record Stop(double offset, int rgb) {}
}
