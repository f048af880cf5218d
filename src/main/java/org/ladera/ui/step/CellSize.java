package org.ladera.ui.step;

import java.util.List;
import org.ladera.present.step.Equation;
import org.ladera.present.step.Grid;

/** The size of the cells of a grid, in pixels of the screen. */
record CellSize(double width, double height, double gap) {
  /** A pixel of a picture without numbers. */
  private static final double LARGEST_DOT = 14;

  static final double SMALLEST_DOT = 4;

  double across(int columns) {
    return Math.max(1, columns * (width + gap) - gap);
  }

  double down(int rows) {
    return Math.max(1, rows * (height + gap) - gap);
  }

  /** Whether there are such cells. */
  boolean isSeen() {
    return width > 0;
  }

  /** Rows of a grid whose cells have numbers. */
  static int rows(Grid grid) {
    return grid.isPixels() ? 1 : grid.rows();
  }

  /** Columns of a grid whose cells have numbers. */
  static int columns(Grid grid) {
    return grid.isPixels() ? 0 : grid.columns();
  }

  /** Rows of each map of a grid that shows pictures. */
  static int mapRows(Grid grid) {
    return grid.tiles().orElseThrow().shape().rows();
  }

  /**
   * Pixels of one size for all pictures, so large that each grid with numbers keeps a column;
   * nothing where there are no pictures.
   */
  static CellSize dots(List<Equation.Term> terms, double room, double height, double numberWidth) {
    double left = room;
    int across = 0;
    int down = 1;
    for (Equation.Term term : terms) {
      Grid grid = term.grid();
      if (grid.isPixels()) {
        across += grid.columns();
        down = Math.max(down, mapRows(grid));
      } else {
        left -= numberWidth;
      }
    }
    if (across == 0) {
      return new CellSize(0, 0, 0);
    }
    double size = Math.min(LARGEST_DOT, Math.min(left / across, height / down));
    double whole = size < 2 ? Math.max(1, size) : Math.floor(size);
    return new CellSize(whole, whole, 0);
  }

  /** What pictures take of the width. */
  double dotted(List<Equation.Term> terms) {
    return terms.stream()
        .filter(t -> t.grid().isPixels())
        .mapToDouble(t -> across(t.grid().columns()))
        .sum();
  }
}
