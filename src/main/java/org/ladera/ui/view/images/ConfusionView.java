package org.ladera.ui.view.images;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.present.images.ConfusionModel;
import org.ladera.present.images.Tile;
import org.ladera.text.RichText;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The confusion matrix. A cell that is clicked, or chosen with the arrow keys, shows its examples
 * beside or below it; a click on one of these looks at it in every view.
 */
public final class ConfusionView extends CardView<ConfusionModel> {
  private static final double NUMBER = 12;
  private static final double SMALL = 11;
  private static final double LARGEST_CELL = 56;
  private static final double STRONGEST = 0.5;
  private static final double LEAST = 36;
  private static final double MOST = 64;

  private final PicturePainter painter = new PicturePainter();
  private Rectangle2D matrix = Rectangle2D.EMPTY;
  private @Nullable TileGrid grid;
  private List<Tile> tiles = List.of();
  private int row = -1;
  private int column = -1;

  /** The number of the tile that was looked at last; -1 for none of the open cell. */
  private int looked = -1;

  public ConfusionView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMouseClicked(this::click);
    card.setOnKeyPressed(this::key);
  }

  private void click(MouseEvent e) {
    card.requestFocus();
    int n = model.names().size();
    if (!e.isStillSincePress() || e.getClickCount() != 1) {
      return;
    }
    if (matrix.contains(e.getX(), e.getY())) {
      choose(
          (int) ((e.getY() - matrix.getMinY()) / matrix.getHeight() * n),
          (int) ((e.getX() - matrix.getMinX()) / matrix.getWidth() * n));
      e.consume();
    } else if (grid != null) {
      int at = grid.at(e.getX(), e.getY(), tiles.size());
      if (at >= 0) {
        look(at);
        e.consume();
      }
    }
  }

  private void key(KeyEvent e) {
    int n = model.names().size();
    if (n == 0 || e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    int r = Math.max(0, row);
    int c = Math.max(0, column);
    switch (e.getCode()) {
      case UP -> choose(row < 0 ? 0 : Math.max(0, r - 1), c);
      case DOWN -> choose(row < 0 ? 0 : Math.min(n - 1, r + 1), c);
      case LEFT -> choose(r, column < 0 ? 0 : Math.max(0, c - 1));
      case RIGHT -> choose(r, column < 0 ? 0 : Math.min(n - 1, c + 1));
      case ENTER -> {
        if (!tiles.isEmpty()) {
          look((lookedAt() + 1) % tiles.size());
        }
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void look(int tile) {
    looked = tiles.get(tile).number();
    context.intents().accept(new Intent.Look(model.look(tiles.get(tile))));
  }

  /** Where it stands now: while a run goes on, examples come into a cell and leave it. */
  private int lookedAt() {
    return IntStream.range(0, tiles.size())
        .filter(i -> tiles.get(i).number() == looked)
        .findFirst()
        .orElse(-1);
  }

  private void choose(int nextRow, int nextColumn) {
    boolean same = nextRow == row && nextColumn == column;
    row = same ? -1 : nextRow;
    column = same ? -1 : nextColumn;
    looked = -1;
    tiles = List.of();
    say();
  }

  private boolean isOpen() {
    return row >= 0 && row < model.names().size() && column < model.names().size();
  }

  @Override
  protected String spoken() {
    return isOpen() ? opened() + ". " + model.spoken() : model.spoken();
  }

  private String opened() {
    return context
        .messages()
        .getValue()
        .text(
            "confusion.cell",
            java.util.Map.of(
                "truth", model.names().get(row),
                "answer", model.names().get(column),
                "count", model.shown().get(row).get(column)));
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    Tokens tokens = graphics.tokens();
    painter.dress(tokens);
    int n = model.names().size();
    grid = null;
    matrix = Rectangle2D.EMPTY;
    if (n == 0) {
      graphics.text(
          graphics.fitting(RichText.parse(model.empty()), body.getWidth() - 32, 12, Weight.REGULAR),
          body.getMinX() + body.getWidth() / 2,
          body.getMinY() + body.getHeight() / 2,
          12,
          Weight.REGULAR,
          tokens.muted(),
          Align.CENTRE);
      return;
    }
    double line = graphics.size(NUMBER) * 1.5;
    boolean beside = body.getWidth() > 1.35 * body.getHeight();
    double names = longest(graphics) + 10;
    double left = body.getMinX() + 16 + line + names;
    double wide = body.getWidth();
    if (isOpen() && beside) {
      // The numbers in the cells stay as long as one column of examples has room beside them.
      double numbers = left - body.getMinX() + n * (widest(graphics) + 3) + 16;
      wide = Math.max(wide * 0.6, body.getHeight());
      wide = Math.min(wide, body.getWidth() - 110 * tokens.scale());
      wide = Math.max(wide, Math.min(numbers, body.getWidth() - 64 * tokens.scale()));
    }
    double tall = isOpen() && !beside ? body.getHeight() * 0.68 : body.getHeight();
    double top = body.getMinY() + 2.2 * line;
    double cellWide =
        Math.min((body.getMinX() + wide - 16 - left) / n, LARGEST_CELL * tokens.scale());
    double cellTall =
        Math.min((body.getMinY() + tall - 8 - top) / n, LARGEST_CELL * 0.72 * tokens.scale());
    matrix = new Rectangle2D(left, top, Math.max(n, n * cellWide), Math.max(n, n * cellTall));
    axes(graphics, line, cellWide, cellTall);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        cell(graphics, i, j, cellWide, cellTall);
      }
    }
    if (isOpen()) {
      double x = beside ? matrix.getMaxX() + 20 : body.getMinX() + 16;
      double y = beside ? body.getMinY() : matrix.getMaxY() + 8;
      examples(
          graphics,
          new Rectangle2D(
              x, y, Math.max(1, body.getMaxX() - 16 - x), Math.max(1, body.getMaxY() - 8 - y)),
          line);
    }
  }

  /** The widest number in a cell, in the smaller letters. */
  private double widest(PlotGraphics graphics) {
    return model.shown().stream()
        .flatMap(List::stream)
        .mapToDouble(text -> graphics.tabularWidth(text, SMALL, Weight.REGULAR))
        .max()
        .orElse(0);
  }

  private double longest(PlotGraphics graphics) {
    double longest = 0;
    for (String name : model.names()) {
      longest = Math.max(longest, graphics.width(name, NUMBER, Weight.SEMI_BOLD));
    }
    return Math.min(longest, 90 * graphics.tokens().scale());
  }

  private void axes(PlotGraphics graphics, double line, double wide, double tall) {
    Tokens tokens = graphics.tokens();
    GraphicsContext g = graphics.context();
    graphics.axis(
        () -> {
          graphics.text(
              graphics.fitting(
                  RichText.parse(model.across()), matrix.getWidth(), 12, Weight.REGULAR),
              matrix.getMinX() + matrix.getWidth() / 2,
              matrix.getMinY() - line - 4,
              12,
              Weight.REGULAR,
              tokens.muted(),
              Align.CENTRE);
          // Where rows are lower than their names, only every so many have one.
          int every = (int) Math.ceil(graphics.size(NUMBER) * 1.05 / tall);
          for (int i = 0; i < model.names().size(); i++) {
            RichText name =
                graphics.fitting(
                    RichText.parse(model.names().get(i)), wide - 2, NUMBER, Weight.SEMI_BOLD);
            graphics.text(
                name,
                matrix.getMinX() + (i + 0.5) * wide,
                matrix.getMinY() - 6,
                NUMBER,
                Weight.SEMI_BOLD,
                tokens.text(),
                Align.CENTRE);
            if (i % every != 0) {
              continue;
            }
            graphics.text(
                graphics.fitting(
                    RichText.parse(model.names().get(i)),
                    90 * tokens.scale(),
                    NUMBER,
                    Weight.SEMI_BOLD),
                matrix.getMinX() - 8,
                matrix.getMinY() + (i + 0.5) * tall + graphics.drop(NUMBER),
                NUMBER,
                Weight.SEMI_BOLD,
                tokens.text(),
                Align.RIGHT);
          }
        });
    g.save();
    g.translate(
        matrix.getMinX() - longest(graphics) - 16 - line * 0.2,
        matrix.getMinY() + matrix.getHeight() / 2);
    g.rotate(-90);
    graphics.axis(
        () ->
            graphics.text(
                graphics.fitting(
                    RichText.parse(model.down()), matrix.getHeight(), 12, Weight.REGULAR),
                0,
                0,
                12,
                Weight.REGULAR,
                tokens.muted(),
                Align.CENTRE));
    g.restore();
  }

  private void cell(PlotGraphics graphics, int i, int j, double wide, double tall) {
    Tokens tokens = graphics.tokens();
    GraphicsContext g = graphics.context();
    int count = model.counts()[i][j];
    int most = i == j ? model.mostRight() : model.mostWrong();
    Color ink = i == j ? tokens.success().mark() : tokens.danger().mark();
    double share = count == 0 ? 0 : 0.12 + (STRONGEST - 0.12) * count / Math.max(1, most);
    double x = matrix.getMinX() + j * wide;
    double y = matrix.getMinY() + i * tall;
    g.setFill(tokens.canvas().interpolate(ink, share));
    g.fillRect(x + 1, y + 1, wide - 2, tall - 2);
    if (count == 0) {
      g.setStroke(tokens.grid());
      g.setLineWidth(1);
      g.strokeRect(x + 1.5, y + 1.5, wide - 3, tall - 3);
    }
    if (i == row && j == column) {
      g.setStroke(tokens.accent());
      g.setLineWidth(graphics.stroke(2));
      g.strokeRect(x + 1, y + 1, wide - 2, tall - 2);
    }
    String text = model.shown().get(i).get(j);
    double size = graphics.tabularWidth(text, NUMBER, Weight.REGULAR) <= wide - 4 ? NUMBER : SMALL;
    boolean fits =
        graphics.tabularWidth(text, size, Weight.REGULAR) <= wide - 2
            && tall >= graphics.size(size);
    if (count > 0 && fits) {
      graphics.tabular(
          text,
          x + wide / 2,
          y + tall / 2 + graphics.drop(size),
          size,
          Weight.REGULAR,
          tokens.text(),
          Align.CENTRE);
    }
  }

  private void examples(PlotGraphics graphics, Rectangle2D room, double line) {
    Tokens tokens = graphics.tokens();
    double y = room.getMinY() + line * 0.8;
    for (String words : graphics.wrapped(opened(), room.getWidth(), 12, Weight.REGULAR)) {
      graphics.text(words, room.getMinX(), y, 12, Weight.REGULAR, tokens.text(), Align.LEFT);
      y += line;
    }
    tiles = model.cell(row, column);
    if (tiles.isEmpty()) {
      return;
    }
    double top = y - line * 0.4;
    TileGrid now =
        new TileGrid(
            graphics,
            painter,
            new Rectangle2D(
                room.getMinX(), top, room.getWidth(), Math.max(1, room.getMaxY() - top)),
            tiles.getFirst().picture().shape(),
            tiles.size(),
            LEAST * tokens.scale(),
            MOST * tokens.scale(),
            false);
    grid = now;
    now.draw(tiles, 0, lookedAt());
  }
}
