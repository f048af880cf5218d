package org.ladera.ui.step;

import org.ladera.present.step.Grid;
import org.ladera.present.step.Tiles;

/**
 * The part of a grid that has room, around the cell it is about.
 *
 * @param row first row that is seen
 * @param rows how many are seen
 * @param column first column that is seen
 * @param columns how many are seen
 */
record CellWindow(int row, int rows, int column, int columns) {
  /** As many cells as have room, so that {@code about} is among them. */
  static CellWindow around(Grid grid, Grid.Cell about, int mostRows, int mostColumns) {
    int rows = Math.min(grid.rows(), Math.max(1, mostRows));
    int columns = Math.min(grid.columns(), Math.max(1, mostColumns));
    return new CellWindow(
        first(about.row(), rows, grid.rows()),
        rows,
        first(about.column(), columns, grid.columns()),
        columns);
  }

  /** All of the map of a picture that a cell belongs to. */
  static CellWindow ofMap(Grid grid, Grid.Cell about) {
    Tiles tiles = grid.tiles().orElseThrow();
    return new CellWindow(tiles.top(about.row()), tiles.shape().rows(), 0, tiles.shape().columns());
  }

  private static int first(int about, int seen, int all) {
    return Math.clamp(about - seen / 2, 0, all - seen);
  }

  boolean isWhole(Grid grid) {
    return rows == grid.rows() && columns == grid.columns();
  }

  /** Every cell that is seen, row by row. */
  void forEach(CellAction action) {
    for (int r = row; r < row + rows; r++) {
      for (int c = column; c < column + columns; c++) {
        action.at(r, c);
      }
    }
  }

  /** What is done with a cell. */
  @FunctionalInterface
  interface CellAction {
    void at(int row, int column);
  }

  boolean has(int r, int c) {
    return r >= row && r < row + rows && c >= column && c < column + columns;
  }
}
