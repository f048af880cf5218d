package org.ladera.engine.matrix;

/**
 * The shape of what stands at one sample: channels of rows × columns, flattened channel by channel,
 * row by row.
 */
public record Shape(int channels, int rows, int columns) {
  public Shape {
    if (channels < 1 || rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "shape: expected at least 1 x 1 x 1, found " + channels + " x " + rows + " x " + columns);
    }
  }

  /** How many values it has. */
  public int size() {
    return channels * rows * columns;
  }

  /** Where a value stands among the flattened ones; all indices count from 0. */
  public int index(int channel, int row, int column) {
    return (channel * rows + row) * columns + column;
  }

  @Override
  public String toString() {
    return channels + "×" + rows + "×" + columns;
  }
}
