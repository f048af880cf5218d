package org.ladera.ui.view.activation;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import org.ladera.present.activation.ActivationModel.Stretch;
import org.ladera.present.plot.PlotAxis;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Type.Weight;

/** One plot of lines: its axes, lines cut at its edges, and labels that keep off them. */
final class LinePlot {
  /** Of a line beside the own one. */
  static final double[] DASHES = {7, 4};

  private static final double LABEL = 11;

  private final PlotGraphics graphics;
  private final PlotArea area;
  private final Room room;

  LinePlot(PlotGraphics graphics, Rectangle2D body, PlotAxis x, PlotAxis y) {
    this(graphics, body, x, y, 0);
  }

  /**
   * @param margin the least room left of the plot
   */
  LinePlot(PlotGraphics graphics, Rectangle2D body, PlotAxis x, PlotAxis y, double margin) {
    this.graphics = graphics;
    AxisPainter axes = new AxisPainter(graphics, body, x, y, margin);
    area = axes.area();
    room = new Room(graphics, box());
    graphics.axis(axes::draw);
  }

  PlotArea area() {
    return area;
  }

  /** The same as a rectangle. */
  Rectangle2D box() {
    return new Rectangle2D(area.left(), area.top(), area.width(), area.height());
  }

  /** The room that a plot over these values needs left of it. */
  static double margin(PlotGraphics graphics, Rectangle2D body, PlotAxis x, PlotAxis y) {
    return new AxisPainter(graphics, body, x, y).area().left() - body.getMinX();
  }

  /** A line cut at the edges of the plot. */
  void line(Stretch stretch, Color color, double width, double... dashes) {
    int count = stretch.zs().length;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = area.px(stretch.zs()[i]);
      ys[i] = Math.clamp(area.py(stretch.heights()[i]), -1e5, 1e5);
      if (i > 0) {
        room.keepFree(xs[i - 1], inside(ys[i - 1]), xs[i], inside(ys[i]));
      }
    }
    GraphicsContext g = graphics.context();
    clipped(
        () -> {
          g.setStroke(color);
          g.setLineWidth(graphics.stroke(width));
          g.setLineJoin(StrokeLineJoin.ROUND);
          g.setLineDashes(graphics.stroked(dashes));
          g.strokePolyline(xs, ys, count);
          g.setLineDashes();
        });
  }

  /** The straight line of this slope through a point, {@code reach} pixels to either side. */
  void slope(
      double x, double y, double slope, double reach, Color color, double width, double... dashes) {
    double perX = (area.x().max() - area.x().min()) / area.width();
    double perY = (area.y().max() - area.y().min()) / area.height();
    double rise = -slope * perX / perY;
    double half = reach / Math.hypot(1, rise);
    double px = area.px(x);
    double py = area.py(y);
    clipped(
        () ->
            graphics.line(
                px - half, py - half * rise, px + half, py + half * rise, color, width, dashes));
    room.keepFree(px - half, inside(py - half * rise), px + half, inside(py + half * rise));
  }

  /** A vertical line from edge to edge. */
  void guide(double x, Color color) {
    if (area.x().holds(x)) {
      double px = PlotGraphics.crisp(area.px(x));
      graphics.line(px, area.top(), px, area.bottom(), color, 1, PlotGraphics.REFERENCE);
      room.keepFree(px, area.top(), px, area.bottom());
    }
  }

  /** A horizontal line from edge to edge. */
  void level(double y, Color color) {
    double py = PlotGraphics.crisp(area.py(y));
    graphics.line(area.left(), py, area.right(), py, color, 1, PlotGraphics.REFERENCE);
    room.keepFree(area.left(), py, area.right(), py);
  }

  /** The words of a horizontal line, at one of its ends; nothing where they would cover a line. */
  void levelName(double y, String words, Color color) {
    double py = area.py(y);
    RichText text = RichText.parse(words);
    double h = graphics.size(LABEL) * 1.25;
    double w = graphics.width(text, LABEL, Weight.REGULAR);
    List<Rectangle2D> places = new ArrayList<>();
    for (double x : new double[] {area.right() - w, area.left() + 6}) {
      places.add(new Rectangle2D(x, py + 7, w, h));
      places.add(new Rectangle2D(x, py - h - 3, w, h));
    }
    room.free("level " + y, places).ifPresent(place -> write(text, place, color, Weight.REGULAR));
  }

  /** Whether a point lies inside the plot, on its edges included. */
  boolean holds(double x, double y) {
    return area.x().holds(x) && area.y().holds(y);
  }

  /** A small point; where it lies outside, an arrow at the edge points to it. */
  void dot(double x, double y, double r, Color color) {
    double px = Math.clamp(area.px(x), area.left(), area.right());
    double py = Math.clamp(area.py(y), area.top(), area.bottom());
    room.keepFree(px, py);
    if (holds(x, y)) {
      graphics.disc(px, py, graphics.stroke(r), color, graphics.tokens().canvas(), 1);
    } else if (!Double.isNaN(px + py)) {
      double angle = Math.atan2(area.py(y) - py, area.px(x) - px);
      arrow(px, py, angle, graphics.stroke(r + 2.5), color);
    }
  }

  private void arrow(double px, double py, double angle, double size, Color color) {
    GraphicsContext g = graphics.context();
    double[] xs = new double[3];
    double[] ys = new double[3];
    for (int i = 0; i < 3; i++) {
      xs[i] = px + size * Math.cos(angle + i * 2 * Math.PI / 3);
      ys[i] = py + size * Math.sin(angle + i * 2 * Math.PI / 3);
    }
    g.setFill(color);
    g.fillPolygon(xs, ys, 3);
    g.setStroke(graphics.tokens().canvas());
    g.setLineWidth(1);
    g.strokePolygon(xs, ys, 3);
  }

  /** A mark that labels keep off. */
  void take(double x, double y, double r) {
    room.take(new Rectangle2D(area.px(x) - r, area.py(y) - r, 2 * r, 2 * r));
  }

  /** Words beside a point, or joined to it by a leader. */
  void beside(
      String key, String words, double x, double y, double distance, Color color, Weight weight) {
    RichText text = RichText.parse(words);
    double w = graphics.width(text, LABEL, weight);
    double h = graphics.size(LABEL) * 1.25;
    room.beside(key, area.px(x), area.py(y), distance, w, h, false, color)
        .ifPresent(place -> ground(text, place, color, weight));
  }

  private void ground(RichText text, Rectangle2D place, Color color, Weight weight) {
    double base = place.getMinY() + place.getHeight() * 0.8;
    graphics.onGround(text, place.getMinX(), base, LABEL, weight, color, PlotGraphics.Align.LEFT);
  }

  /** The name of a line, on itself. */
  void name(String words, Stretch stretch, Color color) {
    if (words.isEmpty()) {
      return;
    }
    RichText text = RichText.parse(words);
    double w = graphics.width(text, LABEL, Weight.REGULAR);
    double h = graphics.size(LABEL) * 1.25;
    List<Rectangle2D> places = new ArrayList<>();
    int last = stretch.zs().length - 1;
    for (double share : new double[] {0.96, 0.88, 0.8, 0.72, 0.64, 0.04, 0.12, 0.2, 0.28, 0.36}) {
      int i = (int) Math.round(share * last);
      if (!holds(stretch.zs()[i], stretch.heights()[i])) {
        continue;
      }
      double px = area.px(stretch.zs()[i]);
      double py = area.py(stretch.heights()[i]);
      double x =
          Math.clamp(px - w / 2, area.left() + 4, Math.max(area.left() + 4, area.right() - w));
      places.add(new Rectangle2D(x, py - h - 6, w, h));
      places.add(new Rectangle2D(x, py + 6, w, h));
      places.add(new Rectangle2D(px - w - 10, py - h / 2, w, h));
      places.add(new Rectangle2D(px + 10, py - h / 2, w, h));
      places.add(new Rectangle2D(px + 4, py - h - 8, w, h));
      places.add(new Rectangle2D(px - w - 4, py + 8, w, h));
      places.add(new Rectangle2D(px - w - 4, py - h - 8, w, h));
      places.add(new Rectangle2D(px + 4, py + 8, w, h));
    }
    if (places.isEmpty()) {
      return;
    }
    room.free(words, places).ifPresent(where -> write(text, where, color, Weight.REGULAR));
  }

  private void write(RichText text, Rectangle2D place, Color color, Weight weight) {
    double base = place.getMinY() + place.getHeight() * 0.8;
    graphics.plain(text, place.getMinX(), base, LABEL, weight, color, PlotGraphics.Align.LEFT);
  }

  private double inside(double py) {
    return Math.clamp(py, area.top() - 20, area.bottom() + 20);
  }

  private void clipped(Runnable drawing) {
    GraphicsContext g = graphics.context();
    g.save();
    Clip.to(g, area.left() - 1, area.top() - 2, area.width() + 2, area.height() + 3);
    drawing.run();
    g.restore();
  }
}
