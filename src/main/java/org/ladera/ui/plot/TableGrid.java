package org.ladera.ui.plot;

import javafx.geometry.Rectangle2D;
import org.ladera.present.shared.Table;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Type.Weight;

/**
 * Where the cells of a table lie inside the body of a card: columns as wide as their widest cell,
 * rows of one height below a header, scrolled by whole pixels. Where the columns are too wide
 * together, the first and the last stay in sight and the others move between them.
 */
final class TableGrid {
  static final double TEXT = 12;
  static final double HEAD = 11;
  private static final double PADDING = 16;
  private static final double GAP = 14;
  private static final double WIDEST_GAP = 48;

  /** With less room than this between them, the outer columns move as well. */
  private static final double LEAST_BETWEEN = 60;

  private final Table table;
  private final Rectangle2D body;
  private final double[] right;
  private final double[] left;
  private final double rowHeight;
  private final double headHeight;
  private final double top;

  TableGrid(PlotGraphics graphics, Rectangle2D body, Table table) {
    this.table = table;
    this.body = body;
    int n = table.columns().size();
    rowHeight = Math.round(graphics.size(TEXT) * 2.2);
    headHeight = Math.round(graphics.size(HEAD) * 2.2);
    top = body.getMinY() + headHeight;
    double[] widths = new double[n];
    double sum = 0;
    for (int c = 0; c < n; c++) {
      widths[c] = width(graphics, c);
      sum += widths[c];
    }
    double spare = body.getWidth() - 2 * PADDING - sum;
    double gap = n < 2 ? GAP : Math.max(GAP, Math.min(WIDEST_GAP, spare / (n - 1)));
    left = new double[n];
    right = new double[n];
    double x = body.getMinX() + PADDING;
    for (int c = 0; c < n; c++) {
      left[c] = x;
      right[c] = x + widths[c];
      x = right[c] + gap;
    }
  }

  private double width(PlotGraphics graphics, int column) {
    double width =
        graphics.width(RichText.parse(table.columns().get(column).name()), HEAD, Weight.MEDIUM);
    for (Table.Row row : table.rows()) {
      String shown = row.cells().get(column).shown();
      width = Math.max(width, graphics.tabularWidth(shown, TEXT, Weight.SEMI_BOLD));
    }
    return Math.ceil(width);
  }

  double rowHeight() {
    return rowHeight;
  }

  double headHeight() {
    return headHeight;
  }

  double top() {
    return top;
  }

  /** The left edge of a column, scrolled. */
  double left(int column, double scroll) {
    return left[column] - shift(column, scroll);
  }

  /** The right edge of a column, scrolled. */
  double right(int column, double scroll) {
    return right[column] - shift(column, scroll);
  }

  private double shift(int column, double scroll) {
    if (!isHeld(column)) {
      return scroll;
    }
    return column == 0 ? 0 : tooWide();
  }

  /** Whether the first and the last column stay where they are. */
  private boolean holds() {
    int last = right.length - 1;
    return tooWide() > 0
        && last >= 2
        && left[last] - tooWide() - right[0] - 2 * GAP >= LEAST_BETWEEN;
  }

  private boolean isHeld(int column) {
    return holds() && (column == 0 || column == right.length - 1);
  }

  /** Where a column may be drawn: from the first to the second number across. */
  double from(int column) {
    return holds() && !isHeld(column) ? right[0] + GAP / 2 : 0;
  }

  double to(int column) {
    int last = right.length - 1;
    return holds() && !isHeld(column) ? left[last] - tooWide() - GAP / 2 : body.getMaxX();
  }

  /** Whether a column is cut off at a side: what is left of its numbers would be other numbers. */
  boolean isCut(int column, double scroll) {
    return holds()
        && !isHeld(column)
        && (left(column, scroll) < from(column) || right(column, scroll) > to(column));
  }

  /** How much of a column is seen from its left edge on; nothing where that is hidden. */
  double seen(int column, double scroll) {
    double begin = left(column, scroll);
    return begin < from(column)
        ? 0
        : Math.max(0, Math.min(right(column, scroll), to(column)) - begin);
  }

  /** The scroll nearest to {@code scroll} that shows the whole width of {@code column}. */
  double showingColumn(int column, double scroll) {
    if (isHeld(column)) {
      return scroll;
    }
    double most = left[column] - Math.max(from(column), body.getMinX()) - GAP / 2;
    double least = right[column] - to(column) + GAP / 2;
    return clamp(Math.max(least, Math.min(scroll, most)), tooWide());
  }

  /** How far the rows can be scrolled. */
  double tooTall() {
    return Math.max(0, table.rows().size() * rowHeight - (body.getMaxY() - 8 - top));
  }

  /** How far the columns can be scrolled. */
  double tooWide() {
    double over = right.length == 0 ? 0 : right[right.length - 1] + PADDING - body.getMaxX();
    // Less than half a pixel is what the gaps were rounded by.
    return over < 0.5 ? 0 : over;
  }

  double y(int row, double scroll) {
    return top + row * rowHeight - scroll;
  }

  /** The row at a height, or −1. */
  int rowAt(double y, double scroll) {
    int row = (int) Math.floor((y - top + scroll) / rowHeight);
    return y >= top && row >= 0 && row < table.rows().size() ? row : -1;
  }

  /** The column at an x, or −1. */
  int columnAt(double x, double scroll) {
    for (int c = 0; c < left.length; c++) {
      if (x >= Math.max(from(c), left(c, scroll) - GAP / 2)
          && x <= Math.min(to(c), right(c, scroll) + GAP / 2)) {
        return c;
      }
    }
    return -1;
  }

  /** The scroll nearest to {@code scroll} that shows the whole of {@code row}. */
  double showing(int row, double scroll) {
    double bottomMost = (row + 1) * rowHeight - (body.getMaxY() - 8 - top);
    return clamp(Math.max(bottomMost, Math.min(scroll, row * rowHeight)), tooTall());
  }

  static double clamp(double scroll, double most) {
    return Math.max(0, Math.min(scroll, most));
  }
}
