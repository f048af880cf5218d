package org.ladera.ui.view.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.present.loss.CurveModel;
import org.ladera.present.loss.CurveModel.Role;
import org.ladera.present.loss.CurveModel.Series;
import org.ladera.present.plot.PlotAxis;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Room;
import org.ladera.ui.plot.chart.LineLegend;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Writes the names of curves: at their lines, or in rows above the plot where there are many. */
final class CurveNames {
  /** How a line is drawn. */
  record Look(Color color, double width, double[] dashes) {}

  /** Where the curves lie, and what is free there. */
  private record Plot(PlotArea area, Room room) {}

  /** More names than these hide lines that run together: they stand above the plot. */
  private static final int FEW = 3;

  /** The body keeps at least this height below those names. */
  private static final double LEAST = 170;

  private final PlotGraphics graphics;
  private final Rectangle2D body;
  private final CurveModel model;
  private final PlotAxis y;
  private final Function<Series, Look> looks;
  private final Optional<LineLegend> listed;
  private final double above;

  CurveNames(
      PlotGraphics graphics,
      Rectangle2D body,
      CurveModel model,
      PlotAxis y,
      Function<Series, Look> looks) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    this.y = y;
    this.looks = looks;
    Tokens tokens = graphics.tokens();
    LineLegend all = legend(named());
    boolean roomy = body.getHeight() - all.above() >= LEAST * tokens.scale();
    listed = named().size() > FEW && roomy ? Optional.of(all) : Optional.empty();
    above = listed.isPresent() ? all.above() : 0;
  }

  /** The height of the rows above the first one. */
  double above() {
    return above;
  }

  /**
   * Each name at its line; those that would cover something go above the plot. Of many that have no
   * room there, only that of the run itself is written.
   */
  void draw(PlotArea area, Room room) {
    Plot plot = new Plot(area, room);
    if (listed.isPresent()) {
      listed.get().draw(legendBase(graphics, area));
      return;
    }
    List<Series> named = named();
    if (named.size() > FEW) {
      label(named.getFirst(), plot);
      return;
    }
    List<Series> homeless = named.stream().filter(series -> !label(series, plot)).toList();
    LineLegend row = legend(homeless);
    if (row.isOneRow()) {
      row.draw(legendBase(graphics, area));
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
                s -> {
                  Look l = looks.apply(s);
                  return new LineLegend.Line(
                      RichText.parse(s.label()), l.color(), l.width(), l.dashes());
                })
            .toList());
  }

  /** The line of the name of the axis. */
  private static double legendBase(PlotGraphics graphics, PlotArea area) {
    return area.top() - Math.max(10, 0.65 * graphics.size(11));
  }

  /** False where the name has no free place at its line. */
  private boolean label(Series series, Plot plot) {
    RichText text = RichText.parse(series.label());
    double w = graphics.width(text, 11, Weight.REGULAR);
    double h = graphics.size(11) * 1.3;
    List<Rectangle2D> places = new ArrayList<>();
    places(series, plot.area(), w, h, places);
    if (series.role() == Role.PAST) {
      model.series().stream()
          .filter(s -> s.role() == Role.AHEAD)
          .forEach(ahead -> places(ahead, plot.area(), w, h, places));
    }
    Optional<Rectangle2D> place = plot.room().free(series.label(), places);
    place.ifPresent(where -> write(text, where, looks.apply(series).color()));
    return place.isPresent();
  }

  /** Places above, below and beside a line, from its end backwards. */
  private static void places(
      Series series, PlotArea area, double w, double h, List<Rectangle2D> places) {
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
