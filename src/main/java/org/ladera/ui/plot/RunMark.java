package org.ladera.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.ui.theme.RunLook;
import org.ladera.ui.theme.Tokens;

/**
 * The sign of a run: a polygon of its colour, another one for each; the main run is a gold disc.
 */
public final class RunMark {
  /** Corners and first angle: square on its tip, triangles, square, hexagon, pentagon. */
  private static final int[][] SHAPES = {
    {4, 0}, {3, 90}, {4, 45}, {3, -90}, {6, 0}, {5, -90}, {3, 0}, {3, 180}
  };

  private RunMark() {}

  /**
   * Draws one.
   *
   * @param look of a compared run; −1 for the main one
   * @param r how far it reaches from its middle
   * @param rim around it
   */
  public static void draw(
      PlotGraphics graphics, double x, double y, int look, double r, Color rim) {
    Tokens tokens = graphics.tokens();
    if (look < 0) {
      graphics.disc(x, y, r - 0.5, tokens.loss().mark(), tokens.lossOutline(), 1.25);
      return;
    }
    int[] shape = SHAPES[look % SHAPES.length];
    double[] xs = new double[shape[0]];
    double[] ys = new double[shape[0]];
    for (int i = 0; i < xs.length; i++) {
      double angle = Math.toRadians(shape[1] + 360.0 * i / xs.length);
      xs[i] = x + r * Math.cos(angle);
      ys[i] = y + r * Math.sin(angle);
    }
    GraphicsContext g = graphics.context();
    g.setFill(RunLook.of(tokens, look).color());
    g.fillPolygon(xs, ys, xs.length);
    g.setStroke(rim);
    g.setLineWidth(graphics.stroke(1.5));
    g.strokePolygon(xs, ys, xs.length);
  }

  /** The colour of the words about a run. */
  public static Color ink(Tokens tokens, int look) {
    return look < 0 ? tokens.loss().ink() : RunLook.of(tokens, look).color();
  }

  /** The dashes of its lines; none for the main run. */
  public static double[] dashes(Tokens tokens, int look) {
    return look < 0 ? new double[0] : RunLook.of(tokens, look).dashes();
  }
}
