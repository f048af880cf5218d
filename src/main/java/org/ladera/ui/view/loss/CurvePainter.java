package org.ladera.ui.view.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.loss.CurveModel;
import org.ladera.present.loss.CurveModel.Role;
import org.ladera.present.loss.CurveModel.Series;
import org.ladera.present.plot.PlotAxis;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Room;
import org.ladera.ui.plot.chart.ChartLevel;
import org.ladera.ui.plot.chart.ChartLine;
import org.ladera.ui.plot.chart.LineChart;
import org.ladera.ui.theme.RunLook;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link CurveModel}. */
final class CurvePainter {
  private static final double[] FULL = {};

  /** What lies ahead is that much of the ground's colour. */
  private static final double FAINT = 0.45;

  /** How much wider the line of the run that is lit is. */
  private static final double LIT = 1.5;

  private static final double[] COMPARED = {7, 4};

  /** With more points than this, dots would hide the line. */
  private static final int DOTTED = 40;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final Rectangle2D body;
  private final CurveModel model;
  private final PlotAxis y;
  private final CurveNames names;
  private final AxisPainter axes;
  private final PlotArea area;
  private final Room room;

  CurvePainter(PlotGraphics graphics, Rectangle2D body, CurveModel model, PlotAxis y) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    this.y = y;
    tokens = graphics.tokens();
    names = new CurveNames(graphics, body, model, y, this::look);
    double above = names.above();
    axes =
        new AxisPainter(
            graphics,
            new Rectangle2D(
                body.getMinX(),
                body.getMinY() + above,
                body.getWidth(),
                Math.max(0, body.getHeight() - above)),
            model.x(),
            y);
    area = axes.area();
    room =
        new Room(graphics, new Rectangle2D(area.left(), area.top(), area.width(), area.height()));
  }

  PlotArea area() {
    return area;
  }

  void draw(LineChart chart) {
    chart.draw(
        graphics.context(),
        area,
        model.x(),
        y,
        model.series().stream().map(this::line).toList(),
        levels(),
        tokens.grid(),
        tokens.canvas());
    axes.base();
    graphics.axis(axes::labels);
    if (model.now().isEmpty()) {
      invite();
      return;
    }
    for (Series series : model.series()) {
      reserve(series);
    }
    model.goal().ifPresent(goal -> new GoalMarks(graphics, area, room, goal).draw());
    Optional<LeastMark> least = model.best().map(b -> new LeastMark(graphics, area, room, b));
    least.ifPresent(LeastMark::draw);
    point(model.now().get());
    names.draw(area, room);
    now(model.now().get());
    least.ifPresent(LeastMark::name);
    minimum();
  }

  private ChartLine line(Series series) {
    return new ChartLine(
        series.epochs(),
        series.losses(),
        color(series),
        graphics.stroke(width(series) * (isLit(series) ? LIT : 1)),
        graphics.stroked(dashes(series)),
        series.role() == Role.PAST && series.diverged() && series.count() <= DOTTED);
  }

  private CurveNames.Look look(Series series) {
    return new CurveNames.Look(color(series), width(series), dashes(series));
  }

  private boolean isLit(Series series) {
    return model.lit().isPresent() && look(series.role(), series.index()) == model.lit().getAsInt();
  }

  /** Of the run whose line it is; −1 for the view's own. */
  private static int look(Role role, int index) {
    return role == Role.OTHER ? index : -1;
  }

  private static double width(Series series) {
    return switch (series.role()) {
      case PAST -> 2.25;
      case AHEAD, PLANNED -> 1.25;
      case PREVIOUS -> 1.5;
      case COMPARED -> 2;
      case OTHER -> 1.75;
      case VALIDATION -> 2;
      case VALIDATION_AHEAD -> 1.25;
    };
  }

  private double[] dashes(Series series) {
    return switch (series.role()) {
      case PAST -> FULL;
      case AHEAD, PLANNED -> PlotGraphics.REFERENCE;
      case PREVIOUS -> series.index() == 0 ? FULL : PlotGraphics.REFERENCE;
      case COMPARED -> COMPARED;
      case OTHER -> RunLook.of(tokens, series.index()).dashes();
      case VALIDATION, VALIDATION_AHEAD -> PlotGraphics.REFERENCE;
    };
  }

  /** While one run is lit, the others are faint. */
  private Color color(Series series) {
    Color color = full(series);
    return model.lit().isPresent() && !isLit(series)
        ? color.interpolate(tokens.canvas(), 1 - FAINT)
        : color;
  }

  private Color full(Series series) {
    boolean own = series.role() == Role.PAST || series.role() == Role.AHEAD;
    if (own && series.diverged()) {
      return tokens.danger().mark();
    }
    return switch (series.role()) {
      case PAST, AHEAD -> tokens.loss().ink();
      case PLANNED -> tokens.loss().ink().interpolate(tokens.canvas(), FAINT);
      case PREVIOUS -> tokens.weight().mark();
      case COMPARED -> tokens.accent();
      case OTHER -> RunLook.of(tokens, series.index()).color();
      case VALIDATION -> tokens.text();
      case VALIDATION_AHEAD -> tokens.text().interpolate(tokens.canvas(), FAINT);
    };
  }

  private List<ChartLevel> levels() {
    List<ChartLevel> levels = new ArrayList<>();
    model
        .minimum()
        .ifPresent(
            m ->
                levels.add(
                    new ChartLevel(
                        false,
                        m.loss(),
                        tokens.muted(),
                        graphics.stroke(1),
                        graphics.stroked(PlotGraphics.REFERENCE))));
    model
        .goal()
        .ifPresent(
            goal ->
                levels.add(
                    new ChartLevel(
                        false,
                        goal.loss(),
                        tokens.success().mark(),
                        graphics.stroke(1.25),
                        graphics.stroked(PlotGraphics.REFERENCE))));
    model
        .now()
        .ifPresent(
            n ->
                levels.add(
                    new ChartLevel(
                        true,
                        n.epoch(),
                        tokens.accent().interpolate(tokens.canvas(), 0.45),
                        graphics.stroke(1.25),
                        FULL)));
    return levels;
  }

  private void invite() {
    graphics.onGround(
        RichText.parse(model.spoken()),
        body.getMinX() + body.getWidth() / 2,
        area.top() + area.height() / 2,
        14,
        Weight.SEMI_BOLD,
        tokens.text(),
        Align.CENTRE);
  }

  private void reserve(Series series) {
    double lastX = Double.NEGATIVE_INFINITY;
    double lastY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < series.count(); i++) {
      double px = area.px(series.epochs()[i]);
      double py = area.py(series.losses()[i]);
      if (i > 0 && Math.hypot(px - lastX, py - lastY) < 8) {
        continue;
      }
      if (i > 0 && Double.isFinite(lastY) && Double.isFinite(py)) {
        room.keepFree(lastX, lastY, px, py);
      }
      lastX = px;
      lastY = py;
    }
  }

  private void minimum() {
    if (model.minimum().isEmpty() || !area.y().holds(model.minimum().get().loss())) {
      return;
    }
    RichText text = RichText.parse(model.minimum().get().label());
    double py = area.py(model.minimum().get().loss());
    List<Rectangle2D> places = new ArrayList<>();
    for (double share : new double[] {1, 0.75, 0.5}) {
      double x = area.left() + share * area.width();
      double below = py + graphics.size(11) + 7;
      places.add(graphics.box(text, x, below, 11, Weight.REGULAR, Align.RIGHT));
      places.add(graphics.box(text, x, py - 8, 11, Weight.REGULAR, Align.RIGHT));
    }
    room.free("minimum", places).ifPresent(place -> write(text, place, tokens.muted()));
  }

  private void now(CurveModel.Now now) {
    RichText text = RichText.parse(now.label());
    double px = area.px(now.epoch());
    List<Rectangle2D> places = new ArrayList<>();
    for (double base = area.top() + graphics.size(11) + 1;
        base < area.bottom() - 5;
        base += graphics.size(11) * 1.5) {
      places.add(graphics.box(text, px + 8, base, 11, Weight.REGULAR, Align.LEFT));
      places.add(graphics.box(text, px - 8, base, 11, Weight.REGULAR, Align.RIGHT));
    }
    boolean diverged = model.series().stream().anyMatch(s -> s.role() == Role.PAST && s.diverged());
    Color color = diverged ? tokens.danger().mark() : tokens.loss().ink();
    if (!places.isEmpty()) {
      room.free("now", places).ifPresent(place -> write(text, place, color));
    }
  }

  /** The play-head and the point on it, which no words may cover. */
  private void point(CurveModel.Now now) {
    double px = area.px(now.epoch());
    room.keepFree(px, area.top(), px, area.bottom());
    double py = Math.max(area.top(), Math.min(area.py(now.loss()), area.bottom()));
    if (!Double.isNaN(py)) {
      double r = 5.5 * (tokens.scale() > 1 ? 1.3 : 1);
      graphics.disc(px, py, r, tokens.loss().mark(), tokens.lossOutline(), 1.75);
      room.take(new Rectangle2D(px - r - 2, py - r - 2, 2 * r + 4, 2 * r + 4));
      graphics.marks().put(ViewMark.NOW, px, py, r);
    }
  }

  private void write(RichText text, Rectangle2D place, Color color) {
    double base = place.getMinY() + place.getHeight() * 0.78;
    graphics.plain(text, place.getMinX(), base, 11, Weight.REGULAR, color, Align.LEFT);
  }
}
