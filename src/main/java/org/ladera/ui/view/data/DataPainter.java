package org.ladera.ui.view.data;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.data.DataModel;
import org.ladera.present.data.DataModel.Mark;
import org.ladera.present.data.StraightLine;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.ClassColours;
import org.ladera.ui.theme.RunLook;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.decision.ClassMark;
import org.ladera.ui.view.decision.PointCloud;

/** Draws a {@link DataModel}. */
final class DataPainter {
  private static final double POINT = 4.5;

  /** More points than these are smaller, so that the curve behind them is seen. */
  private static final double MANY = 60;

  /** Beyond the axes a curve is only led on in its direction. */
  private static final double FAR = 2000;

  private static final int CHORDS = 24;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final DataModel model;
  private final AxisPainter axes;
  private final PlotArea area;
  private final Room room;

  DataPainter(PlotGraphics graphics, Rectangle2D body, DataModel model) {
    this.graphics = graphics;
    this.model = model;
    tokens = graphics.tokens();
    axes = new AxisPainter(graphics, body, model.x(), model.y());
    area = axes.area();
    room =
        new Room(graphics, new Rectangle2D(area.left(), area.top(), area.width(), area.height()));
  }

  PlotArea area() {
    return area;
  }

  /**
   * @param cloud the examples, where they are many
   */
  void draw(PointCloud cloud) {
    graphics.axis(axes::draw);
    boolean many = model.marks().size() > PointCloud.FROM;
    if (!many) {
      cloud.clear();
    }
    if (!model.empty().isEmpty()) {
      invite();
      return;
    }
    if (many) {
      new DataCrowd(area, model).keepFree(room);
    } else {
      keepFree();
    }
    for (DataModel.Line line : model.lines()) {
      reserve(line.line());
    }
    model.curves().forEach(this::reserve);
    if (many) {
      double size = PointCloud.radius(POINT / 2, model.marks().size()) * magnified();
      new DataCrowd(area, model).draw(cloud, graphics, size);
    }
    model.lines().reversed().forEach(this::line);
    model.curves().reversed().forEach(this::curve);
    if (model.residuals() && !many) {
      residuals();
    }
    model.held().forEach(this::hollow);
    if (!many) {
      model.marks().forEach(this::point);
    }
    new EquationCorner(graphics, area, room, model).draw();
    model.lit().ifPresent(this::lit);
  }

  private void keepFree() {
    for (Mark mark : model.marks()) {
      room.keepFree(area.px(mark.x()), area.py(mark.y()));
    }
    if (model.residuals()) {
      for (Mark mark : model.marks()) {
        double x = area.px(mark.x());
        double foot = Math.clamp(area.py(mark.foot()), area.top(), area.bottom());
        room.keepFree(x, area.py(mark.y()), x, foot);
      }
    }
  }

  private double magnified() {
    return tokens.scale() > 1 ? 1.3 : 1;
  }

  private void invite() {
    double x = area.left() + area.width() / 2;
    double y = area.top() + area.height() / 2;
    RichText title = RichText.parse(model.empty().getFirst());
    graphics.onGround(title, x, y, 14, Weight.SEMI_BOLD, tokens.text(), Align.CENTRE);
    double base = y;
    for (String text : model.empty().subList(1, model.empty().size())) {
      for (String part : graphics.wrapped(text, area.width() - 16, 12, Weight.REGULAR)) {
        base += graphics.size(12) * 1.7;
        RichText line = RichText.parse(part);
        graphics.onGround(line, x, base, 12, Weight.REGULAR, tokens.muted(), Align.CENTRE);
      }
    }
  }

  /** The ends of the part of a line that lies inside the axes, or null. */
  private Point2D @Nullable [] visible(StraightLine line) {
    double low = area.x().min();
    double high = area.x().max();
    if (!Double.isFinite(line.intercept()) || !Double.isFinite(line.slope())) {
      return null;
    }
    if (line.slope() == 0) {
      if (!area.y().holds(line.intercept())) {
        return null;
      }
    } else {
      double a = (area.y().min() - line.intercept()) / line.slope();
      double b = (area.y().max() - line.intercept()) / line.slope();
      low = Math.max(low, Math.min(a, b));
      high = Math.min(high, Math.max(a, b));
    }
    return low >= high
        ? null
        : new Point2D[] {
          new Point2D(area.px(low), area.py(line.at(low))),
          new Point2D(area.px(high), area.py(line.at(high)))
        };
  }

  private void reserve(StraightLine line) {
    Point2D[] ends = visible(line);
    if (ends != null) {
      room.keepFree(ends[0].getX(), ends[0].getY(), ends[1].getX(), ends[1].getY());
    }
  }

  /** In chords, which are near enough to a curve for a label. */
  private void reserve(DataModel.Curve curve) {
    double[] x = curve.x();
    double[] y = curve.y();
    int step = Math.max(1, x.length / CHORDS);
    for (int from = 0; from < x.length - 1; from += step) {
      int to = Math.min(from + step, x.length - 1);
      room.keepFree(area.px(x[from]), area.py(y[from]), area.px(x[to]), area.py(y[to]));
    }
  }

  private void line(DataModel.Line line) {
    Point2D[] ends = visible(line.line());
    if (ends == null) {
      return;
    }
    Color ink = tokens.weight().ink();
    switch (line.role()) {
      case PRESENT -> stroke(ends, ink, 2.25);
      case START -> stroke(ends, tokens.muted(), 1.5, PlotGraphics.REFERENCE);
      case OTHER -> {
        RunLook look = RunLook.of(tokens, line.look());
        stroke(ends, look.color(), 2, look.dashes());
      }
    }
    if (!line.label().isEmpty()) {
      new EndLabel(graphics, room).draw(RichText.parse(line.label()), ends[0], ends[1]);
    }
  }

  private void curve(DataModel.Curve curve) {
    GraphicsContext g = graphics.context();
    int n = curve.x().length;
    double[] xs = new double[n];
    double[] ys = new double[n];
    int drawn = 0;
    for (int i = 0; i < n; i++) {
      double y = area.py(curve.y()[i]);
      if (Double.isFinite(y)) {
        xs[drawn] = area.px(curve.x()[i]);
        ys[drawn++] = Math.clamp(y, area.top() - FAR, area.bottom() + FAR);
      }
    }
    g.save();
    Clip.to(g, area.left(), area.top(), area.width(), area.height());
    switch (curve.role()) {
      case PRESENT -> {
        g.setStroke(tokens.weight().ink());
        g.setLineWidth(graphics.stroke(2.25));
      }
      case START -> {
        g.setStroke(tokens.muted());
        g.setLineWidth(graphics.stroke(1.5));
        g.setLineDashes(PlotGraphics.REFERENCE);
      }
      case OTHER -> {
        RunLook look = RunLook.of(tokens, curve.look());
        g.setStroke(look.color());
        g.setLineWidth(graphics.stroke(2));
        g.setLineDashes(graphics.stroked(look.dashes()));
      }
    }
    g.strokePolyline(xs, ys, drawn);
    g.restore();
    if (!curve.label().isEmpty() && drawn > 0) {
      double top = area.top();
      double bottom = area.bottom();
      new EndLabel(graphics, room)
          .draw(
              RichText.parse(curve.label()),
              new Point2D(xs[0], Math.clamp(ys[0], top, bottom)),
              new Point2D(xs[drawn - 1], Math.clamp(ys[drawn - 1], top, bottom)));
    }
  }

  private void stroke(Point2D[] ends, Color color, double width, double... dashes) {
    graphics.line(
        ends[0].getX(), ends[0].getY(), ends[1].getX(), ends[1].getY(), color, width, dashes);
  }

  private void residuals() {
    for (int i = 0; i < model.marks().size(); i++) {
      residual(i);
    }
    named(model, area, graphics);
  }

  private void residual(int sample) {
    Mark mark = model.marks().get(sample);
    double foot = area.py(mark.foot());
    if (!model.residuals() || Double.isNaN(foot)) {
      return;
    }
    boolean lit = isLit(sample);
    double x = area.px(mark.x());
    double end = Math.max(area.top(), Math.min(foot, area.bottom()));
    Color color = lit ? tokens.delta().ink() : tokens.delta().mark();
    graphics.line(x, area.py(mark.y()), x, end, color, lit ? 3.5 : 1.5);
  }

  /** What stands for all segments is the longest. */
  static void named(DataModel model, PlotArea area, PlotGraphics graphics) {
    if (model.residuals()) {
      model
          .farthest()
          .ifPresent(
              mark -> {
                double end = Math.max(area.top(), Math.min(area.py(mark.foot()), area.bottom()));
                graphics.marks().put(ViewMark.RESIDUALS, area.px(mark.x()), area.py(mark.y()), 6);
                graphics.marks().put(ViewMark.RESIDUALS, area.px(mark.x()), end, 2);
              });
    }
  }

  private boolean isLit(int sample) {
    return model.lit().map(lit -> lit.sample() == sample).orElse(false);
  }

  /** An example that is not trained on. */
  private void hollow(Mark mark) {
    double r = POINT * 0.8 * magnified();
    Color edge = ClassColours.of(tokens, mark.group()).ink();
    graphics.disc(area.px(mark.x()), area.py(mark.y()), r, tokens.canvas(), edge, 1.5);
  }

  private void point(Mark mark) {
    double x = area.px(mark.x());
    double y = area.py(mark.y());
    double crowd = Math.sqrt(Math.min(1, MANY / model.marks().size()));
    double r = POINT * magnified() * crowd;
    ClassMark.draw(graphics, x, y, r, mark.group(), tokens.canvas(), 1.5 * crowd);
  }

  private void lit(DataModel.Lit lit) {
    Mark mark = model.marks().get(lit.sample());
    double x = area.px(mark.x());
    double y = area.py(mark.y());
    if (model.marks().size() > PointCloud.FROM) {
      residual(lit.sample());
      point(mark);
    }
    graphics.ring(x, y, 9, tokens.accent(), 2);
    if (lit.tag().isEmpty()) {
      return;
    }
    RichText tag = RichText.parse(lit.tag());
    double w = graphics.width(tag, 12, Weight.MEDIUM);
    double h = graphics.size(12) * 1.3;
    Color ink = tokens.delta().ink();
    Rectangle2D place = room.beside("lit", x, y, 14, w, h, true, ink).orElse(null);
    if (place == null) {
      return;
    }
    graphics.onGround(
        tag,
        place.getMinX(),
        place.getMinY() + h * 0.78,
        12,
        Weight.MEDIUM,
        tokens.delta().ink(),
        Align.LEFT);
  }
}
