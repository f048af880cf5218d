package org.ladera.ui.view.convolution;

import java.util.OptionalInt;
import javafx.geometry.Rectangle2D;
import org.ladera.present.convolution.Area;
import org.ladera.present.convolution.NumberGrid;

/** Where a map is drawn. */
record GridBox(NumberGrid grid, double x, double y, double cell) {
  double width() {
    return grid.columns() * cell;
  }

  double height() {
    return grid.rows() * cell;
  }

  double middle() {
    return y + height() / 2;
  }

  Rectangle2D of(Area area) {
    return new Rectangle2D(
        x + area.column() * cell, y + area.row() * cell, area.columns() * cell, area.rows() * cell);
  }

  /** The index of the cell below a point, row by row. */
  OptionalInt at(double px, double py) {
    int column = (int) Math.floor((px - x) / cell);
    int row = (int) Math.floor((py - y) / cell);
    boolean inside = row >= 0 && row < grid.rows() && column >= 0 && column < grid.columns();
    return inside ? OptionalInt.of(row * grid.columns() + column) : OptionalInt.empty();
  }
}
