package org.ladera.ui.view.loss;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.loss.SliceModel;
import org.ladera.present.loss.SliceModel.Mark;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link SliceModel}: the curve, its marks, and the point with its tangent. */
public final class SlicePainter {
  /** The curve of the start is that much of the ground's colour. */
  private static final double FAINT = 0.6;

  private static final double POINT = 4.5;
  private static final double NOW = 6.5;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final SliceModel model;
  private final AxisPainter axes;
  private final PlotArea area;
  private final Room room;

  public SlicePainter(PlotGraphics graphics, Rectangle2D body, SliceModel model) {
    this.graphics = graphics;
    this.model = model;
    tokens = graphics.tokens();
    axes = new AxisPainter(graphics, body, model.x(), model.y());
    area = axes.area();
    room =
        new Room(graphics, new Rectangle2D(area.left(), area.top(), area.width(), area.height()));
  }

  public PlotArea area() {
    return area;
  }

  public void draw() {
    graphics.axis(axes::draw);
    if (model.curve().isEmpty()) {
      graphics.text(
          model.waiting(),
          area.left() + area.width() / 2,
          area.top() + area.height() / 2,
          12,
          Weight.REGULAR,
          tokens.muted(),
          PlotGraphics.Align.CENTRE);
      return;
    }
    Color ink = tokens.loss().ink();
    model
        .start()
        .ifPresent(
            c ->
                clipped(
                    () ->
                        curve(
                            graphics.context(), c, ink.interpolate(tokens.canvas(), FAINT), 1.25)));
    clipped(() -> curve(graphics.context(), model.curve().get(), ink, 2.25));
    model.secant().ifPresent(this::secant);
    marks();
    now();
    model.secant().ifPresent(this::secantName);
  }

  /** From edge to edge. */
  private void secant(SliceModel.Secant secant) {
    graphics
        .marks()
        .put(ViewMark.SECANT, area.px(secant.u()), area.py(secant.loss()), graphics.stroke(NOW));
    graphics.marks().put(ViewMark.SECANT, area.px(model.now().u()), area.py(model.now().loss()), 8);
    double left = secant.loss() + secant.slope() * (area.x().min() - secant.u());
    double right = secant.loss() + secant.slope() * (area.x().max() - secant.u());
    clipped(
        () ->
            graphics.line(
                area.left(),
                area.py(left),
                area.right(),
                area.py(right),
                tokens.accent(),
                1.5,
                6,
                4));
    room.keepFree(area.left(), area.py(left), area.right(), area.py(right));
  }

  /** Half-way between its points. */
  private void secantName(SliceModel.Secant secant) {
    double middle = (secant.u() + model.now().u()) / 2;
    double loss = secant.loss() + secant.slope() * (middle - secant.u());
    if (area.contains(area.px(middle), area.py(loss))) {
      write(
          "secant",
          secant.label(),
          area.px(middle),
          area.py(loss),
          Weight.SEMI_BOLD,
          tokens.accent());
    }
  }

  private void clipped(Runnable drawing) {
    GraphicsContext g = graphics.context();
    g.save();
    Clip.to(g, area.left() - 8, area.top() - 8, area.width() + 16, area.height() + 8);
    drawing.run();
    g.restore();
  }

  private void curve(GraphicsContext g, SliceModel.Curve curve, Color color, double width) {
    int count = curve.us().length;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = area.px(curve.us()[i]);
      ys[i] = Math.max(-1e5, Math.min(1e5, area.py(curve.losses()[i])));
      if (i > 0) {
        room.keepFree(xs[i - 1], ys[i - 1], xs[i], ys[i]);
      }
    }
    g.setStroke(color);
    g.setLineWidth(graphics.stroke(width));
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.strokePolyline(xs, ys, count);
  }

  private void marks() {
    double r = graphics.stroke(POINT);
    for (Mark mark : model.marks()) {
      double x = area.px(mark.u());
      double y = area.py(mark.loss());
      graphics.line(x, y, x, area.bottom(), tokens.muted(), 1, PlotGraphics.REFERENCE);
      graphics.disc(x, y, r - 1, tokens.canvas(), tokens.loss().ink(), 1.5);
      room.take(new Rectangle2D(x - r, y - r, 2 * r, 2 * r));
    }
    for (Mark mark : model.marks()) {
      write(
          "mark " + mark.u(),
          mark.label(),
          area.px(mark.u()),
          area.py(mark.loss()),
          Weight.REGULAR,
          tokens.text());
    }
  }

  private void now() {
    SliceModel.Now now = model.now();
    double x = area.px(now.u());
    double y = area.py(now.loss());
    if (!area.contains(x, y) || !Double.isFinite(x + y)) {
      return;
    }
    tangent(now, x, y);
    double r = graphics.stroke(NOW);
    graphics.marks().put(ViewMark.NOW, x, y, r);
    graphics.disc(x, y, r - 0.5, tokens.loss().mark(), tokens.lossOutline(), 1.75);
    room.take(new Rectangle2D(x - r, y - r, 2 * r, 2 * r));
    write("now", now.label(), x, y, Weight.SEMI_BOLD, tokens.gradient().ink());
  }

  /** A stretch of the tangent as long on the screen at every slope. */
  private void tangent(SliceModel.Now now, double x, double y) {
    double perX = (area.x().max() - area.x().min()) / area.width();
    double perY = (area.y().max() - area.y().min()) / area.height();
    double rise = -now.slope() * perX / perY;
    double half = 0.16 * area.width() / Math.hypot(1, rise);
    double low = Math.min(area.bottom(), Math.max(y + half * Math.abs(rise), area.top()));
    double dx = half * Math.abs(rise) < 3 ? half : Math.min(half, (low - y) / Math.abs(rise));
    double back = rise > 0 ? half : dx;
    double on = rise > 0 ? dx : half;
    clipped(
        () ->
            graphics.line(
                x - back, y - back * rise, x + on, y + on * rise, tokens.gradient().ink(), 1.75));
    room.keepFree(x - back, y - back * rise, x + on, y + on * rise);
  }

  private void write(String key, String words, double x, double y, Weight weight, Color color) {
    RichText text = RichText.parse(words);
    double w = graphics.width(text, 11, weight);
    double h = graphics.size(11) * 1.25;
    double d = graphics.stroke(NOW) + 5;
    Color leader = tokens.muted();
    Rectangle2D place = room.beside(key, x, y, d, w, h, false, leader).orElse(null);
    if (place == null) {
      return;
    }
    graphics.onGround(
        text,
        place.getMinX(),
        place.getMinY() + h * 0.8,
        11,
        weight,
        color,
        PlotGraphics.Align.LEFT);
  }
}
