package org.ladera.ui.step;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.step.Grid;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.text.NumberBlock;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws the cells of a grid: their strength as a colour, and their number. */
final class CellPainter {
  private static final double SIZE = 12;
  private static final double ARC = 4;

  /** Numbers shrink by whole steps: JavaFX keeps the letters of every size. */
  private static final double STEP = 0.25;

  /** The strongest cell leaves its number readable. */
  private static final double STRONGEST = 0.72;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final StepModel model;
  private final Messages messages;

  CellPainter(PlotGraphics graphics, StepModel model) {
    this.graphics = graphics;
    this.model = model;
    g = graphics.context();
    tokens = graphics.tokens();
    messages = model.update().style().messages();
  }

  /**
   * @param greatest the greatest size of a number that is seen in the grid
   * @param block how its numbers are written
   */
  void draw(Grid grid, int row, int column, double greatest, NumberBlock block, Rectangle2D at) {
    if (!model.update().isShown(model.place(), grid, row, column)) {
      empty(at);
      return;
    }
    draw(grid, grid.value(row, column), greatest, block, at);
  }

  /** The cell with a number that its element has come to so far. */
  void draw(Grid grid, double value, double greatest, NumberBlock block, Rectangle2D at) {
    double strength = Double.isFinite(value) ? Math.min(1, Math.abs(value) / greatest) : 1;
    Color mark = mark(grid, value);
    Color fill =
        value == 0 && grid.tiles().isPresent()
            ? tokens.inset()
            : tokens.canvas().interpolate(mark, 0.04 + (STRONGEST - 0.04) * strength);
    g.setFill(fill);
    g.fillRoundRect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight(), ARC, ARC);
    String text = block.text(value);
    double wide = graphics.tabularWidth(text, SIZE, Weight.REGULAR);
    double fits = Math.floor(SIZE * (at.getWidth() - 4) / wide / STEP) * STEP;
    double size = Math.clamp(fits, STEP, SIZE);
    graphics.tabular(
        text,
        at.getMinX() + at.getWidth() / 2,
        at.getMinY() + at.getHeight() / 2 + graphics.drop(size),
        size,
        Weight.REGULAR,
        tokens.readableOn(fill),
        Align.CENTRE);
  }

  /** A pixel of a picture: its strength alone. */
  void dot(Grid grid, int row, int column, double greatest, Rectangle2D at) {
    if (!model.update().isShown(model.place(), grid, row, column)) {
      return;
    }
    double value = grid.value(row, column);
    double strength = Double.isFinite(value) ? Math.min(1, Math.abs(value) / greatest) : 1;
    g.setFill(tokens.inset().interpolate(mark(grid, value), strength));
    g.fillRect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
  }

  private Color mark(Grid grid, double value) {
    return !Double.isFinite(value)
        ? tokens.danger().mark()
        : grid.signed() ? signed(value) : MeaningColours.mark(grid.meaning(), tokens);
  }

  /** A cell that waits for its number. */
  void empty(Rectangle2D at) {
    g.setStroke(tokens.grid());
    g.setLineWidth(1);
    g.strokeRoundRect(
        at.getMinX() + 0.5, at.getMinY() + 0.5, at.getWidth() - 1, at.getHeight() - 1, ARC, ARC);
  }

  /** Zero is neither. */
  private Color signed(double value) {
    return value == 0 ? tokens.canvas() : value < 0 ? tokens.negative() : tokens.positive();
  }

  /**
   * How the numbers that are seen of a grid are written: four decimals, fewer where they have no
   * room.
   */
  NumberBlock block(Grid grid, CellWindow window, double room) {
    NumberBlock.Gathered all = new NumberBlock.Gathered();
    window.forEach((r, c) -> all.accept(grid.value(r, c)));
    NumberBlock block = all.block(messages.numbers(), grid.signed(), 1);
    for (int decimals = 4; decimals >= 1; decimals--) {
      NumberBlock tried = all.block(messages.numbers(), grid.signed(), decimals);
      double[] widest = {0};
      window.forEach(
          (r, c) ->
              widest[0] =
                  Math.max(
                      widest[0],
                      graphics.tabularWidth(tried.text(grid.value(r, c)), SIZE, Weight.REGULAR)));
      block = tried;
      if (widest[0] <= room) {
        break;
      }
    }
    return block;
  }
}
