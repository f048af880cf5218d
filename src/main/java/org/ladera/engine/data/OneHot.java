package org.ladera.engine.data;

import org.ladera.engine.matrix.MatrixView;

/** Classes as rows with a single 1. */
public final class OneHot {
  private OneHot() {}

  /** 1 at {@code index}, 0 elsewhere. */
  public static double[] of(int index, int classes) {
    double[] row = new double[classes];
    row[index] = 1;
    return row;
  }

  /**
   * One row for each label, a byte for each number.
   *
   * @param labels from 0 to classes − 1, not modified
   * @return (labels × classes)
   * @throws IllegalArgumentException when a label is not below {@code classes}
   */
  public static MatrixView of(int[] labels, int classes) {
    byte[] values = new byte[Math.multiplyExact(labels.length, classes)];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "label " + i + ": expected 0 to " + (classes - 1) + ", found " + labels[i]);
      }
      values[i * classes + labels[i]] = 1;
    }
    return MatrixView.ofBytes(labels.length, classes, () -> values);
  }
}
