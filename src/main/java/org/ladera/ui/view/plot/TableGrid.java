package org.ladera.ui.view.plot;

import javafx.geometry.Rectangle2D;
import org.ladera.present.Table;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Type.Weight;

/**
 * Where the cells of a table lie inside the body of a card: columns as wide as their widest cell,
 * rows of one height below a header, scrolled by whole pixels.
 */
final class TableGrid {
  static final double TEXT = 12;
  static final double HEAD = 11;
  private static final double PADDING = 16;
  private static final double GAP = 14;
  private static final double WIDEST_GAP = 48;

  private final Table table;
  private final Rectangle2D body;
  private final double[] right;
  private final double[] left;
  private final double rowHeight;
  private final double headHeight;
  private final double top;

  TableGrid(Pen pen, Rectangle2D body, Table table) {
    this.table = table;
    this.body = body;
    int n = table.columns().size();
    rowHeight = Math.round(pen.size(TEXT) * 2.2);
    headHeight = Math.round(pen.size(HEAD) * 2.2);
    top = body.getMinY() + headHeight;
    double[] widths = new double[n];
    double sum = 0;
    for (int c = 0; c < n; c++) {
      widths[c] = width(pen, c);
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

  private double width(Pen pen, int column) {
    double width =
        pen.width(RichText.parse(table.columns().get(column).name()), HEAD, Weight.MEDIUM);
    for (Table.Row row : table.rows()) {
      String shown = row.cells().get(column).shown();
      width = Math.max(width, pen.tabularWidth(shown, TEXT, Weight.SEMI_BOLD));
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

  double left(int column) {
    return left[column];
  }

  double right(int column) {
    return right[column];
  }

  /** How far the rows can be scrolled. */
  double tooTall() {
    return Math.max(0, table.rows().size() * rowHeight - (body.getMaxY() - 8 - top));
  }

  /** How far the columns can be scrolled. */
  double tooWide() {
    return right.length == 0 ? 0 : Math.max(0, right[right.length - 1] + PADDING - body.getMaxX());
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
      if (x + scroll >= left[c] - GAP / 2 && x + scroll <= right[c] + GAP / 2) {
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
