package org.ladera.ui.step;

import java.util.List;
import javafx.animation.Interpolator;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.step.Grid;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * The way of some numbers: from their cells to where they meet, and what they give from there on.
 *
 * @param numbers where they leave
 * @param product whether they are multiplied where they meet
 * @param given what they come to
 * @param meeting where they meet
 * @param end where that goes
 */
record TermFlight(
    List<Number> numbers,
    boolean product,
    String given,
    Grid.Meaning meaning,
    Point2D meeting,
    Point2D end) {
  private static final double SIZE = 12;
  private static final double MET = 0.45;
  private static final double GIVEN = 0.62;
  private static final String TIMES = "\u00d7";

  /**
   * A number that leaves its cell.
   *
   * @param at the middle of the cell
   */
  record Number(String text, Grid.Meaning meaning, Point2D at) {}

  /** A single number on its way. */
  static TermFlight of(String text, Grid.Meaning meaning, Point2D from, Point2D to) {
    return new TermFlight(List.of(), false, text, meaning, from, to);
  }

  /**
   * @param share of the way, from 0 to 1
   */
  void draw(PlotGraphics graphics, double share) {
    if (!numbers.isEmpty() && share < GIVEN) {
      meet(graphics, Math.min(1, share / MET));
      return;
    }
    double from = numbers.isEmpty() ? 0 : GIVEN;
    Point2D at = between(meeting, end, (share - from) / (1 - from));
    chip(graphics, given, meaning, at, share > 0.92 ? (1 - share) / 0.08 : 1);
  }

  private void meet(PlotGraphics graphics, double share) {
    double sign = product ? graphics.width(TIMES, SIZE, Weight.REGULAR) + 8 : 6;
    double wide = (numbers.size() - 1) * sign;
    for (Number number : numbers) {
      wide += wide(graphics, number.text());
    }
    double left =
        Math.clamp(meeting.getX() - wide / 2, 2, Math.max(2, graphics.across() - wide - 2));
    for (int i = 0; i < numbers.size(); i++) {
      Number number = numbers.get(i);
      double own = wide(graphics, number.text());
      Point2D to = new Point2D(left + own / 2, meeting.getY());
      chip(graphics, number.text(), number.meaning(), between(number.at(), to, share), 1);
      if (i > 0 && product && share >= 1) {
        graphics.text(
            TIMES,
            left - sign / 2,
            meeting.getY() + graphics.drop(SIZE),
            SIZE,
            Weight.SEMI_BOLD,
            graphics.tokens().text(),
            Align.CENTRE);
      }
      left += own + sign;
    }
  }

  private static Point2D between(Point2D from, Point2D to, double share) {
    return new Point2D(
        Interpolator.EASE_BOTH.interpolate(from.getX(), to.getX(), share),
        Interpolator.EASE_BOTH.interpolate(from.getY(), to.getY(), share));
  }

  private static double wide(PlotGraphics graphics, String text) {
    return graphics.tabularWidth(text, SIZE, Weight.SEMI_BOLD) + 12;
  }

  private static void chip(
      PlotGraphics graphics, String text, Grid.Meaning meaning, Point2D at, double opacity) {
    Tokens tokens = graphics.tokens();
    GraphicsContext g = graphics.context();
    Color mark = MeaningColours.mark(meaning, tokens);
    double wide = wide(graphics, text);
    double tall = graphics.size(SIZE) + 12;
    double x = at.getX() - wide / 2;
    double y = at.getY() - tall / 2;
    g.setGlobalAlpha(Math.clamp(opacity, 0, 1));
    g.setFill(tokens.canvas().interpolate(mark, 0.16));
    g.fillRoundRect(x, y, wide, tall, 8, 8);
    g.setStroke(mark);
    g.setLineWidth(graphics.stroke(1.5));
    g.strokeRoundRect(x, y, wide, tall, 8, 8);
    graphics.tabular(
        text,
        at.getX(),
        at.getY() + graphics.drop(SIZE),
        SIZE,
        Weight.SEMI_BOLD,
        tokens.text(),
        Align.CENTRE);
    g.setGlobalAlpha(1);
  }
}
