package org.ladera.ui.plot;

import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseEvent;

/** How far a table is scrolled, and the bars that say so where it is longer or wider than seen. */
final class TableScroll {
  private final ScrollThumb across = new ScrollThumb(false);
  private final ScrollThumb down = new ScrollThumb(true);
  private double x;
  private double y;

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  void show(TableGrid grid, int row) {
    y = grid.showing(row, y);
  }

  void showColumn(TableGrid grid, int column) {
    x = grid.showingColumn(column, x);
  }

  void by(TableGrid grid, double right, double further) {
    x = TableGrid.clamp(x + right, grid.tooWide());
    y = TableGrid.clamp(y + further, grid.tooTall());
  }

  /** Lays the bars along the edges. */
  void place(TableGrid grid, Rectangle2D body) {
    across.place(body, body.getMinX() + 8, body.getMaxX() - 8, grid.tooWide(), x);
    down.place(body, grid.top(), body.getMaxY() - 8, grid.tooTall(), y);
  }

  /** There are no rows. */
  void hide() {
    across.hide();
    down.hide();
  }

  void draw(PlotGraphics graphics) {
    across.draw(graphics);
    down.draw(graphics);
  }

  /** Whether the pointer is over a bar. */
  boolean hover(double px, double py) {
    boolean below = across.hover(px, py);
    return down.hover(px, py) || below;
  }

  /** A bar under the pointer is taken hold of; false where none is. */
  boolean press(double px, double py) {
    boolean taken = across.press(px, py) || down.press(px, py);
    drag(px, py);
    return taken;
  }

  void drag(double px, double py) {
    x = across.held(px, x);
    y = down.held(py, y);
  }

  /** Two quick presses beside a bar are no wish for a larger view. */
  void click(MouseEvent e) {
    if (hover(e.getX(), e.getY())) {
      e.consume();
    }
  }

  void release() {
    across.release();
    down.release();
  }

  boolean isHeld() {
    return across.isHeld() || down.isHeld();
  }
}
