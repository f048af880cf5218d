package org.ladera.ui.view.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
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
import org.ladera.ui.plot.chart.LineLegend;
import org.ladera.ui.theme.RunLook;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link CurveModel}. */
final class CurvePainter {
  private static final double[] FULL = {};

  /** What lies ahead is that much of the ground's colour. */
  private static final double FAINT = 0.45;

  private static final double[] COMPARED = {7, 4};

  /** With more points than this, dots would hide the line. */
  private static final int DOTTED = 40;

  /** More names than these hide lines that run together: they stand above the plot. */
  private static final int FEW = 3;

  /** The body keeps at least this height below those names. */
  private static final double LEAST = 170;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final Rectangle2D body;
  private final CurveModel model;
  private final PlotAxis y;
  private final Optional<LineLegend> listed;
  private final AxisPainter axes;
  private final PlotArea area;
  private final Room room;

  CurvePainter(PlotGraphics graphics, Rectangle2D body, CurveModel model, PlotAxis y) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    this.y = y;
    tokens = graphics.tokens();
    LineLegend all = legend(named());
    boolean roomy = body.getHeight() - all.above() >= LEAST * tokens.scale();
    listed = named().size() > FEW && roomy ? Optional.of(all) : Optional.empty();
    double above = listed.isPresent() ? all.above() : 0;
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
    Optional<LeastMark> least = model.best().map(b -> new LeastMark(graphics, area, room, b));
    least.ifPresent(LeastMark::draw);
    point(model.now().get());
    if (listed.isPresent()) {
      listed.get().draw(legendBase());
    } else {
      names();
    }
    now(model.now().get());
    least.ifPresent(LeastMark::name);
    minimum();
  }

  private ChartLine line(Series series) {
    return new ChartLine(
        series.epochs(),
        series.losses(),
        color(series),
        graphics.stroke(width(series)),
        graphics.stroked(dashes(series)),
        series.role() == Role.PAST && series.diverged() && series.count() <= DOTTED);
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

  private Color color(Series series) {
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
    }
  }

  /**
   * Each name at its line; those that would cover something go above the plot. Of many that have no
   * room there, only that of the run itself is written.
   */
  private void names() {
    List<Series> named = named();
    if (named.size() > FEW) {
      label(named.getFirst());
      return;
    }
    List<Series> homeless = named.stream().filter(series -> !label(series)).toList();
    LineLegend row = legend(homeless);
    if (row.isOneRow()) {
      row.draw(legendBase());
    }
  }

  /** The lines that have a name, that of the run itself first. */
  private List<Series> named() {
    return model.series().stream()
        .filter(s -> !s.label().isEmpty())
        .sorted(Comparator.comparing(s -> s.role() != Role.PAST))
        .toList();
  }

  private LineLegend legend(List<Series> of) {
    double axis = graphics.width(RichText.parse(y.name()), 11, Weight.REGULAR);
    return new LineLegend(
        graphics,
        body.getMinX() + 16 + axis + 20,
        body.getMaxX() - 16,
        of.stream()
            .map(
                s -> new LineLegend.Entry(RichText.parse(s.label()), color(s), width(s), dashes(s)))
            .toList());
  }

  /** The line of the name of the axis. */
  private double legendBase() {
    return area.top() - Math.max(10, 0.65 * graphics.size(11));
  }

  /** False where the name has no free place at its line. */
  private boolean label(Series series) {
    RichText text = RichText.parse(series.label());
    double w = graphics.width(text, 11, Weight.REGULAR);
    double h = graphics.size(11) * 1.3;
    List<Rectangle2D> places = new ArrayList<>();
    places(series, w, h, places);
    if (series.role() == Role.PAST) {
      model.series().stream()
          .filter(s -> s.role() == Role.AHEAD)
          .forEach(ahead -> places(ahead, w, h, places));
    }
    Optional<Rectangle2D> place = room.free(series.label(), places);
    place.ifPresent(where -> write(text, where, color(series)));
    return place.isPresent();
  }

  /** Places above, below and beside a line, from its end backwards. */
  private void places(Series series, double w, double h, List<Rectangle2D> places) {
    int last = series.count() - 1;
    while (last > 0 && !area.y().holds(series.losses()[last])) {
      last--;
    }
    for (double share = 1; share > 0.05; share -= 0.075) {
      int i = (int) Math.round(share * last);
      double px = area.px(series.epochs()[i]);
      double py = area.py(series.losses()[i]);
      double x = Math.max(area.left() + 4, Math.min(px - w / 2, area.right() - w));
      if (py > area.top() - 1 && py < area.bottom() + 1) {
        places.add(new Rectangle2D(x, py - h - 7, w, h));
        places.add(new Rectangle2D(x, py + 7, w, h));
        places.add(new Rectangle2D(Math.min(px + 10, area.right() - w), py - h / 2, w, h));
        places.add(new Rectangle2D(Math.min(px + 10, area.right() - w), py - h - 9, w, h));
      }
    }
  }

  private void write(RichText text, Rectangle2D place, Color color) {
    double base = place.getMinY() + place.getHeight() * 0.78;
    graphics.plain(text, place.getMinX(), base, 11, Weight.REGULAR, color, Align.LEFT);
  }
}
