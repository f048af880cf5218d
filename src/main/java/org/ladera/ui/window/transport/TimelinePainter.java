package org.ladera.ui.window.transport;

import java.util.Comparator;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.plot.Scale;
import org.ladera.present.plot.Tick;
import org.ladera.present.plot.Ticks;
import org.ladera.present.time.TimelineModel;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * Draws a {@link TimelineModel}: the loss as filled ground, the past darker than what was rewound,
 * the losses of other branches as dashed lines, each mark in a shape of its own, the present as a
 * thumb.
 */
final class TimelinePainter {
  private static final double SIDE = 8;
  private static final double AXIS = 19;
  private static final double TOP = 4;
  private static final double[] DASHES = {5, 3};

  /** Below this width the name of a branch would hide the curve. */
  private static final double NAMED = 260;

  private final GraphicsContext g;
  private final TimelineModel timeline;
  private final Tokens tokens;
  private final Numbers numbers;
  private final PlotGraphics graphics;
  private final double width;
  private final double height;
  private final double bottom;

  TimelinePainter(SharpCanvas canvas, TimelineModel timeline, Tokens tokens, Numbers numbers) {
    this.timeline = timeline;
    this.tokens = tokens;
    this.numbers = numbers;
    g = canvas.getGraphicsContext2D();
    graphics = new PlotGraphics(g, tokens);
    width = canvas.getWidth();
    height = canvas.getHeight();
    bottom = height - graphics.size(AXIS);
  }

  double x(double epoch) {
    return SIDE + (width - 2 * SIDE) * epoch / Math.max(timeline.end(), 1);
  }

  double epoch(double x) {
    return Math.clamp((x - SIDE) / Math.max(1, width - 2 * SIDE), 0, 1) * timeline.end();
  }

  /** The mark nearest to a place, at most {@code most} pixels away. */
  Optional<TimelineModel.Mark> near(double x, double most) {
    return timeline.marks().stream()
        .filter(m -> Math.abs(x(m.epoch()) - x) <= most)
        .min(Comparator.comparingDouble(m -> Math.abs(x(m.epoch()) - x)));
  }

  void draw(boolean focused) {
    g.clearRect(0, 0, width, height);
    g.setFill(tokens.inset());
    g.fillRect(SIDE, TOP, width - 2 * SIDE, bottom - TOP);
    ground(x(timeline.now()), x(timeline.reached()));
    timeline.ghosts().forEach(this::ghost);
    g.setStroke(tokens.controlBorder());
    g.setLineWidth(1);
    g.strokeLine(SIDE, PlotGraphics.crisp(bottom), width - SIDE, PlotGraphics.crisp(bottom));
    ticks();
    timeline.marks().forEach(this::mark);
    name();
    thumbLine();
    if (focused) {
      g.setStroke(tokens.accent());
      g.setLineWidth(2);
      g.strokeRoundRect(1, 1, width - 2, height - 2, 8, 8);
    }
  }

  private void ground(double now, double reached) {
    if (timeline.epochs().length < 2) {
      return;
    }
    fill(SIDE, now, 0.9);
    fill(now, reached, 0.35);
    g.setStroke(tokens.loss().ink());
    g.setLineWidth(1.25);
    line(timeline.epochs(), timeline.heights());
  }

  private void ghost(TimelineModel.Ghost ghost) {
    if (ghost.epochs().length < 2) {
      return;
    }
    g.setStroke(ghost.compared() ? tokens.accent() : tokens.weight().ink());
    g.setLineWidth(graphics.stroke(ghost.compared() ? 1.75 : 1.25));
    g.setLineDashes(graphics.stroked(DASHES));
    line(ghost.epochs(), ghost.heights());
    g.setLineDashes();
  }

  private void line(double[] epochs, double[] heights) {
    g.beginPath();
    for (int i = 0; i < epochs.length; i++) {
      double px = x(epochs[i]);
      if (i == 0) {
        g.moveTo(px, y(heights[i]));
      } else {
        g.lineTo(px, y(heights[i]));
      }
    }
    g.stroke();
  }

  private void fill(double from, double to, double strength) {
    if (to <= from) {
      return;
    }
    g.save();
    Clip.to(g, from, TOP, to - from, bottom - TOP);
    g.beginPath();
    g.moveTo(x(timeline.epochs()[0]), bottom);
    int last = timeline.epochs().length - 1;
    for (int i = 0; i <= last; i++) {
      g.lineTo(x(timeline.epochs()[i]), y(timeline.heights()[i]));
    }
    g.lineTo(x(timeline.epochs()[last]), bottom);
    g.closePath();
    Color gold = tokens.loss().mark();
    g.setFill(gold.deriveColor(0, 1, 1, strength));
    g.fill();
    g.restore();
  }

  private double y(double share) {
    return bottom - 1 - share * (bottom - TOP - 3);
  }

  private void ticks() {
    double right = Double.NEGATIVE_INFINITY;
    for (Tick tick : Ticks.of(Scale.linear(0, Math.max(timeline.end(), 1)), numbers)) {
      String text = tick.label();
      double half = graphics.width(text, 11, Type.Weight.REGULAR) / 2;
      double middle =
          Math.clamp(x(tick.value()), SIDE + half, Math.max(SIDE + half, width - SIDE - half));
      if (middle - half > right + 8) {
        graphics.text(
            text,
            middle,
            height - 3,
            11,
            Type.Weight.REGULAR,
            tokens.muted(),
            PlotGraphics.Align.CENTRE);
        right = middle + half;
      }
    }
  }

  private void mark(TimelineModel.Mark mark) {
    double px = x(mark.epoch());
    double r = graphics.stroke(4);
    switch (mark.kind()) {
      case START -> {
        g.setFill(tokens.muted());
        g.fillRect(px - 1, bottom - 2 * r, 2, 2 * r);
      }
      case EDIT -> {
        double middle = bottom - 2 * r;
        double[] xs = {px - r, px, px + r, px};
        double[] ys = {middle, middle - r, middle, middle + r};
        polygon(xs, ys, tokens.canvas(), tokens.text());
      }
      case BRANCH -> {
        double py = Math.clamp(lossAt(mark.epoch()), TOP + r, bottom - r);
        graphics.disc(px, py, r, tokens.canvas(), tokens.text(), 1.5);
      }
      case BEST -> {
        double[] xs = {px - r, px + r, px};
        double[] ys = {bottom - 2 * r, bottom - 2 * r, bottom};
        polygon(xs, ys, tokens.loss().mark(), tokens.loss().ink());
      }
      case VALIDATION -> {
        double[] xs = {px - r, px + r, px};
        double[] ys = {bottom - 2 * r, bottom - 2 * r, bottom};
        polygon(xs, ys, tokens.canvas(), tokens.loss().ink());
      }
      case DIVERGENCE -> {
        g.setStroke(tokens.danger().mark());
        g.setLineWidth(2);
        g.strokeLine(px, TOP, px, bottom);
        g.strokeLine(px - r, TOP, px + r, TOP + 2 * r);
        g.strokeLine(px + r, TOP, px - r, TOP + 2 * r);
      }
    }
  }

  private void polygon(double[] xs, double[] ys, Color fill, Color edge) {
    g.setFill(fill);
    g.fillPolygon(xs, ys, xs.length);
    g.setStroke(edge);
    g.setLineWidth(1.25);
    g.strokePolygon(xs, ys, xs.length);
  }

  /** The height of the run's own curve at an epoch. */
  private double lossAt(double epoch) {
    double[] epochs = timeline.epochs();
    for (int i = 0; i < epochs.length; i++) {
      if (epochs[i] >= epoch) {
        return y(timeline.heights()[i]);
      }
    }
    return epochs.length == 0 ? bottom : y(timeline.heights()[epochs.length - 1]);
  }

  /** The name of the branch that matters most: the compared one, else the newest. */
  private void name() {
    if (width < NAMED || timeline.ghosts().isEmpty()) {
      return;
    }
    TimelineModel.Ghost ghost = timeline.ghosts().getLast();
    RichText words = RichText.parse(ghost.label());
    double w = graphics.width(words, 11, Type.Weight.REGULAR);
    if (w > width - 6 * SIDE || ghost.epochs().length < 2) {
      return;
    }
    Color ink = ghost.compared() ? tokens.accent() : tokens.weight().ink();
    double left = Math.clamp(x(timeline.end() * 0.62) - w / 2, 3 * SIDE, width - SIDE - w - 4);
    double base = TOP + graphics.size(11);
    g.setFill(tokens.inset());
    g.fillRect(left - 2, TOP, w + 4, graphics.size(11) + 3);
    graphics.plain(words, left, base, 11, Type.Weight.REGULAR, ink, PlotGraphics.Align.LEFT);
  }

  private void thumbLine() {
    double px = x(timeline.now());
    g.setStroke(tokens.accent());
    g.setLineWidth(2);
    g.strokeLine(px, TOP - 3, px, bottom);
    graphics.disc(px, bottom, 6, tokens.canvas(), tokens.accent(), 2);
  }
}
