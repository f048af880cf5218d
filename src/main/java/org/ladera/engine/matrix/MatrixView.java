package org.ladera.engine.matrix;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;

/**
 * An immutable dense matrix, row-major: what anyone outside the engine sees of a matrix of a run.
 * One of pictures has a byte for each element until it is asked for.
 */
public final class MatrixView {
  private static final int MOST_WRITTEN = 256;

  private final int rows;
  private final int columns;
  private final Elements data;

  private MatrixView(int rows, int columns, double[] data) {
    this(rows, columns, new Elements.Numbers(data, 0, data.length));
  }

  private MatrixView(int rows, int columns, Elements data) {
    if (rows < 0 || columns < 0 || data.size() != rows * columns) {
      throw new IllegalArgumentException(
          "expected " + rows + " x " + columns + " values, found " + data.size());
    }
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  /**
   * Elements from 0 to 255, one byte each. Copies {@code values}, row-major, unsigned. Not
   * modified.
   */
  public static MatrixView ofBytes(int rows, int columns, byte[] values) {
    return new MatrixView(rows, columns, Elements.Levels.of(new Bytes(values.clone())));
  }

  /**
   * The same of bytes that are made when the first of them is asked for, on whichever thread.
   *
   * @param maker gives {@code rows × columns} bytes, always the same
   */
  public static MatrixView ofBytes(int rows, int columns, Supplier<byte[]> maker) {
    Bytes later = new Bytes(Math.multiplyExact(rows, columns), maker);
    return new MatrixView(rows, columns, Elements.Levels.of(later));
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

  /**
   * {@code rows × columns} of the values, row-major, from {@code offset} on, without a copy: nobody
   * modifies {@code values} from now on. For what would else be copied twice.
   */
  public static MatrixView over(double[] values, int offset, int rows, int columns) {
    int count = Math.multiplyExact(rows, columns);
    Objects.checkFromIndexSize(offset, count, values.length);
    return new MatrixView(rows, columns, new Elements.Numbers(values, offset, count));
  }

  /** All of the values as one row, without a copy: nobody modifies them from now on. */
  public static MatrixView over(double[] values) {
    return over(values, 0, 1, values.length);
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
    return data.size();
  }

  /** What its elements take, in bytes. */
  public long bytes() {
    return data.bytes();
  }

  public double get(int row, int column) {
    if (column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException("column " + column + " of " + columns);
    }
    return data.get(row * columns + column);
  }

  /** The element at the row-major position {@code index}. */
  public double get(int index) {
    return data.get(index);
  }

  /** A new row-major array of all elements. */
  public double[] toArray() {
    double[] copy = new double[data.size()];
    data.copy(0, copy, 0, copy.length);
    return copy;
  }

  /** Copies all elements, row-major, into {@code target} from {@code offset} on. Modified. */
  public void copyTo(double[] target, int offset) {
    data.copy(0, target, offset, data.size());
  }

  /** Copies {@code count} rows from {@code row} on into {@code target} from {@code offset} on. */
  public void copyRows(int row, int count, double[] target, int offset) {
    data.copy(row * columns, target, offset, count * columns);
  }

  /**
   * Adds each element, times a factor, to the one of {@code target} at its row-major position.
   *
   * @param target (rows × columns), modified
   */
  public void addTo(double factor, double[] target) {
    data.addTo(factor, target);
  }

  /** These rows in this order, as a matrix of its own. */
  public MatrixView rows(int... which) {
    return new MatrixView(which.length, columns, data.rows(which, columns));
  }

  /** A number that no absolute value of an element exceeds; NaN where an element may be NaN. */
  public double bound() {
    return data.bound();
  }

  /** Every element under a function; a matrix of bytes stays one. */
  public MatrixView map(DoubleUnaryOperator function) {
    return new MatrixView(rows, columns, data.map(function));
  }

  /** A new EJML matrix with these elements. */
  public DMatrixRMaj toMatrix() {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    copyTo(matrix.data, 0);
    return matrix;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof MatrixView that
            && rows == that.rows
            && columns == that.columns
            && data.equals(that.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + data.hashCode();
  }

  /**
   * Shape and numbers; of a large one the shape alone, for whatever holds it is written with it.
   */
  @Override
  public String toString() {
    String shape = rows + " x " + columns;
    return size() > MOST_WRITTEN ? shape : shape + " " + Arrays.toString(toArray());
  }
}
