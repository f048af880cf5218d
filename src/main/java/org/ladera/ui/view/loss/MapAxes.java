package org.ladera.ui.view.loss;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Tick;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Type.Weight;

/**
 * The axes of an image plot: numbers beside the image, the y name turned, one line at the bottom.
 */
final class MapAxes {
  private static final double GAP = 8;
  private static final double PADDING = 16;

  /**
   * Both axes have one scale, so that a right angle is one and a circle is round, where that leaves
   * this share of the room.
   */
  private static final double ENOUGH = 0.45;

  private final PlotGraphics graphics;
  private final PlotAxis x;
  private final PlotAxis y;
  private final Rectangle2D body;
  private final PlotArea area;

  MapAxes(PlotGraphics graphics, Rectangle2D body, PlotAxis x, PlotAxis y) {
    this.graphics = graphics;
    this.body = body;
    this.x = x;
    this.y = y;
    area = area(graphics, body, x, y);
  }

  static PlotArea area(PlotGraphics graphics, Rectangle2D body, PlotAxis x, PlotAxis y) {
    double line = graphics.size(11);
    double widest = 0;
    for (Tick tick : y.ticks()) {
      widest = Math.max(widest, graphics.width(tick.label(), 11, Weight.REGULAR));
    }
    double left = Math.ceil(10 + line * 1.3 + GAP + widest + GAP);
    double bottom = Math.ceil(2 * line * 1.3 + GAP + 10);
    double width = body.getWidth() - left - PADDING - 8;
    double height = body.getHeight() - GAP - bottom;
    double across = x.scale().max() - x.scale().min();
    double up = y.scale().max() - y.scale().min();
    double unit = Math.min(width / across, height / up);
    if (unit * across >= ENOUGH * width && unit * up >= ENOUGH * height) {
      width = unit * across;
      height = unit * up;
    }
    return new PlotArea(
        Math.round(body.getMinX() + left),
        Math.round(body.getMinY() + GAP),
        Math.max(8, Math.round(width)),
        Math.max(8, Math.round(height)),
        x.scale(),
        y.scale());
  }

  PlotArea area() {
    return area;
  }

  void draw() {
    double size = graphics.size(11);
    double base = area.bottom() + GAP + size * 0.8;
    double before = Double.NEGATIVE_INFINITY;
    double corner = area.right();
    for (Tick tick : x.ticks()) {
      double w = graphics.width(tick.label(), 11, Weight.REGULAR);
      double middle = Math.min(area.px(tick.value()), body.getMaxX() - 2 - w / 2);
      if (middle - w / 2 < before + GAP) {
        continue;
      }
      before = middle + w / 2;
      corner = Math.min(corner, middle - w / 2);
      graphics.text(
          tick.label(),
          middle,
          base,
          11,
          Weight.REGULAR,
          graphics.tokens().muted(),
          PlotGraphics.Align.CENTRE);
    }
    double last = Double.POSITIVE_INFINITY;
    List<Tick> upwards = y.ticks();
    for (Tick tick : upwards) {
      double middle = area.py(tick.value());
      // A number beside the corner gives way to the first one below it.
      boolean below = middle + size * 0.6 > base - size * 0.75 && corner < area.left() - GAP + 2;
      if (below || middle + size * 0.75 > last) {
        continue;
      }
      last = middle - size * 0.75;
      graphics.text(
          tick.label(),
          area.left() - GAP,
          middle + graphics.drop(11),
          11,
          Weight.REGULAR,
          graphics.tokens().muted(),
          PlotGraphics.Align.RIGHT);
    }
    graphics.text(
        graphics.fitting(RichText.parse(x.name()), area.width() + PADDING, 11, Weight.REGULAR),
        area.right(),
        base + size * 1.3 + 5,
        11,
        Weight.REGULAR,
        graphics.tokens().muted(),
        PlotGraphics.Align.RIGHT);
    GraphicsContext g = graphics.context();
    g.save();
    g.translate(
        Math.round(body.getMinX() + 10 + size * 0.9), area.top() + Math.round(area.height() / 2));
    g.rotate(-90);
    graphics.text(
        graphics.fitting(RichText.parse(y.name()), area.height(), 11, Weight.REGULAR),
        0,
        0,
        11,
        Weight.REGULAR,
        graphics.tokens().muted(),
        PlotGraphics.Align.CENTRE);
    g.restore();
  }

  /** The axis line, after the image. */
  void base() {
    double line = PlotGraphics.crisp(area.bottom());
    graphics.line(area.left(), line, area.right(), line, graphics.tokens().controlBorder(), 1);
  }
}
