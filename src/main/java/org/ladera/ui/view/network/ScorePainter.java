package org.ladera.ui.view.network;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.network.ProbabilitiesModel;
import org.ladera.present.network.ProbabilitiesModel.Score;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.ClassColours;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.decision.ClassMark;

/** Draws a {@link ProbabilitiesModel}: a row for each class, a column for each stage. */
final class ScorePainter {
  private static final double PADDING = 16;
  private static final double GAP = 20;
  private static final double NUMBER = 13;
  private static final double KNOB = 7;

  /** With shorter bars than this the exponentials give their room to scores and outputs. */
  private static final double LEAST_BAR = 40;

  /** Rows never stand further apart, so that a tall view stays one table. */
  private static final double TALLEST_ROW = 104;

  private static final List<ViewMark> COLUMNS =
      List.of(ViewMark.SCORES, ViewMark.EXPONENTIALS, ViewMark.SHARES);

  private final int[] places;
  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final ProbabilitiesModel model;
  private final boolean exponentials;
  private final double top;
  private final double bottom;
  private final double row;
  private final double[] left = new double[3];
  private final double[] bar = new double[3];
  private final double[] right = new double[3];

  ScorePainter(PlotGraphics graphics, Rectangle2D body, ProbabilitiesModel model) {
    this.graphics = graphics;
    this.model = model;
    g = graphics.context();
    tokens = graphics.tokens();
    double line = graphics.size(NUMBER);
    top = body.getMinY() + line * 2.2;
    bottom = body.getMaxY();
    int rows = Math.min(model.scores().size(), fitting(line));
    places = places(rows);
    row =
        Math.clamp(
            (bottom - line * 2.4 - top) / rows,
            line * 1.2,
            Math.max(line * 1.2, TALLEST_ROW * tokens.scale()));
    double from = body.getMinX() + PADDING + 2 * line;
    double all = body.getMaxX() - PADDING - from;
    double third = (all - 2 * GAP) / 3;
    double widest = Math.max(number(0), Math.max(number(1), number(2)));
    exponentials = model.softmax() && third - widest - 10 >= LEAST_BAR;
    double wide = exponentials ? third : (all - GAP) / 2;
    for (int c = 0, at = 0; c < 3; c++) {
      if (c == 1 && !exponentials) {
        continue;
      }
      left[c] = from + at++ * (wide + GAP);
      right[c] = left[c] + wide;
      // At the right end of its track a knob must not touch the number.
      bar[c] = Math.max(8, wide - number(c) - 10 - (c == 0 ? graphics.stroke(KNOB) : 0));
    }
  }

  private double number(int column) {
    double widest = 0;
    for (Score s : model.scores()) {
      String text =
          column == 0 ? s.shownNet() : column == 1 ? s.shownExponential() : s.shownOutput();
      widest = Math.max(widest, graphics.tabularWidth(text, NUMBER, Weight.SEMI_BOLD));
    }
    return widest;
  }

  /** Which score's track lies under a point, or −1. */
  int trackAt(double x, double y) {
    int at = (int) Math.floor((y - top) / row);
    boolean inside = x >= left[0] - 8 && x <= left[0] + bar[0] + 8;
    return inside && y >= top && at < places.length ? places[at] : -1;
  }

  /** How many rows have room; at least one. */
  private int fitting(double line) {
    return Math.max(1, (int) ((bottom - line * 2.4 - top) / (line * 1.2)));
  }

  /** The scores that are drawn, in their order: where not all have room, those with most output. */
  private int[] places(int rows) {
    return IntStream.range(0, model.scores().size())
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -model.scores().get(k).output()))
        .limit(rows)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** The score at a horizontal place of the track, within its range. */
  double netAt(double x) {
    double share = Math.clamp((x - left[0]) / bar[0], 0, 1);
    return model.low() + share * (model.high() - model.low());
  }

  /**
   * @param chosen the row with the keyboard, or −1
   * @param touched the row whose score is pointed at or moved, or −1
   */
  void draw(int chosen, int touched) {
    for (int c = 0; c < 3; c++) {
      if (bar[c] > 0) {
        graphics
            .marks()
            .put(
                COLUMNS.get(c),
                new Rectangle2D(left[c], top, right[c] - left[c], places.length * row));
        RichText name =
            graphics.fitting(
                RichText.parse(model.columns().get(c)), right[c] - left[c], 12, Weight.REGULAR);
        graphics.text(
            name,
            left[c],
            top - 8 * tokens.scale(),
            12,
            Weight.REGULAR,
            tokens.muted(),
            Align.LEFT);
      }
    }
    for (int at = 0; at < places.length; at++) {
      int k = places[at];
      score(model.scores().get(k), top + (at + 0.5) * row, k == chosen);
    }
    if (touched >= 0 && model.softmax() && !model.targets()) {
      ripple(model.ripple(touched));
    }
    sums();
  }

  /** What every share would do, as it goes on at the present slope, if the score rose by 1. */
  private void ripple(double[] slopes) {
    double thick = Math.min(row * 0.55, graphics.size(44));
    for (int at = 0; at < places.length; at++) {
      int k = places[at];
      double share = Math.clamp(model.scores().get(k).output(), 0, 1);
      double y = top + (at + 0.5) * row + thick / 2 + 5 * tokens.scale();
      arrow(share, share + slopes[k], y, tokens.gradient().mark());
    }
  }

  private void score(Score s, double y, boolean chosen) {
    double thick = Math.min(row * 0.55, graphics.size(44));
    Color own =
        !s.name().isEmpty()
            ? tokens.input().mark()
            : s.group() < 0 ? tokens.accent() : ClassColours.of(tokens, s.group()).mark();
    if (!s.name().isEmpty()) {
      graphics.text(
          graphics.fitting(
              RichText.parse(s.name()), 2 * graphics.size(NUMBER), NUMBER, Weight.SEMI_BOLD),
          left[0] - graphics.size(NUMBER) * 1.2,
          y + graphics.drop(NUMBER),
          NUMBER,
          Weight.SEMI_BOLD,
          tokens.text(),
          Align.CENTRE);
    } else if (s.group() >= 0) {
      ClassMark.draw(
          graphics,
          left[0] - graphics.size(NUMBER) * 1.2,
          y,
          graphics.stroke(6.5),
          s.group(),
          tokens.canvas(),
          1);
    }
    if (s.target()) {
      // In low rows it must not reach into the names above and below.
      double around = Math.min(graphics.stroke(10), row / 2);
      graphics.ring(left[0] - graphics.size(NUMBER) * 1.2, y, around, tokens.accent(), 1.75);
    }
    track(s, y, chosen);
    value(s.shownNet(), 0, y, tokens.netInput().ink());
    if (exponentials) {
      g.setFill(tokens.netInput().mark());
      g.fillRoundRect(left[1], y - thick / 2, Math.max(2, bar[1] * s.exponential()), thick, 3, 3);
      value(s.shownExponential(), 1, y, tokens.text());
    }
    g.setFill(tokens.inset());
    g.fillRoundRect(left[2], y - thick / 2, bar[2], thick, 3, 3);
    g.setFill(own);
    double share = Math.clamp(s.output(), 0, 1);
    if (share > 0) {
      g.fillRoundRect(left[2], y - thick / 2, Math.max(2, bar[2] * share), thick, 3, 3);
    }
    value(s.shownOutput(), 2, y, tokens.text());
    if (model.targets()) {
      towardsTarget(share, s.target() ? 1 : 0, y + thick / 2 + 5 * tokens.scale());
    }
  }

  /** From what the output is to what it should be: as long as a − y, against δ. */
  private void towardsTarget(double share, double target, double y) {
    arrow(share, target, y, tokens.delta().mark());
    double to = left[2] + bar[2] * target;
    graphics.line(
        to, y - 6 * tokens.scale(), to, y + 6 * tokens.scale(), tokens.delta().mark(), 1.5);
  }

  /** Between two shares, below their bar. */
  private void arrow(double share, double target, double y, Color color) {
    double from = left[2] + bar[2] * share;
    double to = left[2] + bar[2] * target;
    double head = Math.min(graphics.stroke(8), Math.abs(to - from));
    double back = to - Math.copySign(head, to - from);
    graphics.line(from, y, back, y, color, 2.5);
    g.setFill(color);
    double half = head * 0.55;
    g.fillPolygon(new double[] {to, back, back}, new double[] {y, y - half, y + half}, 3);
  }

  /** All of a column in one bar: what each class has of the sum. */
  private void stacked(int column, double y) {
    double sum = model.scores().stream().mapToDouble(s -> share(s, column)).sum();
    double thick = graphics.stroke(8);
    double x = left[column];
    for (Score s : model.scores()) {
      double wide = sum > 0 ? bar[column] * share(s, column) / sum : 0;
      g.setFill(s.group() < 0 ? tokens.accent() : ClassColours.of(tokens, s.group()).mark());
      g.fillRect(x, y, wide, thick);
      x += wide;
    }
  }

  private static double share(Score s, int column) {
    return column == 1 ? s.exponential() : Math.max(0, s.output());
  }

  private void track(Score s, double y, boolean chosen) {
    double zero = place(0);
    double now = place(s.net());
    Color line = s.weight().isPresent() ? tokens.accent() : tokens.netInput().ink();
    graphics.line(left[0], y, left[0] + bar[0], y, tokens.inset(), 4);
    graphics.line(Math.min(zero, now), y, Math.max(zero, now), y, line, 4);
    graphics.line(zero, y - 8 * tokens.scale(), zero, y + 8 * tokens.scale(), tokens.muted(), 1);
    if (s.weight().isPresent()) {
      double r = graphics.stroke(KNOB);
      graphics.disc(now, y, r, tokens.canvas(), line, 2);
      if (chosen) {
        graphics.ring(now, y, r + 5, tokens.accent(), 1.5);
      }
    }
  }

  private double place(double net) {
    double share = Math.clamp((net - model.low()) / (model.high() - model.low()), 0, 1);
    return left[0] + bar[0] * share;
  }

  private void value(String text, int column, double y, Color color) {
    double w = graphics.tabularWidth(text, NUMBER, Weight.SEMI_BOLD);
    double x = column == 1 ? left[1] + bar[1] + 10 : right[column] - w;
    graphics.tabular(
        text, x, y + graphics.drop(NUMBER), NUMBER, Weight.SEMI_BOLD, color, Align.LEFT);
  }

  private void sums() {
    double y = top + places.length * row + 4 * tokens.scale();
    graphics.line(
        left[0], PlotGraphics.crisp(y), right[2], PlotGraphics.crisp(y), tokens.separator(), 1);
    double base = y + graphics.size(NUMBER) * 1.5;
    if (base + 4 > bottom) {
      return;
    }
    double under = base + 10 * tokens.scale();
    if (exponentials && under + graphics.stroke(8) + 8 < bottom) {
      stacked(1, under);
      stacked(2, under);
    }
    double next = exponentials ? left[1] : left[2];
    say(model.sums().hint(), left[0], base, next - left[0] - 8, Align.LEFT);
    double end = right[2] - graphics.width(model.sums().outputs(), 12, Weight.REGULAR);
    if (exponentials) {
      say(model.sums().exponentials(), left[1], base, end - left[1] - 8, Align.LEFT);
    }
    say(model.sums().outputs(), right[2], base, right[2] - left[0], Align.RIGHT);
  }

  /** Nothing where there is less room than the whole text takes: half a number would mislead. */
  private void say(String text, double x, double base, double room, Align align) {
    if (!text.isEmpty() && graphics.width(text, 12, Weight.REGULAR) <= room) {
      graphics.text(text, x, base, 12, Weight.REGULAR, tokens.muted(), align);
    }
  }
}
