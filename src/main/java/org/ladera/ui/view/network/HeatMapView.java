package org.ladera.ui.view.network;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.ladera.present.network.MatrixModel;
import org.ladera.present.shared.Asked;
import org.ladera.text.RichText;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.decision.ClassMark;

/**
 * A small signed matrix as a heat map with its numbers. The number under the pointer shows its
 * arithmetic; with the focus, the arrow keys choose one. A click asks where its row comes from.
 */
public final class HeatMapView extends CardView<MatrixModel> {
  private static final double NUMBER = 13;

  /** The strongest cell leaves its number readable. */
  private static final double STRONGEST = 0.45;

  private static final double LARGEST_CELL = 104;

  private final PlotTip tip;
  private Rectangle2D grid = Rectangle2D.EMPTY;
  private int row = -1;
  private int column = -1;

  public HeatMapView(ViewContext context) {
    super(context);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::point);
    card.setOnMouseExited(e -> choose(-1, -1));
    card.setOnMouseClicked(
        e -> {
          if (asked().isPresent() && e.isStillSincePress()) {
            context.intents().accept(new Intent.Explain(asked().get()));
            e.consume();
          }
        });
    card.setOnKeyPressed(this::key);
  }

  @Override
  public Optional<Asked> asked() {
    return row < 0 || row >= model.values().size()
        ? Optional.empty()
        : Optional.of(model.asked(row));
  }

  private void choose(int nextRow, int nextColumn) {
    if (nextRow != row || nextColumn != column) {
      row = nextRow;
      column = nextColumn;
      card.repaint();
    }
  }

  private void point(MouseEvent e) {
    if (!grid.contains(e.getX(), e.getY())) {
      choose(-1, -1);
      return;
    }
    int n = model.values().size();
    choose(
        (int) ((e.getY() - grid.getMinY()) / grid.getHeight() * n),
        (int) ((e.getX() - grid.getMinX()) / grid.getWidth() * n));
  }

  private void key(KeyEvent e) {
    int n = model.values().size();
    if (n == 0 || e.isShortcutDown()) {
      return;
    }
    int r = Math.max(0, row);
    int c = Math.max(0, column);
    switch (e.getCode()) {
      case UP -> choose(row < 0 ? 0 : Math.max(0, r - 1), c);
      case DOWN -> choose(row < 0 ? 0 : Math.min(n - 1, r + 1), c);
      case LEFT -> choose(r, column < 0 ? 0 : Math.max(0, c - 1));
      case RIGHT -> choose(r, column < 0 ? 0 : Math.min(n - 1, c + 1));
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void placeTip(PlotGraphics graphics) {
    int n = model.values().size();
    if (row < 0 || row >= n || column >= n) {
      tip.hide();
      return;
    }
    double wide = grid.getWidth() / n;
    double tall = grid.getHeight() / n;
    double x = grid.getMinX() + column * wide;
    double y = grid.getMinY() + row * tall;
    graphics.context().setStroke(graphics.tokens().accent());
    graphics.context().setLineWidth(2);
    graphics.context().strokeRoundRect(x, y, wide - 2, tall - 2, 4, 4);
    tip.show(model.tips().get(row).get(column), x + wide / 2, y + tall / 2, graphics.tokens());
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    int n = model.values().size();
    double line = graphics.size(NUMBER);
    double left = body.getMinX() + 16 + line * 3.2;
    double top = body.getMinY() + line * 2.4;
    List<String> footer =
        graphics.wrapped(model.footer(), body.getMaxX() - 16 - left, 12, Weight.REGULAR);
    double wide =
        Math.min((body.getMaxX() - 16 - left) / n, LARGEST_CELL * graphics.tokens().scale());
    double tall =
        Math.min(
            (body.getMaxY() - line * (1.1 + 1.5 * footer.size()) - top) / n,
            LARGEST_CELL * 0.8 * graphics.tokens().scale());
    double greatest = 1e-300;
    for (var row : model.values()) {
      greatest = Math.max(greatest, row.stream().mapToDouble(Math::abs).max().orElse(0));
    }
    for (int i = 0; i < n; i++) {
      name(graphics, "a", i, left - line * 3.2, top + (i + 0.5) * tall);
      name(graphics, "z", i, left + (i + 0.5) * wide - line * 1.5, top - line);
      for (int j = 0; j < n; j++) {
        cell(
            graphics, i, j, greatest, new Rectangle2D(left + j * wide, top + i * tall, wide, tall));
      }
    }
    grid = new Rectangle2D(left, top, n * wide, n * tall);
    placeTip(graphics);
    for (int i = 0; i < footer.size(); i++) {
      double base = top + n * tall + line * (1.7 + 1.5 * i);
      graphics.text(
          footer.get(i), left, base, 12, Weight.REGULAR, graphics.tokens().muted(), Align.LEFT);
    }
  }

  private void name(PlotGraphics graphics, String letter, int index, double x, double y) {
    double line = graphics.size(NUMBER);
    Color color =
        letter.equals("z") ? graphics.tokens().netInput().ink() : graphics.tokens().text();
    graphics.text(
        RichText.parse("$" + letter + "_(" + (index + 1) + ")$"),
        x,
        y + graphics.drop(NUMBER),
        NUMBER,
        Weight.REGULAR,
        color,
        Align.LEFT);
    if (model.classes()) {
      ClassMark.draw(
          graphics, x + line * 2.2, y, graphics.stroke(5), index, graphics.tokens().canvas(), 1);
    }
  }

  private void cell(PlotGraphics graphics, int i, int j, double greatest, Rectangle2D at) {
    GraphicsContext g = graphics.context();
    Tokens tokens = graphics.tokens();
    double value = model.values().get(i).get(j);
    Color sign = value == 0 ? tokens.canvas() : value < 0 ? tokens.negative() : tokens.positive();
    g.setFill(tokens.canvas().interpolate(sign, STRONGEST * Math.abs(value) / greatest));
    double w = at.getWidth() - 2;
    double h = at.getHeight() - 2;
    g.fillRoundRect(at.getMinX(), at.getMinY(), w, h, 4, 4);
    g.setStroke(tokens.grid());
    g.setLineWidth(1);
    g.strokeRoundRect(at.getMinX() + 0.5, at.getMinY() + 0.5, w - 1, h - 1, 4, 4);
    String text = model.shown().get(i).get(j);
    if (graphics.tabularWidth(text, NUMBER, Weight.SEMI_BOLD) > w) {
      return;
    }
    graphics.text(
        text,
        at.getMinX() + w / 2,
        at.getMinY() + h / 2 + graphics.drop(NUMBER),
        NUMBER,
        Weight.SEMI_BOLD,
        tokens.text(),
        Align.CENTRE);
  }
}
