package org.ladera.engine.data;

import org.ladera.engine.matrix.MatrixView;

/** Classification read off outputs: the greatest of several, or above 1/2 for a single one. */
public final class Accuracy {
  private Accuracy() {}

  /**
   * The share of rows classified right; NaN when the targets are not classes.
   *
   * @param outputs (n × targets)
   * @param targets (n × targets): one-hot rows, or a single column of 0 and 1
   */
  public static double of(MatrixView outputs, MatrixView targets) {
    if (!areClasses(targets)) {
      return Double.NaN;
    }
    int right = 0;
    for (int row = 0; row < targets.rows(); row++) {
      if (classOf(outputs, row) == classOf(targets, row)) {
        right++;
      }
    }
    return (double) right / targets.rows();
  }

  /**
   * Counts, row = true class, column = predicted class.
   *
   * @throws IllegalArgumentException when the targets are not classes
   */
  public static int[][] confusion(MatrixView outputs, MatrixView targets) {
    if (!areClasses(targets)) {
      throw new IllegalArgumentException("the targets are not classes");
    }
    int classes = Math.max(2, targets.columns());
    int[][] counts = new int[classes][classes];
    for (int row = 0; row < targets.rows(); row++) {
      counts[classOf(targets, row)][classOf(outputs, row)]++;
    }
    return counts;
  }

  /** The class a row stands for; of equal outputs the first, and 1 for a single output ≥ 1/2. */
  public static int classOf(MatrixView values, int row) {
    if (values.columns() == 1) {
      return values.get(row, 0) >= 0.5 ? 1 : 0;
    }
    int best = 0;
    for (int column = 1; column < values.columns(); column++) {
      if (values.get(row, column) > values.get(row, best)) {
        best = column;
      }
    }
    return best;
  }

  private static boolean areClasses(MatrixView targets) {
    for (int row = 0; row < targets.rows(); row++) {
      double sum = 0;
      for (int column = 0; column < targets.columns(); column++) {
        double value = targets.get(row, column);
        if (value != 0 && value != 1) {
          return false;
        }
        sum += value;
      }
      if (targets.columns() > 1 && sum != 1) {
        return false;
      }
    }
    return true;
  }
}
