package org.ladera.ui.view.runs;

import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.ladera.present.runs.MemoryModel;
import org.ladera.present.runs.MemoryModel.Bar;
import org.ladera.present.runs.MemoryModel.Block;
import org.ladera.present.runs.MemoryModel.Line;
import org.ladera.text.RichText;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.RunMark;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.ViewContext;

/**
 * What rules keep of each parameter, as bars: a block for each run, a column for each parameter.
 */
public final class MemoryView extends CardView<MemoryModel> {
  private static final double SIDE = 16;
  private static final double TEXT = 12;
  private static final double HEAD = 11;
  private static final double GAP = 18;
  private static final double TALLEST = 34;

  /** The least height of a line, in heights of its letters. */
  private static final double LINE = 1.5;

  private static final double STEP = 24;

  /** A number with three digits as long as it may become; it must not move the bars. */
  private static final String WIDEST = "−0.00·10⁻⁰";

  /** A block is not made narrower than this while others could stand below it. */
  private static final double NARROW = 260;

  /** How far the blocks are scrolled, where they are taller than the card. */
  private double scroll;

  private double tooTall;

  public MemoryView(ViewContext context) {
    super(context);
    card.setAccessibleRole(AccessibleRole.TEXT);
  }

  @Override
  protected void listen() {
    card.setOnMousePressed(e -> card.requestFocus());
    card.setOnScroll(
        e -> {
          if (scroll(-e.getDeltaY())) {
            e.consume();
          }
        });
    card.setOnKeyPressed(
        e -> {
          boolean down = e.getCode() == KeyCode.DOWN;
          if (e.getTarget() == card
              && (down || e.getCode() == KeyCode.UP)
              && scroll(down ? STEP : -STEP)) {
            e.consume();
          }
        });
  }

  /** False where there is nothing more to see. */
  private boolean scroll(double by) {
    double next = Math.clamp(scroll + by, 0, tooTall);
    boolean moves = next != scroll;
    scroll = next;
    card.repaint();
    return moves;
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    if (model.blocks().isEmpty() || model.parameters().isEmpty()) {
      return;
    }
    int blocks = model.blocks().size();
    int most = model.blocks().stream().mapToInt(b -> b.lines().size()).max().orElse(1) + 2;
    double least = graphics.size(TEXT) * LINE;
    int columns = 1;
    while (columns < blocks
        && Math.ceilDiv(blocks, columns) * most * least > body.getHeight()
        && (body.getWidth() - SIDE) / (columns + 1) >= NARROW * graphics.size(TEXT) / TEXT) {
      columns++;
    }
    int rows = Math.ceilDiv(blocks, columns);
    double wide = (body.getWidth() - SIDE) / columns;
    double high = Math.max((body.getHeight() - 8) / rows, (most - 0.4) * least);
    tooTall = Math.max(0, rows * high + 8 - body.getHeight());
    scroll = Math.clamp(scroll, 0, tooTall);
    GraphicsContext g = graphics.context();
    g.save();
    Clip.to(g, body.getMinX(), body.getMinY(), body.getWidth(), body.getHeight());
    for (int i = 0; i < blocks; i++) {
      double x = body.getMinX() + SIDE + (i % columns) * wide;
      double y = body.getMinY() + (i / columns) * high - scroll;
      block(graphics, model.blocks().get(i), new Rectangle2D(x, y, wide - SIDE, high), most, body);
    }
    g.restore();
    if (tooTall > 0) {
      double size = body.getHeight() * body.getHeight() / (body.getHeight() + tooTall);
      double top = body.getMinY() + (body.getHeight() - size) * scroll / tooTall;
      g.setFill(graphics.tokens().controlBorder());
      g.fillRoundRect(body.getMaxX() - 7, top, 4, size, 4, 4);
    }
  }

  private void block(
      PlotGraphics graphics, Block block, Rectangle2D place, int most, Rectangle2D body) {
    Tokens tokens = graphics.tokens();
    double line =
        Math.max(
            graphics.size(TEXT) * LINE,
            Math.min(TALLEST * graphics.size(TEXT) / TEXT, place.getHeight() / most));
    double names = 0;
    for (Line l : block.lines()) {
      names = Math.max(names, graphics.width(RichText.parse(l.name()), TEXT, Weight.REGULAR));
    }
    double left = place.getMinX() + names + GAP;
    double column = (place.getMaxX() - left) / model.parameters().size();
    double y = place.getMinY() + line / 2;
    if (!block.name().isEmpty() && isSeen(y, line, body)) {
      double r = graphics.stroke(5.5);
      RunMark.draw(graphics, place.getMinX() + r, y, block.look(), r, tokens.canvas());
      graphics.text(
          graphics.fitting(
              RichText.parse(block.name()),
              left + middle(graphics, column) - place.getMinX() - 2 * r - 24,
              TEXT,
              Weight.SEMI_BOLD),
          place.getMinX() + 2 * r + 8,
          y + graphics.drop(TEXT),
          TEXT,
          block.lit() ? Weight.SEMI_BOLD : Weight.MEDIUM,
          tokens.text(),
          Align.LEFT);
    }
    for (int p = 0; p < model.parameters().size() && isSeen(y, line, body); p++) {
      graphics.text(
          RichText.parse(model.parameters().get(p)),
          left + p * column + middle(graphics, column),
          y + graphics.drop(HEAD),
          HEAD,
          Weight.REGULAR,
          tokens.muted(),
          Align.CENTRE);
    }
    for (Line l : block.lines()) {
      y += line;
      if (!isSeen(y, line, body)) {
        continue;
      }
      graphics.text(
          RichText.parse(l.name()),
          place.getMinX(),
          y + graphics.drop(TEXT),
          TEXT,
          Weight.REGULAR,
          tokens.text(),
          Align.LEFT);
      for (int p = 0; p < l.bars().size(); p++) {
        bar(graphics, l, l.bars().get(p), left + p * column, y, column, line);
      }
    }
  }

  /** What would be cut is left out. */
  private static boolean isSeen(double y, double line, Rectangle2D body) {
    return y - line / 2 >= body.getMinY() - 1 && y + line / 2 <= body.getMaxY() + 1;
  }

  /** Where 0 lies in a column: in the middle of what is left beside the number. */
  private static double middle(PlotGraphics graphics, double column) {
    double number = graphics.tabularWidth(WIDEST, TEXT, Weight.REGULAR);
    return Math.max(4, (column - number - 10) / 2);
  }

  private static void bar(
      PlotGraphics graphics, Line line, Bar bar, double x, double y, double column, double height) {
    Tokens tokens = graphics.tokens();
    GraphicsContext g = graphics.context();
    double half = middle(graphics, column);
    double zero = x + half;
    double thick = Math.min(graphics.stroke(12), 0.55 * height);
    double length = bar.share() * (half - 2);
    g.setFill(colour(line, tokens));
    g.fillRect(Math.min(zero, zero + length), y - thick / 2, Math.abs(length), thick);
    double axis = PlotGraphics.crisp(zero);
    graphics.line(axis, y - height / 2 + 1, axis, y + height / 2 - 1, tokens.controlBorder(), 1);
    graphics.tabular(
        bar.shown(),
        x + column - 8,
        y + graphics.drop(TEXT),
        TEXT,
        Weight.REGULAR,
        tokens.muted(),
        Align.RIGHT);
  }

  private static Color colour(Line line, Tokens tokens) {
    return switch (line.meaning()) {
      case GRADIENT -> tokens.gradient().mark();
      case MEMORY -> tokens.weight().mark();
      case RATE -> tokens.accent();
      case STEP -> tokens.loss().mark();
    };
  }
}
