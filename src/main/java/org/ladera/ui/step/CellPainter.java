package org.ladera.ui.step;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.step.Grid;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws the cells of a grid: their strength as a colour, and their number. */
final class CellPainter {
  private static final double SIZE = 12;

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
   */
  void draw(Grid grid, int row, int column, double greatest, Rectangle2D at) {
    double arc = 4;
    if (!model.update().isShown(model.place(), grid, row, column)) {
      g.setStroke(tokens.grid());
      g.setLineWidth(1);
      g.strokeRoundRect(
          at.getMinX() + 0.5, at.getMinY() + 0.5, at.getWidth() - 1, at.getHeight() - 1, arc, arc);
      return;
    }
    double value = grid.value(row, column);
    double strength = Double.isFinite(value) ? Math.min(1, Math.abs(value) / greatest) : 1;
    Color mark =
        !Double.isFinite(value)
            ? tokens.danger().mark()
            : grid.signed()
                ? value < 0 ? tokens.negative() : tokens.positive()
                : MeaningColours.mark(grid.meaning(), tokens);
    Color fill = tokens.canvas().interpolate(mark, 0.04 + (STRONGEST - 0.04) * strength);
    g.setFill(fill);
    g.fillRoundRect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight(), arc, arc);
    String text = number(value, greatest, grid.signed(), at.getWidth() - 6);
    double wide = graphics.tabularWidth(text, SIZE, Weight.REGULAR);
    double size = Math.min(SIZE, SIZE * (at.getWidth() - 4) / wide);
    graphics.tabular(
        text,
        at.getMinX() + at.getWidth() / 2,
        at.getMinY() + at.getHeight() / 2 + graphics.drop(size),
        size,
        Weight.REGULAR,
        readable(fill),
        Align.CENTRE);
  }

  /** Four decimals, fewer where they have no room; powers of ten where decimals say nothing. */
  private String number(double value, double greatest, boolean signed, double room) {
    Numbers numbers = messages.numbers();
    double size = Math.abs(value);
    String text = "";
    for (int decimals = 4; decimals >= 1; decimals--) {
      boolean whole = value == Math.rint(value) && size < 1000 && !signed;
      boolean fixed = value == 0 || (greatest >= 5e-3 && greatest < 1e4);
      text =
          !Double.isFinite(value) || !fixed
              ? numbers.shown(value, Math.max(2, decimals - 1))
              : whole ? numbers.whole((long) value) : numbers.fixed(value, decimals);
      text = signed && value > 0 ? "+" + text : text;
      if (graphics.tabularWidth(text, SIZE, Weight.REGULAR) <= room) {
        return text;
      }
    }
    return text;
  }

  /** Text or its opposite, whichever stands out more. */
  private Color readable(Color ground) {
    double light = luminance(ground);
    double dark = (light + 0.05) / (luminance(tokens.text()) + 0.05);
    double bright = (luminance(tokens.canvas()) + 0.05) / (light + 0.05);
    double text = Math.max(dark, 1 / dark);
    double canvas = Math.max(bright, 1 / bright);
    return text >= canvas ? tokens.text() : tokens.canvas();
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}
