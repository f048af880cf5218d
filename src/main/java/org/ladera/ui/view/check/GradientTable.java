package org.ladera.ui.view.check;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.check.DerivativeModel.Verdict;
import org.ladera.present.check.GradientRows;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws all derivatives as rows, as many columns as there is room for. */
final class GradientTable {
  private static final double TEXT = 12;
  private static final double HEAD = 11;
  private static final double GAP = 14;

  /** The places of the columns; a column without room is missing. */
  private record Columns(double backprop, double dual, double ratio) {}

  /** Ratios are bars too, where this much is left for them. */
  private static final double LEAST_BARS = 48;

  /** The longest bar stands for at least this ratio, so that 1 is not at the edge. */
  private static final double LONGEST = 2.2;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final Rectangle2D box;
  private final GradientRows table;
  private final double rowHeight;
  private final double top;
  private final List<String> summary;
  private final Columns columns;
  private final List<String> names;

  /**
   * @param names of the four columns
   */
  GradientTable(PlotGraphics graphics, Rectangle2D box, GradientRows table, List<String> names) {
    this.graphics = graphics;
    this.box = box;
    this.table = table;
    this.names = names;
    tokens = graphics.tokens();
    rowHeight = Math.round(graphics.size(TEXT) * 1.85);
    summary = RichLines.wrapped(graphics, table.summary(), box.getWidth() - 12, TEXT);
    top = box.getMinY() + summary.size() * lineHeight() + Math.round(graphics.size(HEAD) * 2.4);
    columns = columns();
  }

  private double lineHeight() {
    return Math.round(graphics.size(TEXT) * 1.4);
  }

  /** From the right: ratio, then as many of the numbers as fit beside the symbol. */
  private Columns columns() {
    double symbol = 0;
    double numbers = graphics.width(names.get(1), HEAD, Weight.MEDIUM);
    numbers = Math.max(numbers, graphics.width(names.get(2), HEAD, Weight.MEDIUM));
    double ratio = graphics.width(names.get(3), HEAD, Weight.MEDIUM);
    for (GradientRows.Row row : table.rows().stream().limit(200).toList()) {
      symbol = Math.max(symbol, graphics.width(RichText.parse(row.symbol()), TEXT, Weight.REGULAR));
      numbers = Math.max(numbers, graphics.tabularWidth(row.backprop(), TEXT, Weight.REGULAR));
      numbers = Math.max(numbers, graphics.tabularWidth(row.dual(), TEXT, Weight.REGULAR));
      ratio = Math.max(ratio, graphics.tabularWidth(row.ratio(), TEXT, Weight.REGULAR));
    }
    double room = box.getWidth() - 12 - symbol - ratio - GAP;
    double gap = numbers + GAP;
    boolean both = room >= 2 * gap;
    boolean one = room >= gap;
    double right = box.getMaxX() - 8;
    // Where there is room for more, the columns stay together at the left.
    double bars = LEAST_BARS * tokens.scale() + 28;
    double over = room - 2 * gap;
    double spare = both ? Math.clamp((over > bars ? over - bars : over) / 3, 0, 40) : 0;
    double first = box.getMinX() + 12 + symbol + gap + spare;
    double last = both ? first + 2 * gap - GAP + 2 * spare + ratio - numbers + GAP : right;
    return new Columns(
        both ? first : one ? right - ratio - GAP : Double.NaN,
        both ? first + gap + spare : Double.NaN,
        both ? Math.min(right, last) : right);
  }

  /** How far the rows can be scrolled. */
  double tooTall() {
    double over = table.rows().size() * rowHeight - (box.getMaxY() - top);
    return Math.max(0, Math.ceil(over / rowHeight) * rowHeight);
  }

  /** The row that stands first: rows are never cut at the head. */
  private int first(double scroll) {
    return (int) Math.ceil(scroll / rowHeight - 1e-9);
  }

  /** The scroll nearest to {@code scroll} that shows the whole of {@code row}. */
  double showing(int row, double scroll) {
    double least = (row + 1) * rowHeight - (box.getMaxY() - top);
    return Math.clamp(Math.max(least, Math.min(scroll, row * rowHeight)), 0, tooTall());
  }

  /** The row at a place, or −1. */
  int rowAt(double x, double y, double scroll) {
    int row = (int) Math.floor((y - top) / rowHeight) + first(scroll);
    boolean inside = x >= box.getMinX() && x <= box.getMaxX() && y >= top && y <= box.getMaxY();
    return inside && row < table.rows().size() ? row : -1;
  }

  /** Draws the table, the chosen row and the one lit up; −1 for none. */
  void draw(double scroll, int chosen, int lit) {
    double y = box.getMinY();
    boolean fails = table.rows().stream().anyMatch(r -> r.kind() == Verdict.Kind.FAIL);
    for (String line : summary) {
      y += lineHeight();
      graphics.plain(
          RichText.parse(line),
          box.getMinX() + 12,
          y - graphics.size(TEXT) * 0.35,
          TEXT,
          Weight.REGULAR,
          fails ? tokens.danger().mark() : tokens.muted(),
          Align.LEFT);
    }
    head();
    GraphicsContext g = graphics.context();
    g.save();
    g.beginPath();
    g.rect(box.getMinX(), top, box.getWidth(), Math.max(0, box.getMaxY() - top));
    g.clip();
    int first = first(scroll);
    for (int r = first; r < table.rows().size(); r++) {
      double at = top + (r - first) * rowHeight;
      if (at > box.getMaxY()) {
        break;
      }
      row(table.rows().get(r), at, r == chosen, r == lit);
    }
    g.restore();
    one(Math.min(table.rows().size() - first, (int) ((box.getMaxY() - top) / rowHeight)));
    thumb(scroll);
  }

  /** Where the bars begin; NaN where there is no room for them. */
  private double bars() {
    double from = columns.ratio() + 16;
    return box.getMaxX() - 12 - from >= LEAST_BARS * tokens.scale() ? from : Double.NaN;
  }

  private double end(double ratio) {
    double longest =
        table.rows().stream()
            .mapToDouble(GradientRows.Row::size)
            .filter(Double::isFinite)
            .reduce(LONGEST, Math::max);
    double share = Math.clamp(ratio / longest, 0, 1);
    return bars() + share * (box.getMaxX() - 12 - bars());
  }

  /** The line that every bar should reach. */
  private void one(int rows) {
    if (!Double.isNaN(bars()) && rows > 0) {
      double x = PlotGraphics.crisp(end(1));
      graphics.line(x, top, x, top + rows * rowHeight, tokens.text(), 1.5);
      graphics.text(
          "1",
          x,
          top - graphics.size(HEAD) * 0.75,
          HEAD,
          Weight.MEDIUM,
          tokens.text(),
          Align.CENTRE);
    }
  }

  private void head() {
    double base = top - graphics.size(HEAD) * 0.75;
    head(0, box.getMinX() + 12, base, Align.LEFT);
    head(1, columns.backprop(), base, Align.RIGHT);
    head(2, columns.dual(), base, Align.RIGHT);
    head(3, columns.ratio(), base, Align.RIGHT);
    double line = PlotGraphics.crisp(top - 1);
    graphics.line(box.getMinX(), line, box.getMaxX(), line, tokens.separator(), 1);
  }

  private void head(int column, double x, double base, Align align) {
    if (!Double.isNaN(x)) {
      graphics.text(names.get(column), x, base, HEAD, Weight.MEDIUM, tokens.muted(), align);
    }
  }

  private void row(GradientRows.Row row, double y, boolean chosen, boolean lit) {
    GraphicsContext g = graphics.context();
    if (chosen || lit) {
      g.setFill(tokens.inset());
      g.fillRect(box.getMinX(), y, box.getWidth(), rowHeight);
    }
    if (chosen) {
      g.setFill(tokens.accent());
      g.fillRect(box.getMinX(), y, 3, rowHeight);
    }
    double base = y + rowHeight / 2 + graphics.drop(TEXT);
    graphics.plain(
        RichText.parse(row.symbol()),
        box.getMinX() + 12,
        base,
        TEXT,
        Weight.REGULAR,
        tokens.gradient().ink(),
        Align.LEFT);
    Weight weight = chosen ? Weight.SEMI_BOLD : Weight.REGULAR;
    number(row.backprop(), columns.backprop(), base, weight, tokens.text());
    number(row.dual(), columns.dual(), base, weight, tokens.text());
    Color ink =
        switch (row.kind()) {
          case PASS -> tokens.success().mark();
          case FAIL -> tokens.danger().mark();
          case NONE -> tokens.muted();
        };
    number(row.ratio(), columns.ratio(), base, Weight.SEMI_BOLD, ink);
    if (!Double.isNaN(bars()) && Double.isFinite(row.size())) {
      g.setFill(ink);
      g.fillRoundRect(
          bars(),
          y + rowHeight * 0.22,
          Math.max(2, end(row.size()) - bars()),
          rowHeight * 0.56,
          3,
          3);
    }
    double line = PlotGraphics.crisp(y + rowHeight - 1);
    graphics.line(box.getMinX(), line, box.getMaxX(), line, tokens.grid(), 1);
  }

  private void number(String text, double x, double base, Weight weight, Color ink) {
    if (!Double.isNaN(x)) {
      graphics.tabular(text, x, base, TEXT, weight, ink, Align.RIGHT);
    }
  }

  private void thumb(double scroll) {
    if (tooTall() <= 0) {
      return;
    }
    double room = box.getMaxY() - top;
    double size = Math.max(24, room * room / (room + tooTall()));
    double y = top + (room - size) * scroll / tooTall();
    graphics.context().setFill(tokens.controlBorder());
    graphics.context().fillRoundRect(box.getMaxX() - 4, y, 4, size, 4, 4);
  }
}
