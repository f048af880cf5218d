package org.ladera.present.step;

import org.ladera.engine.matrix.Shape;

/**
 * How numbers that the engine keeps in a matrix lie as pictures one below the other: the row of a
 * sample as its channels, or the column of a filter as its kernels.
 *
 * @param shape of one sample or one filter
 * @param count how many of them
 * @param kernels whether each is a column of the matrix, not a row
 * @param names what a place is called
 */
public record Tiles(Shape shape, int count, boolean kernels, Names names) {
  /** Calls places by their names. */
  @FunctionalInterface
  public interface Names {
    /** All from 0. */
    String at(int picture, int channel, int row, int column);
  }

  int rows() {
    return count * height();
  }

  int columns() {
    return shape.columns();
  }

  private int height() {
    return shape.channels() * shape.rows();
  }

  /** The row in the engine's matrix, from 0, of what is drawn at a place. */
  int row(int row, int column) {
    return kernels ? inside(row, column) : row / height();
  }

  /** The column in the engine's matrix. */
  int column(int row, int column) {
    return kernels ? row / height() : inside(row, column);
  }

  private int inside(int row, int column) {
    return row % height() * shape.columns() + column;
  }

  /** Where a number of the engine's matrix is drawn. */
  Grid.Cell cell(int row, int column) {
    int picture = kernels ? column : row;
    int inside = kernels ? row : column;
    return new Grid.Cell(picture * height() + inside / shape.columns(), inside % shape.columns());
  }

  /** Whether a new picture begins at a drawn row. */
  public boolean isTop(int row) {
    return row % shape.rows() == 0;
  }

  /** What a drawn place is called. */
  String where(Grid.Cell cell) {
    return names.at(
        cell.row() / height(),
        cell.row() % height() / shape.rows(),
        cell.row() % shape.rows(),
        cell.column());
  }

  /** How it is written over the grid: 3 × 1 × 7 × 7, without counts of one. */
  public String dimensions() {
    String size = shape.rows() + " \u00d7 " + shape.columns();
    String channels = shape.channels() == 1 ? size : shape.channels() + " \u00d7 " + size;
    return count == 1
        ? channels
        : count + (shape.channels() == 1 ? " \u00d7 1 \u00d7 " : " \u00d7 ") + channels;
  }
}
