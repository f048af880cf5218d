package org.ladera.ui.program;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.present.program.Beside;
import org.ladera.present.step.Grid;
import org.ladera.text.Messages;
import org.ladera.text.NumberBlock;
import org.ladera.text.RichText;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.Drawing;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Written;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** A matrix of the program, the engine's, and the one over the other, with one cell marked. */
final class BesideView extends Region implements Drawing {
  private static final double LEAST_WIDE = 52;
  private static final double MOST_WIDE = 104;
  private static final double LEAST_TALL = 26;
  private static final double MOST_TALL = 52;
  private static final double BETWEEN = 28;
  private static final double STRONGEST = 0.72;
  private static final double NUMBER = 12;

  /** A ratio so many times over or under 1 has the full colour. */
  private static final double FAR = 8;

  private final SharpCanvas canvas = new SharpCanvas(this::repaint);
  private final Beside beside;
  private final Messages messages;
  private final Tokens tokens;
  private final NumberBlock block;
  private final double greatest;
  private @Nullable Consumer<Written> watch;

  /** The first row and column that are drawn, and how many; where the first matrix begins. */
  private Window rows = new Window(0, 0);

  private Window columns = new Window(0, 0);
  private double left;
  private double top;
  private double wide;
  private double tall;

  private record Window(int first, int count) {
    /** So many of {@code all} that the chosen one is among them, in the middle where it can be. */
    static Window around(int chosen, int all, int room) {
      int count = Math.clamp(room, 1, all);
      return new Window(Math.clamp(chosen - count / 2, 0, all - count), count);
    }
  }

  BesideView(Beside beside, ProgramActions actions, Messages messages, Tokens tokens) {
    this.beside = beside;
    this.messages = messages;
    this.tokens = tokens;
    NumberBlock.Gathered gathered = new NumberBlock.Gathered();
    each((r, c) -> gathered.accept(beside.yours()[r][c]));
    each((r, c) -> gathered.accept(beside.right()[r][c]));
    block = gathered.block(messages.numbers(), beside.names().signed(), 4);
    greatest = Math.max(gathered.greatest(), Double.MIN_NORMAL);
    getChildren().add(canvas);
    setId("program-beside");
    setFocusTraversable(true);
    getStyleClass().add("formula-line");
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText(
        messages.text(
            "program.spoken",
            Map.of(
                "name", beside.name(),
                "row", beside.chosen().row() + 1,
                "column", beside.chosen().column() + 1,
                "yours", beside.figures().yours(),
                "right", beside.figures().right())));
    setOnMousePressed(
        e -> {
          requestFocus();
          Grid.Cell cell = at(e);
          if (cell != null) {
            actions.choose(cell);
          }
        });
  }

  private interface Cells {
    void at(int row, int column);
  }

  private void each(Cells cells) {
    for (int r = 0; r < beside.names().rows(); r++) {
      for (int c = 0; c < beside.names().columns(); c++) {
        cells.at(r, c);
      }
    }
  }

  @Override
  public void watch(@Nullable Consumer<Written> newWatch) {
    watch = newWatch;
  }

  @Override
  protected double computePrefHeight(double width) {
    return head() + Math.min(beside.names().rows(), 8) * tokens.px(MOST_TALL) + tokens.px(8);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return head() + Math.min(beside.names().rows(), 3) * tokens.px(LEAST_TALL) + tokens.px(8);
  }

  private double head() {
    return tokens.px(52);
  }

  @Override
  protected void layoutChildren() {
    canvas.resize(getWidth(), getHeight());
    repaint();
  }

  @Override
  public void repaint() {
    if (getWidth() < 40 || getHeight() < 40) {
      return;
    }
    PlotGraphics graphics = new PlotGraphics(canvas.cleared(), tokens, watch);
    fit(graphics);
    String yours = messages.text("program.of.yours", Map.of("name", beside.name()));
    draw(graphics, 0, factored(yours), beside.yours());
    draw(graphics, 1, factored(messages.text("program.right")), beside.right());
    draw(graphics, 2, messages.text("program.of.ratio"), null);
    boolean same = !beside.wrong()[beside.chosen().row()][beside.chosen().column()];
    graphics.text(
        same ? "=" : "≠",
        left + block(1) - tokens.px(BETWEEN) / 2,
        top + rows.count() * tall / 2 + graphics.drop(16),
        16,
        Weight.SEMI_BOLD,
        same ? tokens.success().mark() : tokens.danger().mark(),
        Align.CENTRE);
  }

  /** With the power of ten that every number under it is to be multiplied by. */
  private String factored(String title) {
    OptionalInt power = block.exponent();
    return power.isEmpty()
        ? title
        : messages.text(
            "program.factored",
            Map.of("title", title, "factor", messages.numbers().powerOfTen(power.getAsInt())));
  }

  private void fit(PlotGraphics graphics) {
    Grid names = beside.names();
    double named = 0;
    for (int r = 0; r < Math.min(names.rows(), 64); r++) {
      named =
          Math.max(
              named, graphics.width(RichText.parse(names.rowName().apply(r)), 11, Weight.REGULAR));
    }
    double label = Math.min(named, getWidth() / 5) + tokens.px(10);
    double room = (getWidth() - label - 2 * tokens.px(BETWEEN)) / 3;
    columns =
        Window.around(
            beside.chosen().column(), names.columns(), (int) (room / tokens.px(LEAST_WIDE)));
    double down = getHeight() - head() - tokens.px(4);
    rows = Window.around(beside.chosen().row(), names.rows(), (int) (down / tokens.px(LEAST_TALL)));
    wide = Math.floor(Math.min(room / columns.count(), tokens.px(MOST_WIDE)));
    tall = Math.floor(Math.min(down / rows.count(), tokens.px(MOST_TALL)));
    left = Math.round(label);
    top = head();
  }

  /** Where a matrix begins, from the left of the first. */
  private double block(int index) {
    return index * (columns.count() * wide + tokens.px(BETWEEN));
  }

  private void draw(PlotGraphics graphics, int index, String title, double @Nullable [][] values) {
    double x = left + block(index);
    double all = columns.count() * wide;
    graphics.text(
        graphics.fitting(RichText.parse(title), all + tokens.px(BETWEEN) - 6, 12, Weight.MEDIUM),
        x,
        graphics.size(12) + 2,
        12,
        Weight.MEDIUM,
        tokens.text(),
        Align.LEFT);
    names(graphics, index, x);
    for (int r = 0; r < rows.count(); r++) {
      for (int c = 0; c < columns.count(); c++) {
        int row = rows.first() + r;
        int column = columns.first() + c;
        Rectangle2D at = new Rectangle2D(x + c * wide + 1, top + r * tall + 1, wide - 2, tall - 2);
        boolean ratio = values == null;
        double value = values == null ? beside.ratio(row, column) : values[row][column];
        Color fill = ratio ? ratio(value) : signed(value);
        String text = ratio ? times(value) : block.text(value);
        cell(graphics, at, fill, text);
        if (beside.chosen().equals(new Grid.Cell(row, column))) {
          boolean wrong = index == 0 && beside.wrong()[row][column];
          mark(graphics.context(), at, wrong ? tokens.danger().mark() : tokens.accent());
        }
      }
    }
  }

  private void names(PlotGraphics graphics, int index, double x) {
    double base = head() - tokens.px(8);
    for (int c = 0; c < columns.count(); c++) {
      boolean chosen = columns.first() + c == beside.chosen().column();
      graphics.plain(
          graphics.fitting(
              RichText.parse(beside.names().columnName().apply(columns.first() + c)),
              wide - 4,
              11,
              Weight.REGULAR),
          x + (c + 0.5) * wide,
          base,
          11,
          chosen ? Weight.SEMI_BOLD : Weight.REGULAR,
          chosen ? tokens.accent() : tokens.muted(),
          Align.CENTRE);
    }
    for (int r = 0; index == 0 && r < rows.count(); r++) {
      boolean chosen = rows.first() + r == beside.chosen().row();
      graphics.plain(
          graphics.fitting(
              RichText.parse(beside.names().rowName().apply(rows.first() + r)),
              left - 6,
              11,
              Weight.REGULAR),
          left - tokens.px(8),
          top + (r + 0.5) * tall + graphics.drop(11),
          11,
          chosen ? Weight.SEMI_BOLD : Weight.REGULAR,
          chosen ? tokens.accent() : tokens.muted(),
          Align.RIGHT);
    }
  }

  private void cell(PlotGraphics graphics, Rectangle2D at, Color fill, String text) {
    GraphicsContext g = graphics.context();
    g.setFill(fill);
    g.fillRoundRect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight(), 4, 4);
    double needs = graphics.tabularWidth(text, NUMBER, Weight.REGULAR);
    double size = Math.min(NUMBER, NUMBER * (at.getWidth() - 4) / needs);
    graphics.tabular(
        text,
        at.getMinX() + at.getWidth() / 2,
        at.getMinY() + at.getHeight() / 2 + graphics.drop(size),
        size,
        Weight.REGULAR,
        tokens.readableOn(fill),
        Align.CENTRE);
  }

  private void mark(GraphicsContext g, Rectangle2D at, Color color) {
    g.setStroke(color);
    g.setLineWidth(2);
    g.strokeRoundRect(
        at.getMinX() - 1, at.getMinY() - 1, at.getWidth() + 2, at.getHeight() + 2, 6, 6);
  }

  /** Zero is neither. */
  private Color signed(double value) {
    if (value == 0) {
      return tokens.inset();
    }
    double strength = Double.isFinite(value) ? Math.min(1, Math.abs(value) / greatest) : 1;
    Color mark = Double.isFinite(value) ? tokens.sign(value) : tokens.danger().mark();
    return tokens.canvas().interpolate(mark, 0.04 + (STRONGEST - 0.04) * strength);
  }

  /** The further from 1, the stronger; what has no ratio, and 1 itself, is empty. */
  private Color ratio(double value) {
    double off =
        Double.isNaN(value) ? 0 : value <= 0 ? 1 : Math.abs(Math.log(value)) / Math.log(FAR);
    return tokens.inset().interpolate(tokens.netInput().mark(), Math.min(1, off) * STRONGEST);
  }

  private String times(double value) {
    return Double.isNaN(value)
        ? "–"
        : messages.text("program.times", Map.of("ratio", messages.numbers().shown(value, 3)));
  }

  private Grid.@Nullable Cell at(MouseEvent e) {
    IntUnaryOperator column = index -> (int) Math.floor((e.getX() - left - block(index)) / wide);
    int r = (int) Math.floor((e.getY() - top) / tall);
    for (int index = 0; index < 3; index++) {
      int c = column.applyAsInt(index);
      if (r >= 0 && r < rows.count() && c >= 0 && c < columns.count()) {
        return new Grid.Cell(rows.first() + r, columns.first() + c);
      }
    }
    return null;
  }
}
