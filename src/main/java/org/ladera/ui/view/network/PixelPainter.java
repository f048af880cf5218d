package org.ladera.ui.view.network;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.network.PixelMap;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;

/**
 * Draws numbers as a picture: data in their own colour, what has both signs in the two of signs.
 */
final class PixelPainter {
  private final GraphicsContext g;
  private final Tokens tokens;

  PixelPainter(PlotGraphics graphics) {
    g = graphics.context();
    tokens = graphics.tokens();
  }

  /**
   * @param edge colour of its frame
   * @param line width of it
   */
  void draw(PixelMap map, Rectangle2D box, Color edge, double line) {
    cells(map, box, tokens.input().mark());
    g.setStroke(edge);
    g.setLineWidth(line);
    g.strokeRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
  }

  /** Weights, which have both signs. */
  void kernel(PixelMap map, Rectangle2D box) {
    cells(map, box, tokens.positive());
    g.setStroke(tokens.controlBorder());
    g.setLineWidth(1);
    g.strokeRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
  }

  private void cells(PixelMap map, Rectangle2D box, Color positive) {
    g.setFill(tokens.canvas());
    g.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    for (int r = 0; r < map.rows(); r++) {
      for (int c = 0; c < map.columns(); c++) {
        double v = map.values()[r * map.columns() + c] / map.greatest();
        if (v != 0) {
          // Whole pixels, so that no seams show.
          double x0 = Math.round(box.getMinX() + c * box.getWidth() / map.columns());
          double x1 = Math.round(box.getMinX() + (c + 1) * box.getWidth() / map.columns());
          double y0 = Math.round(box.getMinY() + r * box.getHeight() / map.rows());
          double y1 = Math.round(box.getMinY() + (r + 1) * box.getHeight() / map.rows());
          Color mark =
              Double.isNaN(v) ? tokens.danger().mark() : v < 0 ? tokens.negative() : positive;
          g.setFill(
              tokens.canvas().interpolate(mark, Double.isNaN(v) ? 1 : Math.min(1, Math.abs(v))));
          g.fillRect(x0, y0, x1 - x0, y1 - y0);
        }
      }
    }
  }
}
