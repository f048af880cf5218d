package org.ladera.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Affine;

/**
 * A part of a canvas outside of which nothing is drawn. It ends on whole points: inside any other
 * one JavaFX draws each line and letter onto a picture of its own, as large as the canvas, and
 * copies it through a mask.
 */
public final class Clip {
  private Clip() {}

  /** From now on until {@link GraphicsContext#restore}; the caller has saved the state. */
  public static void to(GraphicsContext g, double x, double y, double width, double height) {
    Affine now = g.getTransform();
    double left = Math.round(now.getMxx() * x + now.getTx());
    double top = Math.round(now.getMyy() * y + now.getTy());
    double right = Math.round(now.getMxx() * (x + width) + now.getTx());
    double bottom = Math.round(now.getMyy() * (y + height) + now.getTy());
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.beginPath();
    g.rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    g.clip();
    g.setTransform(now);
  }
}
