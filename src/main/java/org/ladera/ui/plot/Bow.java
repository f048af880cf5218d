package org.ladera.ui.plot;

import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;

/** The curve of an edge of a diagram: it leaves and arrives level. */
public record Bow(double x1, double y1, double x2, double y2) {
  private static final int PIECES = 24;

  private double bend() {
    return 0.5 * (x2 - x1);
  }

  /** The point at this share of the way. */
  public Point2D at(double t) {
    double s = 1 - t;
    double a = s * s * s;
    double b = 3 * s * s * t;
    double c = 3 * s * t * t;
    double d = t * t * t;
    return new Point2D(
        a * x1 + b * (x1 + bend()) + c * (x2 - bend()) + d * x2, (a + b) * y1 + (c + d) * y2);
  }

  /** Draws it in the stroke of this moment. */
  public void stroke(GraphicsContext g) {
    g.beginPath();
    g.moveTo(x1, y1);
    g.bezierCurveTo(x1 + bend(), y1, x2 - bend(), y2, x2, y2);
    g.stroke();
  }

  /** How far a point is from the curve, in pixels. */
  public double distance(double x, double y) {
    if (x < x1 - 8 || x > x2 + 8) {
      return Double.POSITIVE_INFINITY;
    }
    double best = Double.POSITIVE_INFINITY;
    Point2D last = at(0);
    for (int i = 1; i <= PIECES; i++) {
      Point2D next = at((double) i / PIECES);
      best = Math.min(best, toPiece(last, next, x, y));
      last = next;
    }
    return best;
  }

  private static double toPiece(Point2D a, Point2D b, double x, double y) {
    double dx = b.getX() - a.getX();
    double dy = b.getY() - a.getY();
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : ((x - a.getX()) * dx + (y - a.getY()) * dy) / length;
    double in = Math.clamp(t, 0, 1);
    return Math.hypot(x - a.getX() - in * dx, y - a.getY() - in * dy);
  }
}
