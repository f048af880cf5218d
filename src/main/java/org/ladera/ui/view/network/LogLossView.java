package org.ladera.ui.view.network;

import java.util.Comparator;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.network.LogLossModel;
import org.ladera.present.network.LogLossModel.Point;
import org.ladera.present.shared.Highlight;
import org.ladera.text.RichText;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.decision.ClassMark;

/** The curve −ln a with the examples on it. Pointing at one lights it up everywhere. */
public final class LogLossView extends CardView<LogLossModel> {
  private static final double POINT = 6.5;
  private static final double LABEL = 12;
  private static final double NEAR = 18;
  private static final int STEPS = 240;

  private PlotArea area;
  private boolean lighting;

  public LogLossView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::point);
    card.setOnMouseExited(e -> light(Optional.empty()));
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    AxisPainter axes = new AxisPainter(graphics, body, model.share(), model.loss());
    area = axes.area();
    graphics.axis(axes::draw);
    Tokens tokens = graphics.tokens();
    Room room =
        new Room(graphics, new Rectangle2D(area.left(), area.top(), area.width(), area.height()));
    curve(graphics, room);
    for (Point p : model.points()) {
      drop(graphics, room, p);
    }
    mean(graphics, room);
    for (Point p : model.points()) {
      double x = area.px(p.share());
      double y = height(p);
      double r = graphics.stroke(p.lit() ? POINT + 2 : POINT);
      ClassMark.draw(graphics, x, y, r, p.group(), tokens.canvas(), 1.5);
      if (p.lit()) {
        graphics.ring(x, y, r + 4, tokens.accent(), 2);
      }
      room.take(new Rectangle2D(x - r, y - r, 2 * r, 2 * r));
      graphics.marks().put(ViewMark.NOW, x, y, r + 4);
    }
    for (Point p : model.points()) {
      name(graphics, room, p);
    }
  }

  private void curve(PlotGraphics graphics, Room room) {
    double[] xs = new double[STEPS];
    double[] ys = new double[STEPS];
    double least = Math.exp(-model.loss().scale().max());
    for (int i = 0; i < STEPS; i++) {
      double a = least + (1 - least) * i / (STEPS - 1);
      xs[i] = area.px(a);
      ys[i] = area.py(-Math.log(a));
      if (i > 0) {
        room.keepFree(xs[i - 1], ys[i - 1], xs[i], ys[i]);
      }
    }
    GraphicsContext g = graphics.context();
    g.setStroke(graphics.tokens().loss().ink());
    g.setLineWidth(graphics.stroke(2.5));
    g.strokePolyline(xs, ys, STEPS);
  }

  /** What was given, and what it costs. */
  private void drop(PlotGraphics graphics, Room room, Point p) {
    if (p.isBeyond()) {
      return;
    }
    double x = area.px(p.share());
    double y = height(p);
    Color color = graphics.tokens().muted();
    graphics.line(x, y, x, area.bottom(), color, 1, PlotGraphics.REFERENCE);
    graphics.line(area.left(), y, x, y, color, 1, PlotGraphics.REFERENCE);
    room.keepFree(x, y, x, area.bottom());
    room.keepFree(area.left(), y, x, y);
  }

  /** What lies above every plot stands at the upper edge of this one, where its name says so. */
  private double height(Point p) {
    return p.isBeyond() ? area.top() : area.py(p.loss());
  }

  private void mean(PlotGraphics graphics, Room room) {
    if (!Double.isFinite(model.mean())) {
      return;
    }
    double y = PlotGraphics.crisp(area.py(model.mean()));
    Color color = graphics.tokens().loss().ink();
    graphics.line(area.left(), y, area.right(), y, color, 1.5, 8, 5);
    room.keepFree(area.left(), y, area.right(), y);
    RichText words = RichText.parse(model.meanName());
    double h = graphics.size(LABEL) * 1.3;
    double w = graphics.width(words, LABEL, Weight.REGULAR);
    graphics.text(
        words, area.right(), y - 0.4 * h, LABEL, Weight.REGULAR, color, PlotGraphics.Align.RIGHT);
    room.take(new Rectangle2D(area.right() - w, y - 1.3 * h, w, 1.3 * h));
  }

  private void name(PlotGraphics graphics, Room room, Point p) {
    RichText words = RichText.parse(p.name());
    double w = graphics.width(words, LABEL, Weight.SEMI_BOLD);
    double h = graphics.size(LABEL) * 1.25;
    double reach = graphics.stroke(POINT) + 7;
    Color color = graphics.tokens().text();
    room.beside(
            "point " + p.sample(),
            area.px(p.share()),
            height(p),
            reach,
            w,
            h,
            false,
            graphics.tokens().muted())
        .ifPresent(
            place ->
                graphics.onGround(
                    words,
                    place.getMinX(),
                    place.getMinY() + 0.8 * h,
                    LABEL,
                    Weight.SEMI_BOLD,
                    color,
                    PlotGraphics.Align.LEFT));
  }

  private void point(MouseEvent e) {
    light(
        model.points().stream()
            .filter(p -> distance(p, e) < NEAR)
            .min(Comparator.comparingDouble(p -> distance(p, e))));
  }

  private double distance(Point p, MouseEvent e) {
    return Math.hypot(area.px(p.share()) - e.getX(), height(p) - e.getY());
  }

  private void light(Optional<Point> at) {
    if (at.isPresent() || lighting) {
      lighting = at.isPresent();
      context
          .intents()
          .accept(
              new Intent.Light(
                  at.map(p -> new Highlight(p.sample(), 0, 0, Optional.empty(), -1))
                      .orElse(Highlight.NONE)));
    }
  }
}
