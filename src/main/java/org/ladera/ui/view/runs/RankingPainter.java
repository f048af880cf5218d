package org.ladera.ui.view.runs;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.runs.RankingModel;
import org.ladera.present.runs.RankingModel.Place;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.RunMark;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * Draws a ranking: at the left who was expected where, at the right who came, with lines between.
 */
final class RankingPainter {
  private static final double SIDE = 16;
  private static final double TEXT = 12;
  private static final double HEAD = 11;
  private static final double TALLEST = 34;

  /** With less room the predicted order is left to the lines of its card. */
  private static final double BOTH = 380;

  private static final double GAP = 14;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final Rectangle2D body;
  private final RankingModel model;
  private final double top;
  private final double row;
  private final double mark;

  /** Where the marks of those that came stand. */
  private final double left;

  private final double lossRight;
  private final double behindRight;
  private final double epochRight;

  RankingPainter(PlotGraphics graphics, Rectangle2D body, RankingModel model) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    tokens = graphics.tokens();
    mark = graphics.stroke(5.5);
    top = body.getMinY() + graphics.size(HEAD) * 1.9;
    int rows = Math.max(1, model.places().size());
    row =
        Math.min(
            TALLEST * Math.max(1, graphics.size(TEXT) / TEXT), (body.getMaxY() - 6 - top) / rows);
    lossRight = body.getMaxX() - SIDE;
    behindRight =
        lossRight - column(model.places().stream().map(Place::loss), model.words().loss());
    epochRight = behindRight - column(model.places().stream().map(Place::behind), "");
    boolean both =
        !model.predicted().isEmpty() && body.getWidth() >= BOTH * graphics.size(TEXT) / TEXT;
    left = both ? body.getMinX() + 0.42 * body.getWidth() : body.getMinX() + SIDE + mark;
  }

  private double column(java.util.stream.Stream<String> cells, String head) {
    double widest = graphics.width(RichText.parse(head), HEAD, Weight.REGULAR);
    for (String cell : cells.toList()) {
      widest = Math.max(widest, graphics.tabularWidth(cell, TEXT, Weight.REGULAR));
    }
    return widest == 0 ? 0 : widest + GAP;
  }

  /** The run whose row is at this height. */
  Optional<Place> at(double y) {
    int index = (int) Math.floor((y - top) / row);
    return index < 0 || index >= model.places().size()
        ? Optional.empty()
        : Optional.of(model.places().get(index));
  }

  private double middle(int index) {
    return top + (index + 0.5) * row;
  }

  void draw() {
    head(model.words().arrived(), left - mark, Align.LEFT);
    head(model.words().epoch(), epochRight, Align.RIGHT);
    head(model.words().loss(), lossRight, Align.RIGHT);
    for (int i = 0; i < model.places().size(); i++) {
      place(i, model.places().get(i));
    }
    if (left > body.getMinX() + SIDE + mark) {
      predicted();
    }
  }

  private void head(String words, double x, Align align) {
    graphics.text(
        RichText.parse(words),
        x,
        body.getMinY() + graphics.size(HEAD) * 1.05,
        HEAD,
        Weight.REGULAR,
        tokens.muted(),
        align);
  }

  private void place(int index, Place place) {
    double y = middle(index);
    double base = y + graphics.drop(TEXT);
    GraphicsContext g = graphics.context();
    if (place.lit()) {
      g.setFill(tokens.inset());
      g.fillRoundRect(
          left - mark - 8, y - row / 2 + 1, body.getMaxX() - 8 - left + mark + 8, row - 2, 8, 8);
    }
    Weight weight = place.lit() ? Weight.SEMI_BOLD : Weight.REGULAR;
    Color ink = place.ghost() ? tokens.faint() : tokens.text();
    g.setGlobalAlpha(place.ghost() ? 0.5 : 1);
    RunMark.draw(graphics, left, y, place.look(), mark, tokens.canvas());
    g.setGlobalAlpha(1);
    double from = left + mark + 8;
    double widest =
        epochRight - graphics.tabularWidth(place.epoch(), TEXT, Weight.SEMI_BOLD) - 8 - from;
    graphics.text(
        graphics.fitting(RichText.parse(place.name()), widest, TEXT, weight),
        from,
        base,
        TEXT,
        weight,
        ink,
        Align.LEFT);
    Color arrived = place.ghost() ? tokens.faint() : tokens.success().mark();
    graphics.tabular(
        place.epoch(),
        epochRight,
        base,
        TEXT,
        place.arrived() && !place.ghost() ? Weight.SEMI_BOLD : Weight.REGULAR,
        place.arrived() ? arrived : tokens.muted(),
        Align.RIGHT);
    graphics.tabular(
        place.behind(), behindRight, base, TEXT, Weight.REGULAR, tokens.muted(), Align.RIGHT);
    graphics.tabular(
        place.loss(), lossRight, base, TEXT, Weight.REGULAR, tokens.muted(), Align.RIGHT);
  }

  private void predicted() {
    head(model.words().predicted(), body.getMinX() + SIDE, Align.LEFT);
    List<Place> came = model.places();
    double number = body.getMinX() + SIDE;
    double x = number + graphics.width("8", TEXT, Weight.REGULAR) + 8 + mark;
    for (int i = 0; i < model.predicted().size(); i++) {
      Place place = model.of(model.predicted().get(i));
      int index =
          IntStream.range(0, came.size())
              .filter(k -> came.get(k) == place)
              .findFirst()
              .orElseThrow();
      double y = middle(i);
      double base = y + graphics.drop(TEXT);
      graphics.tabular(
          Integer.toString(i + 1), number, base, TEXT, Weight.REGULAR, tokens.muted(), Align.LEFT);
      RunMark.draw(graphics, x, y, place.look(), mark, tokens.canvas());
      double from = x + mark + 8;
      RichText name =
          graphics.fitting(
              RichText.parse(place.name()), left - mark - 56 - from, TEXT, Weight.REGULAR);
      graphics.text(name, from, base, TEXT, Weight.REGULAR, tokens.text(), Align.LEFT);
      double begin = from + graphics.width(name, TEXT, Weight.REGULAR) + 8;
      curve(begin, y, left - mark - 10, middle(index), place);
    }
  }

  private void curve(double x1, double y1, double x2, double y2, Place place) {
    GraphicsContext g = graphics.context();
    double turn = Math.max(x1, x2 - 46);
    g.setStroke(RunMark.ink(tokens, place.look()));
    g.setLineWidth(graphics.stroke(place.lit() ? 2.75 : 1.5));
    g.setLineDashes(graphics.stroked(RunMark.dashes(tokens, place.look())));
    g.beginPath();
    g.moveTo(x1, y1);
    g.lineTo(turn, y1);
    g.bezierCurveTo((turn + x2) / 2, y1, (turn + x2) / 2, y2, x2, y2);
    g.stroke();
    g.setLineDashes();
  }
}
