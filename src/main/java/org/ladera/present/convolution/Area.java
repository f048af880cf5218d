package org.ladera.present.convolution;

/**
 * Some rows and columns of a map, from 0.
 *
 * @param row the first
 * @param column the first
 */
public record Area(int row, int column, int rows, int columns) {
  /** What lies inside a map of that size. */
  Area within(int allRows, int allColumns) {
    int top = Math.clamp(row, 0, allRows);
    int left = Math.clamp(column, 0, allColumns);
    return new Area(
        top,
        left,
        Math.clamp(row + rows, 0, allRows) - top,
        Math.clamp(column + columns, 0, allColumns) - left);
  }

  public boolean has(int r, int c) {
    return r >= row && r < row + rows && c >= column && c < column + columns;
  }
}
