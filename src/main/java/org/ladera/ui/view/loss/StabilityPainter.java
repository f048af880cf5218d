package org.ladera.ui.view.loss;

import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.landscape.RateMap.Form;
import org.ladera.landscape.RateMap.Place;
import org.ladera.present.loss.StabilityModel;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Raster;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * Draws the map of the rates: how fast below the limit, hatched beyond it, and where the run is.
 */
final class StabilityPainter {
  private static final int POINTS = 60;
  private static final double HATCH = 9;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final StabilityModel.Chart chart;
  private final Messages messages;
  private final MapAxes axes;
  private final PlotArea area;
  private final Rectangle2D inside;
  private final Room room;

  StabilityPainter(
      PlotGraphics graphics, Rectangle2D body, StabilityModel.Chart chart, Messages messages) {
    this.graphics = graphics;
    this.chart = chart;
    this.messages = messages;
    tokens = graphics.tokens();
    double above = graphics.size(11) * 2.7;
    Rectangle2D below =
        new Rectangle2D(
            body.getMinX(),
            body.getMinY() + above,
            body.getWidth(),
            Math.max(0, body.getHeight() - above));
    axes = new MapAxes(graphics, below, chart.rates(), chart.memories());
    area = axes.area();
    inside = new Rectangle2D(area.left() + 3, area.top() + 3, area.width() - 6, area.height() - 6);
    room = new Room(graphics, inside);
  }

  PlotArea area() {
    return area;
  }

  /**
   * @param at where the run stands, or is being moved to
   */
  void draw(MapShots.@Nullable Shot shot, Image image, LevelLabels labels, Place at) {
    graphics.axis(axes::draw);
    GraphicsContext g = graphics.context();
    g.save();
    Clip.to(g, area.left(), area.top(), area.width(), area.height());
    if (shot != null) {
      Raster.draw(g, image, area);
    }
    beyond();
    limit(Form.MOMENTUM, 0, new double[] {1.5, 3});
    if (chart.limits().size() > 1) {
      limit(chart.limits().get(1).form(), 1, new double[] {6, 4});
    }
    own();
    Place best = chart.map().best();
    double x = area.px(at.rate());
    double y = area.py(at.memory());
    reserve(x, y);
    reserve(area.px(best.rate()), area.py(best.memory()));
    room.avoid(this::isBeyond);
    if (shot != null) {
      labels.draw(graphics, area, shot, room, messages.numbers());
    }
    graphics.line(area.left(), y, area.right(), y, tokens.accent(), 1);
    graphics.line(x, area.top(), x, area.bottom(), tokens.accent(), 1);
    // Tags may lie on the hatching, where no number of a level does.
    MapMarks marks = new MapMarks(graphics, new Room(graphics, inside), area::contains);
    marks.minimum(area.px(best.rate()), area.py(best.memory()), false);
    marks.now(x, y, false);
    graphics.ring(x, y, graphics.stroke(11), tokens.accent(), 2);
    g.restore();
    marks.tag("here", here("stability.here", at), x, y, true);
    marks.tag(
        "best", here("stability.best", best), area.px(best.rate()), area.py(best.memory()), true);
    axes.base();
    heads(at);
  }

  private String here(String key, Place at) {
    double perDigit = chart.map().perDigit(at.rate(), at.memory());
    return Double.isInfinite(perDigit)
        ? messages.text("stability.diverges")
        : messages.text(key, Map.of("updates", messages.numbers().shown(perDigit, 3)));
  }

  private void reserve(double x, double y) {
    double r = graphics.stroke(12);
    room.take(new Rectangle2D(x - r, y - r, 2 * r, 2 * r));
  }

  private boolean isBeyond(Rectangle2D box) {
    double rate = area.xAt(box.getMaxX());
    double memory = area.yAt(box.getMaxY());
    return rate > chart.map().limit(Math.clamp(memory, 0, 1));
  }

  private double[][] line(Form form, double memoryShare) {
    double[][] line = new double[2][POINTS + 1];
    for (int i = 0; i <= POINTS; i++) {
      double memory = (double) i / POINTS;
      line[0][i] = area.px(chart.map().limit(form, memory * memoryShare));
      line[1][i] = area.py(memory);
    }
    return line;
  }

  /** Where it explodes. */
  private void beyond() {
    double[][] edge = line(chart.map().form(), 1);
    GraphicsContext g = graphics.context();
    g.save();
    g.beginPath();
    g.moveTo(area.right(), area.bottom());
    for (int i = 0; i <= POINTS; i++) {
      g.lineTo(Math.min(edge[0][i], area.right()), edge[1][i]);
    }
    g.lineTo(area.right(), area.top());
    g.closePath();
    g.setFill(tokens.danger().ink());
    g.fill();
    g.clip();
    double step = graphics.stroke(HATCH);
    Color hatch = tokens.danger().mark().deriveColor(0, 1, 1, 0.28);
    for (double d = area.left() - area.height(); d < area.right(); d += step) {
      graphics.line(d, area.bottom(), d + area.height(), area.top(), hatch, 1);
    }
    g.restore();
  }

  /**
   * The limit of another rule, as a line on the image.
   *
   * @param memoryShare 0 for a rule without memory
   */
  private void limit(Form form, double memoryShare, double[] dashes) {
    if (form == chart.map().form() && memoryShare > 0 || chart.map().form() == Form.AVERAGED) {
      return;
    }
    double[][] line = line(form, memoryShare);
    for (boolean rim : new boolean[] {true, false}) {
      stroke(
          line,
          rim ? tokens.onImage() : tokens.lossOutline(),
          rim ? 3.5 : 1.75,
          rim ? new double[0] : dashes);
    }
  }

  private void own() {
    stroke(line(chart.map().form(), 1), tokens.danger().mark(), 2.5);
  }

  private void stroke(double[][] line, Color color, double px, double... dashes) {
    GraphicsContext g = graphics.context();
    g.setStroke(color);
    g.setLineWidth(graphics.stroke(px));
    g.setLineDashes(graphics.stroked(dashes));
    g.strokePolyline(line[0], line[1], line[0].length);
    g.setLineDashes();
  }

  /** The limits at the memory of the run, above the map. */
  private void heads(Place at) {
    double memory = at.memory();
    if (chart.map().form() != Form.AVERAGED) {
      head(messages.text("stability.plain"), chart.map().limit(Form.MOMENTUM, 0), tokens.text());
    }
    for (StabilityModel.Limit limit : chart.limits().reversed()) {
      boolean own = limit.form() == chart.map().form();
      head(
          limit.name(),
          chart.map().limit(limit.form(), memory),
          own ? tokens.danger().mark() : tokens.text());
    }
  }

  private final java.util.ArrayList<Rectangle2D> taken = new java.util.ArrayList<>();

  private void head(String name, double rate, Color color) {
    RichText value = RichText.parse(messages.numbers().shown(rate, 3));
    RichText words = RichText.parse(name);
    double w =
        Math.max(
            graphics.width(words, 11, Weight.REGULAR), graphics.width(value, 11, Weight.SEMI_BOLD));
    double line = graphics.size(11) * 1.25;
    double top = area.top() - 2 * line - 4;
    double middle =
        Math.clamp(
            area.px(rate),
            area.left() + w / 2,
            Math.max(area.left() + w / 2, area.right() - w / 2));
    for (double shift : List.of(0.0, -w / 2 - 8, w / 2 + 8)) {
      Rectangle2D box = new Rectangle2D(middle + shift - w / 2, top, w, 2 * line);
      if (box.getMinX() < area.left() - 30
          || box.getMaxX() > area.right() + 12
          || taken.stream().anyMatch(t -> t.intersects(box))) {
        continue;
      }
      taken.add(
          new Rectangle2D(box.getMinX() - 6, box.getMinY(), box.getWidth() + 12, box.getHeight()));
      double x = middle + shift;
      graphics.plain(words, x, top + line * 0.8, 11, Weight.REGULAR, color, Align.CENTRE);
      graphics.plain(value, x, top + line * 1.8, 11, Weight.SEMI_BOLD, color, Align.CENTRE);
      return;
    }
  }
}
