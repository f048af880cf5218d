package org.ladera.ui.view.decision;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.present.decision.BackgroundField;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;

/** Draws classified points on an image: shape, colour and rim, with what is written beside them. */
final class Points {
  private static final int FEW = 8;
  private static final int MANY = 400;
  private static final double FADED = 0.3;

  /** About half the width of a line between two classes. */
  private static final double LINE = 2;

  private final PlotGraphics graphics;
  private final PlotArea area;
  private final double radius;
  private final double rim;
  private final boolean few;
  private final Room room;
  private final Rimmed words;

  /** In a tiny view it would not be clear to which mark words belong. */
  private final boolean roomy;

  Points(PlotGraphics graphics, PlotArea area, int count) {
    this.graphics = graphics;
    this.area = area;
    few = count <= FEW;
    boolean narrow = Math.min(area.width(), area.height()) < 170;
    double plain = count <= FEW ? (narrow ? 5.5 : 7) : count <= MANY ? 4.5 : 3;
    double usual = plain * (graphics.tokens().scale() > 1 ? 1.3 : 1);
    radius = PointCloud.radius(usual, count);
    rim = count <= FEW ? 1.75 : count <= MANY ? 1.25 : 0.75 * radius / usual;
    room =
        new Room(
            graphics,
            new Rectangle2D(
                area.left() + 3,
                area.top() + 3,
                Math.max(1, area.width() - 6),
                Math.max(1, area.height() - 6)));
    words = new Rimmed(graphics, room);
    roomy = Math.min(area.width(), area.height()) >= 14 * graphics.size(11);
  }

  double radius() {
    return radius;
  }

  /** All of them, as one picture. */
  void cloud(PointCloud cloud, PointCloud.Crowd crowd) {
    cloud.draw(graphics, area, crowd, radius, graphics.stroke(rim), graphics.tokens().onImage());
  }

  void mark(double x, double y, int group) {
    mark(x, y, group, false);
  }

  void mark(double x, double y, int group, boolean faded) {
    graphics.context().setGlobalAlpha(faded ? FADED : 1);
    ClassMark.draw(graphics, x, y, radius, group, graphics.tokens().onImage(), rim);
    graphics.context().setGlobalAlpha(1);
    room.take(new Rectangle2D(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** The network says another class: ringed, and crossed out where there are few. */
  void wrong(double x, double y) {
    Color danger = graphics.tokens().danger().mark();
    if (!few) {
      graphics.ring(x, y, radius + 3, danger, 1.5);
      return;
    }
    graphics.ring(x, y, radius + 3, graphics.tokens().canvas(), 4);
    graphics.ring(x, y, radius + 3, danger, 2);
    double r = radius + 5;
    graphics.line(x - r, y - r, x - r + 5, y - r + 5, danger, 2);
    graphics.line(x - r + 5, y - r, x - r, y - r + 5, danger, 2);
  }

  /** A line that words should not cover. */
  void keepFree(double x1, double y1, double x2, double y2) {
    room.keepFree(x1, y1, x2, y2);
  }

  /** Words do not cover the lines between two classes. */
  void avoidLines(BackgroundField background) {
    room.avoid(
        box ->
            background.hasLine(
                area.xAt(box.getMinX() - LINE),
                area.yAt(box.getMaxY() + LINE),
                area.xAt(box.getMaxX() + LINE),
                area.yAt(box.getMinY() - LINE)));
  }

  void lit(double x, double y) {
    double r = Math.max(9, radius * 1.55 + 2);
    graphics.ring(x, y, r, graphics.tokens().canvas(), 4);
    graphics.ring(x, y, r, graphics.tokens().accent(), 2);
  }

  void words(String key, String text, double x, double y) {
    if (!text.isEmpty()) {
      words(key, List.of(text), x, y);
    }
  }

  /** One line below the other. */
  void words(String key, List<String> lines, double x, double y) {
    if (roomy && area.contains(x, y)) {
      words.beside(key, lines, x, y, radius);
    }
  }
}
