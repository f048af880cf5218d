package org.ladera.engine.matrix;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.ejml.data.DMatrixRMaj;

/**
 * An immutable dense matrix, row-major: what anyone outside the engine sees of a matrix of a run.
 */
public final class MatrixView {
  private final int rows;
  private final int columns;
  private final double[] data;

  private MatrixView(int rows, int columns, double[] data) {
    if (rows < 0 || columns < 0 || data.length != rows * columns) {
      throw new IllegalArgumentException(
          "expected " + rows + " x " + columns + " values, found " + data.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  /** Copies {@code source} (any shape). Not modified. */
  public static MatrixView of(DMatrixRMaj source) {
    return new MatrixView(
        source.numRows,
        source.numCols,
        Arrays.copyOf(source.data, source.numRows * source.numCols));
  }

  /** Copies {@code values}, row-major, {@code rows × columns} of them. Not modified. */
  public static MatrixView of(int rows, int columns, double... values) {
    return new MatrixView(rows, columns, values.clone());
  }

  /** Copies {@code rows × columns} of the values, row-major, from {@code offset} on. */
  public static MatrixView part(double[] values, int offset, int rows, int columns) {
    double[] copy = Arrays.copyOfRange(values, offset, offset + Math.multiplyExact(rows, columns));
    return new MatrixView(rows, columns, copy);
  }

  /** Copies {@code values[row][column]}; all rows must have the same length. Not modified. */
  public static MatrixView of(double[][] values) {
    int rows = values.length;
    int columns = rows == 0 ? 0 : values[0].length;
    double[] data = new double[rows * columns];
    for (int r = 0; r < rows; r++) {
      if (values[r].length != columns) {
        throw new IllegalArgumentException("row " + r + " has another length than row 0");
      }
      System.arraycopy(values[r], 0, data, r * columns, columns);
    }
    return new MatrixView(rows, columns, data);
  }

  /** Element by element, row-major, without a copy in between: for large data. */
  public static MatrixView generate(int rows, int columns, IntToDoubleFunction element) {
    double[] data = new double[Math.multiplyExact(rows, columns)];
    for (int i = 0; i < data.length; i++) {
      data[i] = element.applyAsDouble(i);
    }
    return new MatrixView(rows, columns, data);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The number of elements, {@code rows × columns}. */
  public int size() {
    return data.length;
  }

  public double get(int row, int column) {
    if (column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException("column " + column + " of " + columns);
    }
    return data[row * columns + column];
  }

  /** The element at the row-major position {@code index}. */
  public double get(int index) {
    return data[index];
  }

  /** A new row-major array of all elements. */
  public double[] toArray() {
    return data.clone();
  }

  /** Copies all elements, row-major, into {@code target} from {@code offset} on. Modified. */
  public void copyTo(double[] target, int offset) {
    System.arraycopy(data, 0, target, offset, data.length);
  }

  /** Copies {@code count} rows from {@code row} on into {@code target} from {@code offset} on. */
  public void copyRows(int row, int count, double[] target, int offset) {
    System.arraycopy(data, row * columns, target, offset, count * columns);
  }

  /** A new EJML matrix with these elements. */
  public DMatrixRMaj toMatrix() {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    System.arraycopy(data, 0, matrix.data, 0, data.length);
    return matrix;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MatrixView that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return rows + " x " + columns + " " + Arrays.toString(data);
  }
}
