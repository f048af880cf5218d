package org.ladera.ui.view.activation;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.present.activation.DerivationModel;
import org.ladera.present.activation.DerivationModel.Line;
import org.ladera.text.RichText;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.ViewContext;

/** A proof line by line: the formula, the same with its numbers, and what each line comes to. */
public final class DerivationView extends CardView<DerivationModel> {
  private static final double PADDING = 16;
  private static final double FORMULA = 14;
  private static final double NUMBERS = 12;

  /** Lines never stand further apart, so that a tall view stays one proof. */
  private static final double TALLEST = 68;

  public DerivationView(ViewContext context) {
    super(context);
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    Tokens tokens = graphics.tokens();
    if (!model.missing().isEmpty()) {
      graphics.text(
          model.missing(),
          body.getMinX() + body.getWidth() / 2,
          body.getMinY() + body.getHeight() / 2,
          14,
          Weight.SEMI_BOLD,
          tokens.text(),
          Align.CENTRE);
      return;
    }
    List<Line> lines = model.lines();
    double foot = graphics.size(NUMBERS) * 2.2;
    double tall =
        Math.min((body.getHeight() - foot) / lines.size(), TALLEST * Math.max(1, tokens.scale()));
    for (int i = 0; i < lines.size(); i++) {
      line(graphics, body, lines.get(i), body.getMinY() + i * tall, tall, i);
    }
    double y = body.getMinY() + lines.size() * tall;
    graphics.text(
        RichText.parse(model.engine()),
        body.getMaxX() - PADDING,
        y + graphics.size(NUMBERS) * 1.5,
        NUMBERS,
        Weight.REGULAR,
        tokens.muted(),
        Align.RIGHT);
  }

  private void line(
      PlotGraphics graphics, Rectangle2D body, Line line, double top, double tall, int index) {
    Tokens tokens = graphics.tokens();
    double left = body.getMinX() + PADDING;
    double right = body.getMaxX() - PADDING;
    if (index > 0) {
      graphics.line(
          left, PlotGraphics.crisp(top), right, PlotGraphics.crisp(top), tokens.grid(), 1);
    }
    double two = graphics.size(FORMULA) * 1.35 + graphics.size(NUMBERS) * 1.35;
    boolean room = tall >= two + 4;
    double middle = top + tall / 2;
    double base =
        room ? middle - two / 2 + graphics.size(FORMULA) : middle + graphics.drop(FORMULA);
    double below = base + graphics.size(NUMBERS) * 1.5;
    double equals = left + graphics.size(FORMULA) * 2.6;
    Color ink = tokens.text();
    if (!line.left().isEmpty()) {
      graphics.text(
          RichText.parse(line.left()), left, base, FORMULA, Weight.REGULAR, ink, Align.LEFT);
    }
    graphics.text(
        "=",
        equals - graphics.size(FORMULA) * 0.95,
        base,
        FORMULA,
        Weight.REGULAR,
        ink,
        Align.LEFT);
    double value = graphics.tabularWidth(line.value(), FORMULA, Weight.SEMI_BOLD);
    double free = right - value - 12 - equals;
    RichText formula = RichText.parse(line.formula());
    graphics.text(
        graphics.fitting(formula, free, FORMULA, Weight.REGULAR),
        equals,
        base,
        FORMULA,
        Weight.REGULAR,
        ink,
        Align.LEFT);
    Color result = index == 0 ? tokens.input().ink() : tokens.netInput().ink();
    graphics.tabular(line.value(), right, base, FORMULA, Weight.SEMI_BOLD, result, Align.RIGHT);
    if (room) {
      second(graphics, line, equals, right, below);
    }
  }

  /** The numbers under the formula, and at the right what was done where there is room for it. */
  private static void second(
      PlotGraphics graphics, Line line, double left, double right, double base) {
    RichText numbers = RichText.parse(line.numbers());
    double width = graphics.width(numbers, NUMBERS, Weight.REGULAR);
    Color muted = graphics.tokens().muted();
    graphics.text(
        graphics.fitting(numbers, right - left, NUMBERS, Weight.REGULAR),
        left,
        base,
        NUMBERS,
        Weight.REGULAR,
        muted,
        Align.LEFT);
    double words = graphics.width(line.reason(), NUMBERS, Weight.REGULAR);
    if (left + width + 16 + words <= right) {
      graphics.text(line.reason(), right, base, NUMBERS, Weight.REGULAR, muted, Align.RIGHT);
    }
  }
}
