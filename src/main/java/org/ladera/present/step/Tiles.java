package org.ladera.present.step;

import java.util.Optional;
import org.ladera.engine.matrix.Shape;

/**
 * How numbers that the engine keeps in a matrix lie as pictures one below the other: the row of a
 * sample as its channels, or the column of a filter or of a unit as its weights.
 *
 * @param shape of one sample, one filter or the weights of one unit
 * @param count how many of them
 * @param kernels whether each is a column of the matrix, not a row
 * @param matrix the matrix that they are in the formula, where a dense layer takes them as such
 * @param names what pictures and places are called
 */
public record Tiles(
    Shape shape, int count, boolean kernels, Optional<Dimensions> matrix, Names names) {
  /** A picture of more is drawn as pixels: its numbers have no room. */
  private static final int MOST_NUMBERED = 100;

  /** Calls pictures and places by their names, all from 0. */
  interface Names {
    String picture(int picture, int channel);

    String place(int picture, int channel, int row, int column);
  }

  /** As written in a formula. */
  public record Dimensions(int rows, int columns) {
    Dimensions turned() {
      return new Dimensions(columns, rows);
    }
  }

  /** The same pictures in a matrix whose rows and columns are exchanged: they stay upright. */
  Tiles turned() {
    return new Tiles(shape, count, kernels, matrix.map(Dimensions::turned), names);
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

  /** Whether its pictures are to be seen whole, without a number in each pixel. */
  public boolean isPixels() {
    return shape.rows() * shape.columns() > MOST_NUMBERED;
  }

  /** Whether so many places are more than half of a picture. */
  public boolean isMost(int places) {
    return 2 * places > shape.rows() * shape.columns();
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

  /** The first row, as drawn, of the map that a drawn row belongs to. */
  public int top(int row) {
    return row - row % shape.rows();
  }

  /** How many maps there are in all. */
  public int maps() {
    return count * shape.channels();
  }

  /** Which of them a drawn row belongs to, from 0. */
  public int map(int row) {
    return row / shape.rows();
  }

  /** What the map is called that a drawn row belongs to. */
  public String picture(int row) {
    return names.picture(row / height(), row % height() / shape.rows());
  }

  /** What a drawn place is called. */
  String where(Grid.Cell cell) {
    return names.place(
        cell.row() / height(),
        cell.row() % height() / shape.rows(),
        cell.row() % shape.rows(),
        cell.column());
  }

  /** How it is written over the grid: 3 × 1 × 7 × 7, without counts of one; 128 × 784. */
  String dimensions() {
    if (matrix.isPresent()) {
      return matrix.get().rows() + " \u00d7 " + matrix.get().columns();
    }
    String size = shape.rows() + " \u00d7 " + shape.columns();
    String channels = shape.channels() == 1 ? size : shape.channels() + " \u00d7 " + size;
    return count == 1
        ? channels
        : count + (shape.channels() == 1 ? " \u00d7 1 \u00d7 " : " \u00d7 ") + channels;
  }
}
