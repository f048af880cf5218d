package org.ladera.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.transform.Affine;
import org.ladera.ui.theme.Type;

/**
 * Letters on a canvas of a magnified window. Without a graphics card JavaFX copies the pictures of
 * letters it has kept only where nothing is scaled; under a scale it fills the outline of every
 * letter anew, which takes half of the time of a window of 3840 × 2160. So they are written in the
 * points of the canvas, in a font that is as much larger.
 */
public final class PlotLetters {
  private PlotLetters() {}

  /** As {@link GraphicsContext#fillText}, the base line on a whole point. */
  public static void fill(GraphicsContext g, String text, double x, double y) {
    Affine now = g.getTransform();
    double scale = now.getMxx();
    if (scale == 1 || now.getMyy() != scale || now.getMxy() != 0 || now.getMyx() != 0) {
      g.fillText(text, x, y);
      return;
    }
    Font font = g.getFont();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.setFont(Type.scaled(font, scale));
    g.fillText(text, scale * x + now.getTx(), Math.round(scale * y + now.getTy()));
    g.setFont(font);
    g.setTransform(now);
  }
}
