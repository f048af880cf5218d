package org.ladera.ui.view.runs;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.runs.PerceptronLinesModel;
import org.ladera.present.runs.PerceptronLinesModel.Point;
import org.ladera.present.runs.PerceptronLinesModel.Turn;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.decision.ClassMark;

/**
 * Small planes in a ring, or in a row where the rule comes to an end, with arrows from each to the
 * next; the lit one is ringed and said in words.
 */
final class PerceptronRing {
  private static final double PADDING = 16;

  /** So much of a class colour is seen on the canvas. */
  private static final double TINT = 0.42;

  private static final double FAINT = 0.16;
  private static final double ARROW = 7;

  /** Only in a body this much wider than high stand all of them in one row. */
  private static final double BROAD = 2.4;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final PerceptronLinesModel model;
  private final List<Rectangle2D> places = new ArrayList<>();
  private final int lit;
  private final double line;

  /** About the lit one, in lines. */
  private final List<String> words;

  private final Rectangle2D body;

  PerceptronRing(PlotGraphics graphics, Rectangle2D body, PerceptronLinesModel model, int lit) {
    this.lit = lit;
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    tokens = graphics.tokens();
    words =
        graphics.wrapped(
            model.turns().get(lit).words(), body.getWidth() - 2 * PADDING, 12, Weight.SEMI_BOLD);
    line = graphics.size(12) * 1.5;
    double above = words.size() * line + 8;
    int count = model.turns().size();
    double w = body.getWidth() - 2 * PADDING;
    double h = body.getHeight() - PADDING - above;
    if (count > 2 && (model.round() || w < BROAD * h)) {
      ring(count, w, h);
    } else {
      row(count, w, h);
    }
  }

  /** Two rows that are gone through like the hands of a clock. */
  private void ring(int count, double w, double h) {
    int above = (count + 1) / 2;
    double gap = Math.max(28, Math.min(w, h) * 0.12);
    double side = Math.max(8, Math.min((w - (above - 1) * gap) / above, (h - gap) / 2));
    double left = body.getMinX() + (body.getWidth() - above * side - (above - 1) * gap) / 2;
    double top = body.getMaxY() - PADDING - h + Math.max(0, (h - 2 * side - gap) / 2);
    for (int i = 0; i < count; i++) {
      boolean upper = i < above;
      double column = upper ? i : above - 1 - (i - above);
      places.add(square(left + column * (side + gap), upper ? top : top + side + gap, side));
    }
  }

  private void row(int count, double w, double h) {
    double gap = Math.max(28, w * 0.04);
    double side = Math.max(8, Math.min((w - (count - 1) * gap) / count, h));
    double left = body.getMinX() + (body.getWidth() - count * side - (count - 1) * gap) / 2;
    double top = body.getMaxY() - PADDING - h + Math.max(0, (h - side) / 2);
    for (int i = 0; i < count; i++) {
      places.add(square(left + i * (side + gap), top, side));
    }
  }

  private static Rectangle2D square(double x, double y, double side) {
    return new Rectangle2D(Math.round(x), Math.round(y), Math.floor(side), Math.floor(side));
  }

  List<Rectangle2D> places() {
    return places;
  }

  void draw() {
    double base = body.getMinY() + line * 0.7;
    for (String words : words) {
      graphics.text(
          RichText.parse(words),
          body.getMinX() + body.getWidth() / 2,
          base,
          12,
          Weight.SEMI_BOLD,
          tokens.text(),
          Align.CENTRE);
      base += line;
    }
    int count = places.size();
    for (int i = 0; i < count; i++) {
      plane(i, i == lit);
    }
    for (int i = 0; i < (model.round() ? count : count - 1); i++) {
      arrow(places.get(i), places.get((i + 1) % count), (i + 1) % count == lit);
    }
  }

  private void plane(int index, boolean lit) {
    Rectangle2D place = places.get(index);
    Turn turn = model.turns().get(index);
    PlotArea area =
        new PlotArea(
            place.getMinX(),
            place.getMinY(),
            place.getWidth(),
            place.getHeight(),
            model.x(),
            model.y());
    double share = lit ? TINT : FAINT;
    half(area, turn, 1, tokens.canvas().interpolate(tokens.class1().mark(), share));
    half(area, turn, -1, tokens.canvas().interpolate(tokens.class0().mark(), share));
    border(area, turn, lit);
    double r = Math.max(3, place.getWidth() / 26);
    for (int i = 0; i < model.points().size(); i++) {
      Point point = model.points().get(i);
      double x = area.px(point.x());
      double y = area.py(point.y());
      ClassMark.draw(graphics, x, y, r, point.group(), tokens.onImage(), 1);
      if (i == turn.sample()) {
        Color ring = turn.wrong() ? tokens.danger().mark() : tokens.accent();
        graphics.ring(x, y, r + 4, ring, 2);
      }
    }
    GraphicsContext g = graphics.context();
    g.setStroke(lit ? tokens.accent() : tokens.separator());
    g.setLineWidth(graphics.stroke(lit ? 2.5 : 1));
    g.strokeRect(area.left(), area.top(), area.width(), area.height());
  }

  /** The corners of a plane, one after the other around it. */
  private List<Point2D> corners() {
    return List.of(
        new Point2D(model.x().min(), model.y().min()),
        new Point2D(model.x().max(), model.y().min()),
        new Point2D(model.x().max(), model.y().max()),
        new Point2D(model.x().min(), model.y().max()));
  }

  /** The part of the plane where the sum has this sign. */
  private void half(PlotArea area, Turn turn, int sign, Color color) {
    List<Point2D> inside = new ArrayList<>();
    List<Point2D> corners = corners();
    for (int i = 0; i < corners.size(); i++) {
      Point2D from = corners.get(i);
      Point2D to = corners.get((i + 1) % corners.size());
      double a = sign * turn.sum(from.getX(), from.getY());
      double b = sign * turn.sum(to.getX(), to.getY());
      if (a >= 0) {
        inside.add(from);
      }
      if (a >= 0 != b >= 0) {
        inside.add(from.interpolate(to, a / (a - b)));
      }
    }
    double[] xs = inside.stream().mapToDouble(p -> area.px(p.getX())).toArray();
    double[] ys = inside.stream().mapToDouble(p -> area.py(p.getY())).toArray();
    graphics.context().setFill(color);
    graphics.context().fillPolygon(xs, ys, xs.length);
  }

  private void border(PlotArea area, Turn turn, boolean lit) {
    List<Point2D> ends = new ArrayList<>();
    List<Point2D> corners = corners();
    for (int i = 0; i < corners.size(); i++) {
      Point2D from = corners.get(i);
      Point2D to = corners.get((i + 1) % corners.size());
      double a = turn.sum(from.getX(), from.getY());
      double b = turn.sum(to.getX(), to.getY());
      if (a >= 0 != b >= 0) {
        ends.add(from.interpolate(to, a / (a - b)));
      }
    }
    if (ends.size() == 2) {
      graphics.line(
          area.px(ends.get(0).getX()),
          area.py(ends.get(0).getY()),
          area.px(ends.get(1).getX()),
          area.py(ends.get(1).getY()),
          tokens.text(),
          lit ? 2.5 : 1.5);
    }
  }

  private void arrow(Rectangle2D from, Rectangle2D to, boolean lit) {
    Point2D a = middle(from);
    Point2D b = middle(to);
    Point2D way = b.subtract(a);
    double reach = from.getWidth() / 2 + 4;
    Point2D unit =
        Math.abs(way.getX()) > Math.abs(way.getY())
            ? new Point2D(Math.signum(way.getX()), 0)
            : new Point2D(0, Math.signum(way.getY()));
    Point2D start = a.add(unit.multiply(reach));
    Point2D end = b.subtract(unit.multiply(reach));
    Color color = lit ? tokens.accent() : tokens.muted();
    graphics.line(start.getX(), start.getY(), end.getX(), end.getY(), color, lit ? 2.5 : 1.5);
    Point2D side = new Point2D(-unit.getY(), unit.getX()).multiply(ARROW * 0.6);
    Point2D back = end.subtract(unit.multiply(ARROW));
    GraphicsContext g = graphics.context();
    g.setFill(color);
    g.fillPolygon(
        new double[] {end.getX(), back.getX() + side.getX(), back.getX() - side.getX()},
        new double[] {end.getY(), back.getY() + side.getY(), back.getY() - side.getY()},
        3);
  }

  private static Point2D middle(Rectangle2D r) {
    return new Point2D(r.getMinX() + r.getWidth() / 2, r.getMinY() + r.getHeight() / 2);
  }
}
