package org.ladera.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ArcType;

/**
 * Upright and level lines, and the edges of rectangles, as areas: stroked they would be outlines,
 * for which every point within them is looked at where there is no graphics card.
 */
public final class Edges {
  private Edges() {}

  /** An upright or level line, half its width longer at both ends, as lines of a canvas are. */
  static void line(
      GraphicsContext g, double x1, double y1, double x2, double y2, Color color, double px) {
    Paint before = g.getFill();
    g.setFill(color);
    double left = Math.min(x1, x2) - px / 2;
    double top = Math.min(y1, y2) - px / 2;
    g.fillRect(left, top, Math.abs(x2 - x1) + px, Math.abs(y2 - y1) + px);
    g.setFill(before);
  }

  /** Lines whose middles are the edges. */
  public static void draw(
      GraphicsContext g, double x, double y, double w, double h, Color color, double px) {
    double half = px / 2;
    g.setFill(color);
    g.fillRect(x - half, y - half, w + px, px);
    g.fillRect(x - half, y + h - half, w + px, px);
    g.fillRect(x - half, y + half, px, h - px);
    g.fillRect(x + w - half, y + half, px, h - px);
  }

  /** The same with round corners. */
  public static void round(
      GraphicsContext g,
      double x,
      double y,
      double w,
      double h,
      Color color,
      double px,
      double radius) {
    double half = px / 2;
    double d = 2 * radius;
    g.setFill(color);
    g.fillRect(x + radius, y - half, w - d, px);
    g.fillRect(x + radius, y + h - half, w - d, px);
    g.fillRect(x - half, y + radius, px, h - d);
    g.fillRect(x + w - half, y + radius, px, h - d);
    g.setStroke(color);
    g.setLineWidth(px);
    g.strokeArc(x, y, d, d, 90, 90, ArcType.OPEN);
    g.strokeArc(x + w - d, y, d, d, 0, 90, ArcType.OPEN);
    g.strokeArc(x, y + h - d, d, d, 180, 90, ArcType.OPEN);
    g.strokeArc(x + w - d, y + h - d, d, d, 270, 90, ArcType.OPEN);
  }
}
