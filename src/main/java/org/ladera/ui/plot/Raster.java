package org.ladera.ui.plot;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.transform.Affine;

/**
 * A picture that was made point by point for its place on a canvas. In a magnified window that
 * place ends between points: copied there, the picture would be mixed anew from its neighbouring
 * points, which takes longer than all else and blurs it. So it is copied from a whole point on.
 */
public final class Raster {
  private Raster() {}

  /**
   * How many points a picture needs for a side.
   *
   * @param factor points to one unit
   */
  public static int points(double side, double factor) {
    return (int) Math.max(1, factor == 1 ? Math.round(side) : Math.ceil(side * factor));
  }

  /** Draws a picture where it belongs. */
  public static void draw(GraphicsContext g, Image image, PlotArea area) {
    draw(g, image, new Rectangle2D(area.left(), area.top(), area.width(), area.height()));
  }

  /** As above. */
  public static void draw(GraphicsContext g, Image image, Rectangle2D place) {
    Affine now = g.getTransform();
    double left = Math.round(now.getMxx() * place.getMinX() + now.getTx());
    double top = Math.round(now.getMyy() * place.getMinY() + now.getTy());
    double width = Math.round(now.getMxx() * place.getMaxX() + now.getTx()) - left;
    double height = Math.round(now.getMyy() * place.getMaxY() + now.getTy()) - top;
    boolean exact =
        now.getMxx() != 1
            && between(image.getWidth() - width)
            && between(image.getHeight() - height);
    if (!exact) {
      g.drawImage(image, place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
      return;
    }
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.drawImage(image, 0, 0, width, height, left, top, width, height);
    g.setTransform(now);
  }

  /** A point more than there is room for is left out. */
  private static boolean between(double more) {
    return more >= 0 && more <= 1;
  }
}
