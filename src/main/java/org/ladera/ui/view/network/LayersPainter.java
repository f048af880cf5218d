package org.ladera.ui.view.network;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.landscape.Spread;
import org.ladera.present.network.LayersModel;
import org.ladera.present.network.LayersModel.Cell;
import org.ladera.present.network.LayersModel.Column;
import org.ladera.present.network.LayersModel.Row;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link LayersModel}: ridges, the way behind and fainter, now in front and filled. */
final class LayersPainter {
  /** Each moment of the way lies so much higher than the one after it. */
  private static final double RISE = 3;

  /** The way takes at most that share of a row. */
  private static final double BEHIND = 0.45;

  private static final double FILL = 0.3;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final LayersModel model;
  private final LayersLayout layout;
  private final boolean own;

  /**
   * @param own whether each picture has a scale of its own
   */
  LayersPainter(PlotGraphics graphics, LayersModel model, LayersLayout layout, boolean own) {
    this.graphics = graphics;
    g = graphics.context();
    tokens = graphics.tokens();
    this.model = model;
    this.layout = layout;
    this.own = own;
  }

  /**
   * @param row of the cell that is read, or −1
   */
  void draw(int row, int column) {
    heads();
    for (int r = 0; r < model.rows().size(); r++) {
      row(r, r == row ? column : -1);
    }
    axes();
  }

  private void heads() {
    double base = layout.top() - graphics.size(11) * 0.4;
    for (int c = layout.first(); c < layout.end(); c++) {
      RichText symbol = RichText.parse(model.columns().get(c).symbol());
      double x = layout.cell(0, c).getMinX();
      graphics.text(symbol, x, base, 12, Weight.SEMI_BOLD, tokens.text(), Align.LEFT);
      text("\u03c3", layout.number(c), base, false);
    }
    text(model.flatWord(), layout.share(false), base, false);
    if (model.mortal()) {
      text(model.deadWord(), layout.share(true), base, false);
    }
  }

  private void text(String words, double right, double base, boolean strong) {
    graphics.text(
        words,
        right,
        base,
        11,
        strong ? Weight.SEMI_BOLD : Weight.REGULAR,
        strong ? tokens.danger().mark() : tokens.muted(),
        Align.RIGHT);
  }

  private void row(int r, int read) {
    Row row = model.rows().get(r);
    boolean lit = r == model.lit();
    double bottom = layout.rowTop(r) + layout.rowHeight();
    graphics.line(
        layout.left(),
        PlotGraphics.crisp(bottom),
        layout.share(model.mortal()),
        PlotGraphics.crisp(bottom),
        tokens.grid(),
        1);
    for (int c = layout.first(); c < layout.end(); c++) {
      cell(r, c, row.cells().get(c), c == read);
    }
    if (!written(r)) {
      return;
    }
    double base = layout.rowTop(r) + layout.rowHeight() * 0.62 + graphics.drop(11);
    graphics.text(
        layout.isNamed() ? row.name() : row.number(),
        layout.left() - 10,
        base,
        11,
        lit ? Weight.SEMI_BOLD : Weight.REGULAR,
        lit ? tokens.accent() : tokens.muted(),
        Align.RIGHT);
    for (int c = layout.first(); c < layout.end(); c++) {
      graphics.text(
          row.cells().get(c).deviation(),
          layout.number(c),
          base,
          11,
          Weight.REGULAR,
          tokens.text(),
          Align.RIGHT);
    }
    text(row.saturated(), layout.share(false), base, false);
    text(row.dead(), layout.share(true), base, true);
  }

  /** Words of low rows take turns. */
  private boolean written(int row) {
    double needed = graphics.size(11) * 1.15;
    int every = (int) Math.ceil(needed / layout.rowHeight());
    return every <= 1 || row % every == 0;
  }

  private void cell(int r, int c, Cell cell, boolean read) {
    Rectangle2D plot = layout.plot(r, c);
    Column column = model.columns().get(c);
    double low = column.low();
    double high = column.high();
    if (own) {
      low = Double.POSITIVE_INFINITY;
      high = Double.NEGATIVE_INFINITY;
      for (Spread past : cell.past()) {
        low = Math.min(low, past.low());
        high = Math.max(high, past.high());
      }
      low = Math.min(low, cell.now().low());
      high = Math.max(high, cell.now().high());
    }
    if (read) {
      g.setFill(tokens.inset());
      g.fillRect(plot.getMinX() - 2, plot.getMinY(), plot.getWidth() + 4, plot.getHeight());
    }
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      return;
    }
    Color ink = ink(column);
    int count = cell.past().size();
    double rise = Math.min(RISE * tokens.scale(), BEHIND * plot.getHeight() / Math.max(1, count));
    double tall = plot.getHeight() - rise * count;
    zero(plot, low, high);
    for (int i = 0; i < count; i++) {
      double base = plot.getMaxY() - rise * (count - i);
      Color faint = ink.interpolate(tokens.canvas(), 0.75 - 0.35 * i / count);
      ridge(cell.past().get(i), plot, low, high, base, tall * 0.8, faint, tokens.canvas());
    }
    ridge(
        cell.now(),
        plot,
        low,
        high,
        plot.getMaxY(),
        tall,
        ink,
        ink.interpolate(tokens.canvas(), 1 - FILL));
  }

  private void zero(Rectangle2D plot, double low, double high) {
    if (low <= 0 && high >= 0 && high > low) {
      double x = PlotGraphics.crisp(x(0, plot, low, high));
      graphics.line(x, plot.getMinY(), x, plot.getMaxY(), tokens.grid(), 1);
    }
  }

  private static double x(double value, Rectangle2D plot, double low, double high) {
    double share = high > low ? (value - low) / (high - low) : 0.5;
    return plot.getMinX() + share * plot.getWidth();
  }

  private void ridge(
      Spread spread,
      Rectangle2D plot,
      double low,
      double high,
      double base,
      double tall,
      Color line,
      Color fill) {
    if (!Double.isFinite(spread.low())) {
      return;
    }
    double from = x(spread.low(), plot, low, high);
    double to = x(spread.high(), plot, low, high);
    if (to - from < 2) {
      graphics.line(from, base, from, base - tall, line, 2);
      return;
    }
    int[] bins = spread.bins();
    double most = spread.most();
    double wide = (to - from) / bins.length;
    double[] xs = new double[bins.length + 2];
    double[] ys = new double[bins.length + 2];
    xs[0] = from;
    ys[0] = base;
    for (int i = 0; i < bins.length; i++) {
      xs[i + 1] = from + (i + 0.5) * wide;
      ys[i + 1] = base - tall * bins[i] / most;
    }
    xs[bins.length + 1] = to;
    ys[bins.length + 1] = base;
    g.setFill(fill);
    g.fillPolygon(xs, ys, xs.length);
    g.setStroke(line);
    g.setLineWidth(graphics.stroke(1.25));
    g.strokePolyline(xs, ys, xs.length);
  }

  private Color ink(Column column) {
    return switch (column.of()) {
      case Z -> tokens.netInput().mark();
      case A -> tokens.input().mark();
      case DELTA -> tokens.delta().mark();
      case GRADIENT -> tokens.gradient().mark();
      case WEIGHTS -> tokens.weight().mark();
    };
  }

  /** Where the axis that all pictures of a column share begins and ends. */
  private void axes() {
    if (own) {
      return;
    }
    double base = layout.bottom() + graphics.size(11) * 1.15;
    for (int c = layout.first(); c < layout.end(); c++) {
      Column column = model.columns().get(c);
      Rectangle2D plot = layout.plot(0, c);
      graphics.text(
          column.lowText(), plot.getMinX(), base, 10, Weight.REGULAR, tokens.muted(), Align.LEFT);
      double low = graphics.width(column.lowText(), 10, Weight.REGULAR);
      double high = graphics.width(column.highText(), 10, Weight.REGULAR);
      double right = Math.max(plot.getMaxX(), plot.getMinX() + low + 8 + high);
      graphics.text(
          column.highText(), right, base, 10, Weight.REGULAR, tokens.muted(), Align.RIGHT);
    }
  }
}
