package org.ladera.ui.view.check;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.check.DerivativeModel.Verdict;
import org.ladera.present.check.GradientRows;
import org.ladera.text.RichText;
import org.ladera.ui.plot.Clip;
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

  /** Below the rows the ratios stand as bars, where at least this height is left. */
  private static final double LEAST_BARS = 56;

  private static final double HIGHEST_BARS = 180;

  /** The bars have room for at least this ratio, so that 1 is not at the edge. */
  private static final double LARGEST = 2.2;

  /** More bars than this would be hairs. */
  private static final int MOST_BARS = 40;

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
    double spare = both ? Math.min(40, (room - 2 * gap) / 3) : 0;
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
    double ratios = graphics.width(names.get(3), HEAD, Weight.MEDIUM) + 8;
    graphics
        .marks()
        .put(
            ViewMark.RATIOS,
            new Rectangle2D(
                columns.ratio() - ratios,
                top,
                ratios,
                Math.max(1, Math.min(table.rows().size() * rowHeight, box.getMaxY() - top))));
    GraphicsContext g = graphics.context();
    g.save();
    Clip.to(g, box.getMinX(), top, box.getWidth(), Math.max(0, box.getMaxY() - top));
    int first = first(scroll);
    for (int r = first; r < table.rows().size(); r++) {
      double at = top + (r - first) * rowHeight;
      if (at > box.getMaxY()) {
        break;
      }
      row(table.rows().get(r), at, r == chosen, r == lit);
    }
    g.restore();
    bars();
    thumb(scroll);
  }

  /** A bar for the ratio of each derivative, and the line that all of them should reach. */
  private void bars() {
    List<GradientRows.Row> rows =
        table.rows().stream().filter(r -> Double.isFinite(r.size())).toList();
    double from = top + table.rows().size() * rowHeight + graphics.size(HEAD) * 2.6;
    double height =
        Math.min(HIGHEST_BARS * tokens.scale(), box.getMaxY() - from - graphics.size(HEAD) * 1.6);
    if (rows.isEmpty() || rows.size() > MOST_BARS || height < LEAST_BARS * tokens.scale()) {
      return;
    }
    double largest = rows.stream().mapToDouble(GradientRows.Row::size).reduce(LARGEST, Math::max);
    double foot = from + height;
    double left = box.getMinX() + 12 + graphics.size(HEAD) * 1.6;
    double each = (box.getMaxX() - 8 - left) / rows.size();
    GraphicsContext g = graphics.context();
    for (int i = 0; i < rows.size(); i++) {
      double size = height * Math.clamp(rows.get(i).size() / largest, 0, 1);
      g.setFill(ink(rows.get(i).kind()));
      g.fillRoundRect(left + (i + 0.18) * each, foot - size, each * 0.64, size, 3, 3);
    }
    double right = box.getMaxX() - 8;
    graphics.line(left, foot, right, foot, tokens.controlBorder(), 1);
    double one = PlotGraphics.crisp(foot - height / largest);
    graphics.line(left - 4, one, right, one, tokens.text(), 2);
    graphics.text(
        "1", left - 8, one + graphics.drop(HEAD), HEAD, Weight.MEDIUM, tokens.text(), Align.RIGHT);
    graphics.text(
        names.get(3),
        box.getMinX() + 12,
        from - graphics.size(HEAD) * 0.8,
        HEAD,
        Weight.MEDIUM,
        tokens.muted(),
        Align.LEFT);
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
    number(row.ratio(), columns.ratio(), base, Weight.SEMI_BOLD, ink(row.kind()));
    double line = PlotGraphics.crisp(y + rowHeight - 1);
    graphics.line(box.getMinX(), line, box.getMaxX(), line, tokens.grid(), 1);
  }

  private Color ink(Verdict.Kind kind) {
    return switch (kind) {
      case PASS -> tokens.success().mark();
      case FAIL -> tokens.danger().mark();
      case NONE -> tokens.muted();
    };
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
