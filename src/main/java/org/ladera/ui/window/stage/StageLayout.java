package org.ladera.ui.window.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Where the views stand while there is room for all: the first has the most, unless the first three
 * or four are of one kind and are to be compared; then these have as much as each other. A line of
 * one pixel is left between neighbours.
 */
final class StageLayout {
  private static final double LEFT_SHARE = 0.397;

  /** The views at the side of the first one are never wider: what is more, is the first one's. */
  private static final double LEFT_MOST = 400;

  private static final double TOP_SHARE = 0.6;

  /** Where the upper row holds another view beside the first. */
  private static final double SHARED_TOP = 0.56;

  private static final double PAIR_SHARE = 0.42;
  private static final double[] THIRDS = {0.3, 0.69};

  /** Of one view above four compared ones. */
  private static final double STRIP = 0.56;

  /** Of four compared views above a fifth. */
  private static final double GRID = 0.72;

  /** Two plots stand one above the other where side by side they would be towers. */
  private static final double TALL = 1.25;

  private final double w;
  private final double h;
  private final double left;

  private StageLayout(double w, double h, double scale) {
    this.w = w;
    this.h = h;
    left = Math.round(Math.min(w * LEFT_SHARE, LEFT_MOST * scale));
  }

  /**
   * The places of the views, in their order.
   *
   * @param alike how many of the first views are of one kind
   * @param after how many views after the first are of one kind
   * @param scale of the letters
   */
  static List<Rectangle2D> of(int views, int alike, int after, double w, double h, double scale) {
    StageLayout stage = new StageLayout(w, h, scale);
    return switch (views) {
      case 0 -> List.of();
      case 1 -> List.of(stage.box(0, 0, w, h));
      case 2 -> stage.two();
      case 3 -> alike == 3 ? stage.row(3, w < TALL * h) : stage.three();
      case 4 -> alike >= 3 ? stage.grid(h) : stage.four();
      default ->
          alike >= 4 ? stage.gridOverStrip() : after == 4 ? stage.stripOverRow() : stage.five();
    };
  }

  private Rectangle2D box(double x, double y, double wide, double high) {
    return new Rectangle2D(x, y, Math.max(0, wide), Math.max(0, high));
  }

  private List<Rectangle2D> two() {
    double top = Math.round(h * TOP_SHARE);
    return w < TALL * h
        ? List.of(box(0, 0, w, top), box(0, top + 1, w, h - top - 1))
        : List.of(box(left + 1, 0, w - left - 1, h), box(0, 0, left, h));
  }

  private List<Rectangle2D> three() {
    double top = Math.round(h * TOP_SHARE);
    return List.of(
        box(0, 0, w, top),
        box(0, top + 1, left, h - top - 1),
        box(left + 1, top + 1, w - left - 1, h - top - 1));
  }

  private List<Rectangle2D> four() {
    double top = Math.round(h * SHARED_TOP);
    return List.of(
        box(left + 1, 0, w - left - 1, top),
        box(0, 0, left, top),
        box(left + 1, top + 1, w - left - 1, h - top - 1),
        box(0, top + 1, left, h - top - 1));
  }

  private List<Rectangle2D> five() {
    double high = Math.round(h * SHARED_TOP);
    double first = Math.round(w * PAIR_SHARE);
    List<Rectangle2D> places = new ArrayList<>();
    places.add(box(0, 0, first, high));
    places.add(box(first + 1, 0, w - first - 1, high));
    double[] edges = {-1, Math.round(w * THIRDS[0]), Math.round(w * THIRDS[1]), w};
    for (int i = 0; i < 3; i++) {
      double x = edges[i] + 1;
      places.add(box(x, high + 1, edges[i + 1] - x, h - high - 1));
    }
    return places;
  }

  /** Equal ones, one below the other or side by side. */
  private List<Rectangle2D> row(int count, boolean below) {
    List<Rectangle2D> places = new ArrayList<>();
    double whole = below ? h : w;
    for (int i = 0; i < count; i++) {
      double from = Math.round(whole * i / count) + (i == 0 ? 0 : 1);
      double size = Math.round(whole * (i + 1) / count) - from;
      places.add(below ? box(0, from, w, size) : box(from, 0, size, h));
    }
    return places;
  }

  /** Four equal quarters of the stage down to {@code bottom}. */
  private List<Rectangle2D> grid(double bottom) {
    double x = Math.round(w / 2);
    double y = Math.round(bottom / 2);
    List<Rectangle2D> places = new ArrayList<>();
    places.add(box(0, 0, x, y));
    places.add(box(x + 1, 0, w - x - 1, y));
    places.add(box(0, y + 1, x, bottom - y - 1));
    places.add(box(x + 1, y + 1, w - x - 1, bottom - y - 1));
    return places;
  }

  private List<Rectangle2D> stripOverRow() {
    double high = Math.round(h * STRIP);
    List<Rectangle2D> places = new ArrayList<>();
    places.add(box(0, 0, w, high));
    for (Rectangle2D place : row(4, false)) {
      places.add(box(place.getMinX(), high + 1, place.getWidth(), h - high - 1));
    }
    return places;
  }

  private List<Rectangle2D> gridOverStrip() {
    double bottom = Math.round(h * GRID);
    List<Rectangle2D> places = grid(bottom);
    places.add(box(0, bottom + 1, w, h - bottom - 1));
    return places;
  }
}
