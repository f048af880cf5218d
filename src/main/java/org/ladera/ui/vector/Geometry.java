package org.ladera.ui.vector;

import com.sun.javafx.geom.PathIterator;
import com.sun.javafx.geom.Shape;
import com.sun.javafx.geom.transform.BaseTransform;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;
import org.ladera.store.image.Outline;

/** Forms of JavaFX as outlines on the page. */
final class Geometry {
  private Geometry() {}

  /**
   * @param to the page, from the units of the shape
   */
  static Outline outline(Shape shape, Transform to) {
    Affine2 on = new Affine2(to);
    PathIterator pieces = shape.getPathIterator((BaseTransform) null);
    Outline outline = new Outline(pieces.getWindingRule() == PathIterator.WIND_EVEN_ODD);
    float[] p = new float[6];
    double lastX = 0;
    double lastY = 0;
    for (; !pieces.isDone(); pieces.next()) {
      int kind = pieces.currentSegment(p);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> outline.move(on.x(p[0], p[1]), on.y(p[0], p[1]));
        case PathIterator.SEG_LINETO -> outline.line(on.x(p[0], p[1]), on.y(p[0], p[1]));
        // A parabola as a cubic curve: the pulling points lie two thirds of the way.
        case PathIterator.SEG_QUADTO ->
            cubic(
                outline,
                on,
                lastX + 2 * (p[0] - lastX) / 3,
                lastY + 2 * (p[1] - lastY) / 3,
                p[2] + 2 * (p[0] - p[2]) / 3,
                p[3] + 2 * (p[1] - p[3]) / 3,
                p[2],
                p[3]);
        case PathIterator.SEG_CUBICTO -> cubic(outline, on, p[0], p[1], p[2], p[3], p[4], p[5]);
        default -> outline.close();
      }
      int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
      if (kind != PathIterator.SEG_CLOSE) {
        lastX = p[last];
        lastY = p[last + 1];
      }
    }
    return outline;
  }

  static Outline rectangle(double x, double y, double w, double h, Transform to) {
    return rounded(x, y, w, h, new double[8], to);
  }

  /**
   * A rectangle with rounded corners.
   *
   * @param radii across and down of the corners, clockwise from the top left
   */
  static Outline rounded(double x, double y, double w, double h, double[] radii, Transform to) {
    Affine2 on = new Affine2(to);
    Outline outline = new Outline();
    double[] r = fitting(radii, w, h);
    // How far the pulling points of a quarter of a circle lie from its corner.
    double pull = 1 - 4 * (Math.sqrt(2) - 1) / 3;
    outline.move(on.x(x + r[0], y), on.y(x + r[0], y));
    line(outline, on, x + w - r[2], y);
    if (r[2] > 0) {
      cubic(outline, on, x + w - r[2] * pull, y, x + w, y + r[3] * pull, x + w, y + r[3]);
    }
    line(outline, on, x + w, y + h - r[5]);
    if (r[4] > 0) {
      cubic(
          outline, on, x + w, y + h - r[5] * pull, x + w - r[4] * pull, y + h, x + w - r[4], y + h);
    }
    line(outline, on, x + r[6], y + h);
    if (r[6] > 0) {
      cubic(outline, on, x + r[6] * pull, y + h, x, y + h - r[7] * pull, x, y + h - r[7]);
    }
    line(outline, on, x, y + r[1]);
    if (r[0] > 0) {
      cubic(outline, on, x, y + r[1] * pull, x + r[0] * pull, y, x + r[0], y);
    }
    outline.close();
    return outline;
  }

  static double[] even(double across, double down) {
    return new double[] {across, down, across, down, across, down, across, down};
  }

  /** Radii that meet at most: all of a side shrink alike. */
  private static double[] fitting(double[] radii, double w, double h) {
    double shrink = 1;
    shrink = Math.min(shrink, w / Math.max(w, radii[0] + radii[2]));
    shrink = Math.min(shrink, w / Math.max(w, radii[4] + radii[6]));
    shrink = Math.min(shrink, h / Math.max(h, radii[1] + radii[7]));
    shrink = Math.min(shrink, h / Math.max(h, radii[3] + radii[5]));
    double[] fit = new double[8];
    for (int i = 0; i < 8; i++) {
      fit[i] = Math.max(0, radii[i] * shrink);
    }
    return fit;
  }

  private static void line(Outline outline, Affine2 on, double x, double y) {
    outline.line(on.x(x, y), on.y(x, y));
  }

  private static void cubic(
      Outline outline, Affine2 on, double x1, double y1, double x2, double y2, double x, double y) {
    outline.curve(on.x(x1, y1), on.y(x1, y1), on.x(x2, y2), on.y(x2, y2), on.x(x, y), on.y(x, y));
  }

  /** By how much lengths grow on the way to the page. */
  static double growth(Transform to) {
    return Math.sqrt(Math.abs(to.getMxx() * to.getMyy() - to.getMxy() * to.getMyx()));
  }

  /** Where the unit square comes to lie when it is stretched over a rectangle. */
  static double[] place(double x, double y, double w, double h, Transform to) {
    Affine2 on = new Affine2(to);
    double left = on.x(x, y);
    double top = on.y(x, y);
    return new double[] {
      on.x(x + w, y) - left,
      on.x(x, y + h) - left,
      left,
      on.y(x + w, y) - top,
      on.y(x, y + h) - top,
      top
    };
  }

  static double x(Transform to, double x, double y) {
    return new Affine2(to).x(x, y);
  }

  static double y(Transform to, double x, double y) {
    return new Affine2(to).y(x, y);
  }

  static Transform both(Transform outer, Transform inner) {
    return new Affine(outer).createConcatenation(inner);
  }

  /** A transform in the plane: the six numbers are read once for all points. */
  private record Affine2(double xx, double xy, double tx, double yx, double yy, double ty) {
    Affine2(Transform to) {
      this(to.getMxx(), to.getMxy(), to.getTx(), to.getMyx(), to.getMyy(), to.getTy());
    }

    double x(double x, double y) {
      return xx * x + xy * y + tx;
    }

    double y(double x, double y) {
      return yx * x + yy * y + ty;
    }
  }
}
