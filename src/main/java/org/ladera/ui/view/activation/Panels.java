package org.ladera.ui.view.activation;

import javafx.geometry.Rectangle2D;

/** The body of a view in two plots: one above the other, or side by side where it is low. */
record Panels(Rectangle2D first, Rectangle2D second) {
  private static final double WIDE = 1.55;

  /** The names of an axis that is drawn once for both plots leave so much room below the first. */
  private static final double OVERLAP = 14;

  /**
   * @param share of the first
   */
  static Panels of(Rectangle2D body, double share) {
    double x = body.getMinX();
    double y = body.getMinY();
    double w = body.getWidth();
    double h = body.getHeight();
    if (isWide(body)) {
      double left = Math.round(w * share);
      return new Panels(
          new Rectangle2D(x, y, left, h), new Rectangle2D(x + left, y, Math.max(0, w - left), h));
    }
    double top = Math.round(h * share);
    return new Panels(
        new Rectangle2D(x, y, w, Math.min(h, top + OVERLAP)),
        new Rectangle2D(x, y + top, w, Math.max(0, h - top)));
  }

  static boolean isWide(Rectangle2D body) {
    return body.getWidth() > WIDE * body.getHeight();
  }
}
