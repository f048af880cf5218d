package org.ladera.ui.view.network;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.ladera.present.network.LayersModel;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Type.Weight;

/** Where the pictures of a {@link LayersModel} stand. */
final class LayersLayout {
  private static final double PADDING = 16;
  private static final double GAP = 10;

  /** A picture narrower than this shows nothing. */
  private static final double PLOT = 44;

  /** A single layer does not fill the whole view. */
  private static final double HIGHEST = 110;

  private final LayersModel model;
  private final double left;
  private final double top;
  private final double width;
  private final double height;
  private final double numbers;
  private final double shares;
  private final int first;
  private final int shown;
  private final boolean named;

  /**
   * @param wanted a column that has to be seen
   */
  LayersLayout(PlotGraphics graphics, Rectangle2D body, LayersModel model, int wanted) {
    this.model = model;
    double line = graphics.size(11) * 1.5;
    double names = widest(graphics, model.rows().stream().map(LayersModel.Row::name).toList());
    named = names <= 0.26 * body.getWidth();
    double label =
        named
            ? names
            : widest(graphics, model.rows().stream().map(LayersModel.Row::number).toList());
    numbers =
        Math.max(
            graphics.width("0.0000", 11, Weight.REGULAR),
            model.rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToDouble(c -> graphics.width(c.deviation(), 11, Weight.REGULAR))
                .max()
                .orElse(0));
    shares =
        widest(
                graphics,
                model.mortal()
                    ? List.of("100 %", model.flatWord(), model.deadWord())
                    : List.of("100 %", model.flatWord()))
            + GAP;
    left = body.getMinX() + PADDING + label + GAP;
    top = body.getMinY() + line;
    double room = body.getMaxX() - PADDING - (model.mortal() ? 2 : 1) * shares - left;
    double least = numbers + 2 * GAP + PLOT * graphics.tokens().scale();
    int count = Math.max(1, model.columns().size());
    shown = Math.clamp((int) (room / least), 1, count);
    first = Math.clamp(wanted - shown + 1, 0, count - shown);
    width = room / shown;
    double all = body.getMaxY() - line - 6 - top;
    height =
        Math.clamp(all / Math.max(1, model.rows().size()), 4, HIGHEST * graphics.tokens().scale());
  }

  private static double widest(PlotGraphics graphics, List<String> words) {
    return words.stream()
        .mapToDouble(w -> graphics.width(RichText.parse(w), 11, Weight.SEMI_BOLD))
        .max()
        .orElse(0);
  }

  /** Whether rows have their names, or else their numbers. */
  boolean isNamed() {
    return named;
  }

  int first() {
    return first;
  }

  /** One more than the last column that is seen. */
  int end() {
    return first + shown;
  }

  double top() {
    return top;
  }

  double left() {
    return left;
  }

  double bottom() {
    return top + height * model.rows().size();
  }

  double rowTop(int row) {
    return top + row * height;
  }

  double rowHeight() {
    return height;
  }

  /** The whole cell, its number included. */
  Rectangle2D cell(int row, int column) {
    return new Rectangle2D(left + (column - first) * width, rowTop(row), width, height);
  }

  /** The picture in a cell. */
  Rectangle2D plot(int row, int column) {
    Rectangle2D cell = cell(row, column);
    double wide = Math.max(8, width - numbers - 2 * GAP);
    return new Rectangle2D(cell.getMinX(), cell.getMinY() + 1, wide, height - 2);
  }

  /** The right end of the number in a cell. */
  double number(int column) {
    return left + (column - first + 1) * width - GAP;
  }

  /** The right end of the shares. */
  double share(boolean dead) {
    return left + shown * width + (dead ? 2 : 1) * shares;
  }

  int rowAt(double y) {
    int row = (int) Math.floor((y - top) / height);
    return row >= 0 && row < model.rows().size() ? row : -1;
  }

  int columnAt(double x) {
    int column = (int) Math.floor((x - left) / width) + first;
    return column >= first && column < end() ? column : -1;
  }
}
