package org.ladera.ui.step;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.ladera.present.step.Equation;
import org.ladera.present.step.Grid;
import org.ladera.text.RichText;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** The shapes of an equation as small bricks: rows and columns that must fit (S1.15). */
final class LegoView extends Region {
  private static final double BRICK = 12;
  private static final int MOST = 5;
  private static final double SIGN = 24;
  private static final double APART = 12;

  private final SharpCanvas canvas = new SharpCanvas(this::paint);
  private Equation equation;
  private String title = "";
  private Tokens tokens;

  LegoView() {
    getChildren().add(canvas);
    setMouseTransparent(true);
  }

  @Initializer
  void show(Equation next, String words, Tokens now) {
    equation = next;
    title = words;
    tokens = now;
    requestLayout();
    paint();
  }

  private List<Equation.Term> terms() {
    return equation.terms();
  }

  private double width(Grid grid, double brick) {
    return Math.max(Math.min(grid.matrix().columns(), MOST) * (brick + 1), 34 * tokens.scale());
  }

  @Override
  protected double computePrefWidth(double height) {
    return equation == null ? 0 : Math.ceil(Math.max(bricks(), 120 * tokens.scale()));
  }

  private double bricks() {
    double brick = BRICK * tokens.scale();
    double sum = 0;
    for (int i = 0; i < terms().size(); i++) {
      sum += lead(i) + width(terms().get(i).grid(), brick);
    }
    return sum;
  }

  /** What stands before a term: its sign, or the space between two that are only given. */
  private double lead(int index) {
    boolean signed = !terms().get(index).before().isEmpty();
    return (signed ? SIGN : index > 0 ? APART : 0) * tokens.scale();
  }

  @Override
  protected double computePrefHeight(double width) {
    return tokens == null ? 0 : Math.round(92 * tokens.scale());
  }

  @Override
  protected void layoutChildren() {
    canvas.resize(getWidth(), getHeight());
    paint();
  }

  private void paint() {
    if (equation == null || getWidth() < 1) {
      return;
    }
    GraphicsContext g = canvas.cleared();
    PlotGraphics graphics = new PlotGraphics(g, tokens);
    double brick = BRICK * tokens.scale();
    double x = getWidth() - bricks();
    double middle = getHeight() - (MOST * (brick + 1)) / 2;
    graphics.text(
        title,
        getWidth(),
        graphics.size(11),
        11,
        Weight.REGULAR,
        tokens.muted(),
        PlotGraphics.Align.RIGHT);
    for (int i = 0; i < terms().size(); i++) {
      Equation.Term term = terms().get(i);
      if (!term.before().isEmpty()) {
        String sign = shortened(term.before());
        graphics.plain(
            RichText.parse(sign),
            x + SIGN * tokens.scale() / 2,
            middle + graphics.drop(13),
            13,
            Weight.REGULAR,
            tokens.muted(),
            PlotGraphics.Align.CENTRE);
      }
      x += lead(i);
      double w = width(term.grid(), brick);
      bricks(graphics, term.grid(), x + w / 2, middle, brick);
      x += w;
    }
  }

  /** The sign alone, without the constants before it. */
  private static String shortened(String sign) {
    if (sign.contains("=")) {
      return "=";
    }
    return sign.contains("\u2212") ? "\u2212" : sign.length() > 2 ? "+" : sign;
  }

  private void bricks(PlotGraphics graphics, Grid grid, double x, double middle, double brick) {
    int rows = Math.min(grid.matrix().rows(), MOST);
    int columns = Math.min(grid.matrix().columns(), MOST);
    double wide = columns * (brick + 1) - 1;
    double tall = rows * (brick + 1) - 1;
    Color mark = MeaningColours.mark(grid.meaning(), tokens);
    GraphicsContext g = graphics.context();
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        double left = Math.round(x - wide / 2 + c * (brick + 1));
        double top = Math.round(middle - tall / 2 + r * (brick + 1));
        g.setFill(tokens.canvas().interpolate(mark, 0.3));
        g.fillRoundRect(left, top, brick, brick, 3, 3);
        g.setStroke(mark);
        g.setLineWidth(1);
        g.strokeRoundRect(left + 0.5, top + 0.5, brick - 1, brick - 1, 3, 3);
        g.setFill(mark);
        g.fillOval(left + brick / 2 - 1.5, top + brick / 2 - 1.5, 3, 3);
      }
    }
    graphics.text(
        grid.dimensions().replace(" ", ""),
        x,
        middle - tall / 2 - 5,
        11,
        Weight.SEMI_BOLD,
        tokens.text(),
        PlotGraphics.Align.CENTRE);
  }
}
