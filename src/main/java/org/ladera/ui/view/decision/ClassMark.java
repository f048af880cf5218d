package org.ladera.ui.view.decision;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.ClassColours;

/** The mark of a class: a shape and a colour of its own, on any ground. */
public final class ClassMark {
  /**
   * Shapes of classes 1 to 9 around (0, 0), as x, y pairs for r = 1, about as large as the disc.
   */
  private static final double[][] SHAPES = {
    {-1.15, 0.85, 0, -1.2, 1.15, 0.85},
    {-0.88, -0.88, 0.88, -0.88, 0.88, 0.88, -0.88, 0.88},
    {0, -1.3, 1.1, 0, 0, 1.3, -1.1, 0},
    {-1.15, -0.85, 1.15, -0.85, 0, 1.2},
    plus(0),
    star(5, 1.35, 0.55),
    star(4, 1.4, 0.5),
    regular(6),
    plus(Math.PI / 4)
  };

  /** So many classes differ in their shape. */
  static final int COUNT = SHAPES.length + 1;

  private ClassMark() {}

  /** The shape of a class, as x, y pairs around (0, 0) for a radius of one; none for a disc. */
  static double[] corners(int group) {
    return group % COUNT == 0 ? new double[0] : SHAPES[group % COUNT - 1].clone();
  }

  /** A mark of radius {@code r}; the rim lies outside of it. */
  public static void draw(
      PlotGraphics graphics, double x, double y, double r, int group, Color rim, double rimWidth) {
    Color fill = ClassColours.of(graphics.tokens(), group).mark();
    if (group % COUNT == 0) {
      graphics.disc(x, y, r, fill, rim, rimWidth);
      return;
    }
    double[] points = SHAPES[group % COUNT - 1];
    double[] xs = new double[points.length / 2];
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x + r * points[2 * i];
      ys[i] = y + r * points[2 * i + 1];
    }
    GraphicsContext g = graphics.context();
    // Stroked first at twice the width, so that the rim lies outside the shape.
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setStroke(rim);
    g.setLineWidth(2 * graphics.stroke(rimWidth));
    g.strokePolygon(xs, ys, xs.length);
    g.setLineJoin(StrokeLineJoin.MITER);
    g.setFill(fill);
    g.fillPolygon(xs, ys, xs.length);
  }

  private static double[] regular(int corners) {
    double[] points = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      points[2 * i] = 1.1 * Math.cos(angle);
      points[2 * i + 1] = 1.1 * Math.sin(angle);
    }
    return points;
  }

  private static double[] star(int tips, double outer, double inner) {
    double[] points = new double[4 * tips];
    for (int i = 0; i < 2 * tips; i++) {
      double angle = Math.PI * i / tips - Math.PI / 2;
      double r = i % 2 == 0 ? outer : inner;
      points[2 * i] = r * Math.cos(angle);
      points[2 * i + 1] = r * Math.sin(angle);
    }
    return points;
  }

  private static double[] plus(double turn) {
    double a = 1.15;
    double b = 0.42;
    double[] plain = {
      -b, -a, b, -a, b, -b, a, -b, a, b, b, b, b, a, -b, a, -b, b, -a, b, -a, -b, -b, -b
    };
    double[] turned = new double[plain.length];
    for (int i = 0; i < plain.length; i += 2) {
      turned[i] = plain[i] * Math.cos(turn) - plain[i + 1] * Math.sin(turn);
      turned[i + 1] = plain[i] * Math.sin(turn) + plain[i + 1] * Math.cos(turn);
    }
    return turned;
  }
}
