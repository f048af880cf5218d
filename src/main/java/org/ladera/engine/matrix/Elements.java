package org.ladera.engine.matrix;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/** The numbers of a matrix in row-major order, as they are kept. None is ever modified. */
sealed interface Elements {
  int size();

  /** What they take, in bytes. */
  long bytes();

  double get(int index);

  /** Copies {@code count} elements from {@code from} on into {@code target} from {@code at} on. */
  void copy(int from, double[] target, int at, int count);

  /** Adds each, times a factor, to the one of {@code target} at its place. */
  default void addTo(double factor, double[] target) {
    for (int i = 0; i < size(); i++) {
      target[i] += factor * get(i);
    }
  }

  /** No absolute value is greater; NaN where a number is. */
  default double bound() {
    double largest = 0;
    for (int i = 0; i < size(); i++) {
      largest = Math.max(largest, Math.abs(get(i)));
    }
    return largest;
  }

  Elements rows(int[] which, int columns);

  Elements map(DoubleUnaryOperator function);

  /** Whether they are the same numbers, however each are kept. */
  default boolean hasTheSame(Elements those) {
    if (those.size() != size()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (Double.doubleToLongBits(get(i)) != Double.doubleToLongBits(those.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Eight bytes each.
   *
   * @param values of which there are {@code count} from {@code from} on
   */
  record Numbers(double[] values, int from, int count) implements Elements {
    @Override
    public int size() {
      return count;
    }

    @Override
    public long bytes() {
      return (long) Double.BYTES * count;
    }

    @Override
    public double get(int index) {
      return values[from + Objects.checkIndex(index, count)];
    }

    @Override
    public void copy(int first, double[] target, int at, int many) {
      Objects.checkFromIndexSize(first, many, count);
      System.arraycopy(values, from + first, target, at, many);
    }

    @Override
    public void addTo(double factor, double[] target) {
      for (int i = 0; i < count; i++) {
        target[i] += factor * values[from + i];
      }
    }

    @Override
    public Elements rows(int[] which, int columns) {
      double[] chosen = new double[Math.multiplyExact(which.length, columns)];
      for (int i = 0; i < which.length; i++) {
        copy(which[i] * columns, chosen, i * columns, columns);
      }
      return new Numbers(chosen, 0, chosen.length);
    }

    @Override
    public Elements map(DoubleUnaryOperator function) {
      double[] mapped = new double[count];
      Arrays.setAll(mapped, i -> function.applyAsDouble(values[from + i]));
      return new Numbers(mapped, 0, count);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Numbers(double[] those, int start, int many)
          ? Arrays.equals(values, from, from + count, those, start, start + many)
          : other instanceof Elements any && hasTheSame(any);
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (int i = 0; i < count; i++) {
        hash = 31 * hash + Double.hashCode(values[from + i]);
      }
      return hash;
    }
  }

  /**
   * One byte each: which of 256 numbers it is.
   *
   * @param which of them it is
   * @param levels 256 numbers
   */
  record Levels(Bytes which, double[] levels) implements Elements {
    private static final int COUNT = 256;

    static Levels of(Bytes bytes) {
      double[] levels = new double[COUNT];
      Arrays.setAll(levels, i -> i);
      return new Levels(bytes, levels);
    }

    @Override
    public long bytes() {
      return which.count();
    }

    @Override
    public int size() {
      return which.count();
    }

    @Override
    public double get(int index) {
      return levels[which.values()[index] & 0xFF];
    }

    @Override
    public void copy(int from, double[] target, int at, int count) {
      byte[] values = which.values();
      for (int i = 0; i < count; i++) {
        target[at + i] = levels[values[from + i] & 0xFF];
      }
    }

    @Override
    public double bound() {
      return Arrays.stream(levels).map(Math::abs).max().orElse(0);
    }

    @Override
    public Elements rows(int[] rows, int columns) {
      byte[] chosen = new byte[Math.multiplyExact(rows.length, columns)];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(which.values(), rows[i] * columns, chosen, i * columns, columns);
      }
      return new Levels(new Bytes(chosen), levels);
    }

    @Override
    public Elements map(DoubleUnaryOperator function) {
      return new Levels(which, Arrays.stream(levels).map(function).toArray());
    }

    @Override
    public boolean equals(Object other) {
      if (other instanceof Levels those && Arrays.equals(levels, those.levels)) {
        return which == those.which || Arrays.equals(which.values(), those.which.values());
      }
      return other instanceof Elements any && hasTheSame(any);
    }

    /** That of the same elements as numbers. */
    @Override
    public int hashCode() {
      int hash = 1;
      for (int i = 0; i < which.count(); i++) {
        hash = 31 * hash + Double.hashCode(get(i));
      }
      return hash;
    }
  }
}
