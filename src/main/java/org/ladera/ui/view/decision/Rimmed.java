package org.ladera.ui.view.decision;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotLetters;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Type;

/** Words beside a mark on an image, with a rim of the canvas that keeps them readable. */
final class Rimmed {
  private static final double SIZE = 11;
  private static final double RIM = 3.5;

  private final PlotGraphics graphics;
  private final Room room;

  Rimmed(PlotGraphics graphics, Room room) {
    this.graphics = graphics;
    this.room = room;
  }

  /** Beside a mark of radius {@code r}, or joined to it by a leader: to the right first. */
  void beside(String key, List<String> lines, double x, double y, double r) {
    double w = 0;
    for (String words : lines) {
      w = Math.max(w, graphics.width(words, SIZE, Type.Weight.SEMI_BOLD));
    }
    double line = graphics.size(SIZE) * 1.2;
    double h = line * lines.size();
    double far = r * 1.3 + 5;
    Rectangle2D place =
        room.beside(key, x, y, far, w, h, false, graphics.tokens().text()).orElse(null);
    if (place == null) {
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      text(lines.get(i), place.getMinX(), place.getMinY() + line * (i + 0.8));
    }
  }

  private void text(String words, double x, double base) {
    GraphicsContext g = graphics.context();
    Color text = graphics.tokens().text();
    g.setFont(Type.text(graphics.tokens(), SIZE, Type.Weight.SEMI_BOLD));
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setStroke(graphics.tokens().canvas().deriveColor(0, 1, 1, 0.85));
    g.setLineWidth(graphics.stroke(RIM));
    g.strokeText(words, Math.round(x), Math.round(base));
    g.setLineJoin(StrokeLineJoin.MITER);
    g.setFill(text);
    PlotLetters.fill(g, words, Math.round(x), Math.round(base));
    graphics.wrote(words, x, base, graphics.width(words, SIZE, Type.Weight.SEMI_BOLD), SIZE);
  }
}
