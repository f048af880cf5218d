package org.ladera.ui.view.loss;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.loss.RatesModel;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.RunLook;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link RatesModel}: the curve, the limit with the zone beyond it, the runs as points. */
final class RatesPainter {
  private static final double LABEL = 11;
  private static final double FAINT = 0.5;
  private static final double ZONE = 0.5;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final RatesModel model;
  private final AxisPainter axes;
  private final PlotArea area;
  private final Room room;

  RatesPainter(PlotGraphics graphics, Rectangle2D body, RatesModel model) {
    this.graphics = graphics;
    this.model = model;
    tokens = graphics.tokens();
    axes = new AxisPainter(graphics, body, model.rate(), model.loss());
    area = axes.area();
    room =
        new Room(graphics, new Rectangle2D(area.left(), area.top(), area.width(), area.height()));
  }

  /** The height of a loss, at the top edge where it is beyond it. */
  double height(double loss) {
    return Double.isFinite(loss) ? Math.max(area.top() + 1, area.py(loss)) : area.top() + 1;
  }

  void draw() {
    zone();
    axes.grid();
    graphics.axis(axes::labels);
    model.ahead().ifPresent(losses -> curve(losses, ahead(), 1.25, PlotGraphics.REFERENCE));
    curve(model.now(), tokens.loss().ink(), 2.25);
    for (RatesModel.Dot dot : model.dots()) {
      dot(dot);
    }
    for (RatesModel.Dot dot : model.dots()) {
      name(dot);
    }
  }

  private Color ahead() {
    return tokens.loss().ink().interpolate(tokens.canvas(), FAINT);
  }

  private void zone() {
    double curved = edge(model.curved().orElse(Double.NaN));
    double limit = edge(model.limit().orElse(Double.NaN));
    boolean named = !model.zones().isEmpty();
    if (named && limit < area.right()) {
      graphics.context().setFill(tokens.canvas().interpolate(tokens.danger().ink(), ZONE * 1.4));
      graphics.context().fillRect(limit, area.top(), area.right() - limit, area.height());
    }
    if (named) {
      word(model.zones().get(0), area.left(), curved, tokens.muted());
      word(model.zones().get(1), curved, limit, tokens.muted());
      word(model.zones().get(2), limit, area.right(), tokens.danger().mark());
    }
    if (curved > area.left() && curved < area.right()) {
      double x = PlotGraphics.crisp(curved);
      graphics.line(
          x, area.top(), x, area.bottom(), tokens.controlBorder(), 1, PlotGraphics.REFERENCE);
      room.keepFree(x, area.top(), x, area.bottom());
    }
    if (limit > area.left() && limit < area.right()) {
      double x = PlotGraphics.crisp(limit);
      graphics.line(x, area.top() - 4, x, area.bottom(), tokens.danger().mark(), 2);
      room.keepFree(x, area.top(), x, area.bottom());
      graphics
          .marks()
          .put(ViewMark.LIMIT, new Rectangle2D(x - 4, area.top() - 18, 8, area.height() + 18));
      graphics.text(
          RichText.parse(model.limitWords()),
          limit,
          area.top() - 8,
          LABEL,
          Weight.SEMI_BOLD,
          tokens.danger().mark(),
          Align.CENTRE);
    }
  }

  private double edge(double rate) {
    return Double.isNaN(rate) ? area.right() : Math.clamp(area.px(rate), area.left(), area.right());
  }

  /** What happens between two rates, at the foot of the plot. */
  private void word(String words, double from, double to, Color color) {
    RichText text = RichText.parse(words);
    double w = graphics.width(text, LABEL, Weight.MEDIUM);
    if (w + 8 > to - from) {
      return;
    }
    double base = area.bottom() - 8;
    graphics.text(text, (from + to) / 2, base, LABEL, Weight.MEDIUM, color, Align.CENTRE);
    room.take(
        new Rectangle2D(
            (from + to - w) / 2 - 2, base - graphics.size(LABEL), w + 4, graphics.size(LABEL) + 4));
  }

  private void curve(double[] losses, Color color, double width, double... dashes) {
    int count = losses.length;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = area.px(model.rates()[i]);
      ys[i] =
          Double.isFinite(losses[i])
              ? Math.clamp(area.py(losses[i]), area.top() - 40, area.bottom())
              : area.top() - 40;
      if (i > 0 && ys[i] >= area.top()) {
        room.keepFree(xs[i - 1], ys[i - 1], xs[i], ys[i]);
      }
    }
    GraphicsContext g = graphics.context();
    g.save();
    Clip.to(g, area.left(), area.top(), area.width(), area.height() + 1);
    g.setStroke(color);
    g.setLineWidth(graphics.stroke(width));
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineDashes(graphics.stroked(dashes));
    g.strokePolyline(xs, ys, count);
    g.setLineDashes();
    g.restore();
  }

  private void dot(RatesModel.Dot dot) {
    double x = across(dot.rate());
    double y = height(dot.loss());
    room.take(new Rectangle2D(x - 7, y - 7, 14, 14));
    Color color = color(dot);
    if (!area.x().holds(dot.rate())) {
      beyond(x, y, dot.rate() > area.x().max() ? 0 : Math.PI, color);
    } else if (!(dot.loss() <= area.y().max())) {
      beyond(x, y, -Math.PI / 2, color);
    } else if (dot.own()) {
      graphics.disc(x, y, 6.5, tokens.loss().mark(), tokens.lossOutline(), 1.5);
      graphics.marks().put(ViewMark.NOW, x, y, 7);
    } else {
      graphics.disc(x, y, 4.5, color, tokens.canvas(), 1.5);
    }
  }

  /** The place of a rate, at an edge where it is beyond it. */
  double across(double rate) {
    return Math.clamp(area.px(rate), area.left(), area.right());
  }

  /** A point outside: its tip points there. */
  private void beyond(double x, double y, double angle, Color color) {
    double r = graphics.stroke(9);
    double[] xs = {x, x - r * Math.cos(angle - 0.55), x - r * Math.cos(angle + 0.55)};
    double[] ys = {y, y - r * Math.sin(angle - 0.55), y - r * Math.sin(angle + 0.55)};
    graphics.context().setFill(color);
    graphics.context().fillPolygon(xs, ys, 3);
  }

  private Color color(RatesModel.Dot dot) {
    return dot.own() ? tokens.loss().ink() : RunLook.of(tokens, dot.look()).color();
  }

  private void name(RatesModel.Dot dot) {
    if (dot.name().isEmpty()) {
      return;
    }
    RichText text = RichText.parse(dot.name());
    double w = graphics.width(text, LABEL, Weight.MEDIUM);
    double h = graphics.size(LABEL) * 1.3;
    double x = across(dot.rate());
    double y = height(dot.loss()) + (dot.loss() <= area.y().max() ? 0 : 5);
    room.beside("dot " + dot.name(), x, y, 8, w, h, false, color(dot))
        .ifPresent(
            place ->
                graphics.plain(
                    text,
                    place.getMinX(),
                    place.getMinY() + h * 0.8,
                    LABEL,
                    Weight.MEDIUM,
                    color(dot),
                    Align.LEFT));
  }
}
