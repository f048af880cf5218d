package org.ladera.ui.view.network;

import javafx.geometry.Rectangle2D;
import org.ladera.present.network.DeltasModel;
import org.ladera.present.network.DeltasModel.Row;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Type.Weight;

/** Where the cells of the deltas and the rows of the norms lie inside the body of their view. */
final class DeltasLayout {
  private static final double PADDING = 16;
  private static final double TALLEST_CELL = 30;
  private static final double TALLEST_NORM = 20;

  private final DeltasModel model;
  private final double left;
  private final double width;
  private final double cellTop;
  private final double cellHeight;
  private final double layerGap;
  private final double normTop;
  private final double normHeight;
  private final double line;
  private final boolean names;
  private final boolean norms;
  private final boolean normWords;
  private final boolean legend;

  DeltasLayout(PlotGraphics graphics, Rectangle2D body, DeltasModel model) {
    this.model = model;
    double scale = graphics.tokens().scale();
    line = Math.round(graphics.size(11) * 1.45);
    int rows = model.rows().size();
    int layers = model.layers().size();
    norms = body.getHeight() >= 110;
    normWords = norms && body.getHeight() >= 190 * scale;
    legend = normWords && body.getHeight() >= 240 * scale;
    boolean large = body.getHeight() > 380 * scale;
    double least = Math.max(TALLEST_NORM * scale, (large ? 0.28 : 0.1) * body.getHeight() / layers);
    normHeight = norms ? Math.clamp(0.28 * body.getHeight() / layers, 2, least) : 0;
    double below =
        norms
            ? 10
                + (normWords ? line + 2 : 0)
                + layers * normHeight
                + (layers - 1) * normGap()
                + (normWords ? line + 4 : 6)
                + (legend ? line + 10 : 0)
            : 4;
    cellTop = body.getMinY() + line + 6;
    double room = body.getMaxY() - below - cellTop;
    layerGap = Math.clamp(0.1 * room / layers, 0, 7);
    double tall = Math.max(TALLEST_CELL * scale, (large ? 0.62 : 0.4) * body.getHeight() / rows);
    cellHeight = Math.clamp((room - (layers - 1) * layerGap) / rows, 0.5, tall);
    names = cellHeight >= graphics.size(11) + 1;
    left = body.getMinX() + PADDING + labels(graphics, body) + 8;
    width = Math.max(20, Math.floor(body.getMaxX() - PADDING - 6 - left));
    double cellsEnd = cellTop + rows * cellHeight + (layers - 1) * layerGap;
    double free = Math.max(0, body.getMaxY() - below - cellsEnd);
    normTop = cellsEnd + 10 + Math.min(free, 8) + (normWords ? line + 2 : 0);
  }

  private double labels(PlotGraphics graphics, Rectangle2D body) {
    double widest = 0;
    for (Row row : model.rows()) {
      String text = names ? row.name() : row.layerName();
      widest = Math.max(widest, graphics.width(text, 11, Weight.REGULAR));
    }
    return Math.min(Math.ceil(widest), 0.3 * body.getWidth());
  }

  double line() {
    return line;
  }

  double left() {
    return left;
  }

  double right() {
    return left + width;
  }

  double cellTop() {
    return cellTop;
  }

  double cellHeight() {
    return cellHeight;
  }

  double cellWidth() {
    return width / Math.max(1, model.samples().size());
  }

  /** The gap between cells: none where they are small. */
  double gap() {
    return cellHeight >= 8 && cellWidth() >= 12 ? 2 : 0;
  }

  /** Whether every row has its own name; else each layer has one. */
  boolean namesRows() {
    return names;
  }

  boolean hasNorms() {
    return norms;
  }

  boolean hasNormWords() {
    return normWords;
  }

  boolean hasLegend() {
    return legend;
  }

  double rowTop(int row) {
    return cellTop + row * cellHeight + (model.rows().get(row).layer() - 1) * layerGap;
  }

  Rectangle2D cell(int row, int column) {
    return new Rectangle2D(left + column * cellWidth(), rowTop(row), cellWidth(), cellHeight);
  }

  double cellsBottom() {
    return rowTop(model.rows().size() - 1) + cellHeight;
  }

  int columnAt(double x) {
    return x < left || x >= left + width ? -1 : (int) ((x - left) / cellWidth());
  }

  int rowAt(double y) {
    for (int r = 0; r < model.rows().size(); r++) {
      double top = rowTop(r);
      if (y >= top && y < top + cellHeight) {
        return r;
      }
    }
    return -1;
  }

  double normGap() {
    return normHeight >= 8 ? 2 : normHeight >= 4 ? 1 : 0;
  }

  double normHeight() {
    return normHeight;
  }

  double normTop(int layer) {
    return normTop + (layer - 1) * (normHeight + normGap());
  }

  double normsBottom() {
    return normTop(model.layers().size()) + normHeight;
  }

  /** The layer whose norms lie at {@code y}, from 1; 0 for none. */
  int normAt(double y) {
    if (!norms || y < normTop || y > normsBottom()) {
      return 0;
    }
    double step = normHeight + normGap();
    return Math.min(model.layers().size(), 1 + (int) ((y - normTop) / step));
  }

  double x(double epoch) {
    return left + model.time().scale().unit(epoch) * width;
  }

  double epochAt(double x) {
    return model.time().scale().value(Math.clamp((x - left) / width, 0, 1));
  }

  double width() {
    return width;
  }
}
