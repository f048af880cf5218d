package org.ladera.present.data;

import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;

/** Classified examples with one of them changed by hand. Coordinates as the network sees them. */
public final class EditedData {
  private EditedData() {}

  /** How many classes the targets distinguish: two for a single one. */
  public static int classes(Dataset data) {
    return Math.max(2, data.y().columns());
  }

  /** With one more example, at the end. */
  public static Dataset added(Dataset data, double x1, double x2, int group) {
    int n = data.size();
    double[][] x = rows(data.x(), n + 1);
    double[][] y = rows(data.y(), n + 1);
    x[n] = new double[data.x().columns()];
    x[n][0] = x1;
    x[n][1] = x2;
    y[n] = target(data.y().columns(), group);
    return with(data, x, y);
  }

  /** With an example at another place. */
  public static Dataset moved(Dataset data, int sample, double x1, double x2) {
    double[][] x = rows(data.x(), data.size());
    x[sample][0] = x1;
    x[sample][1] = x2;
    return with(data, x, rows(data.y(), data.size()));
  }

  /** With an example in another class. */
  public static Dataset reclassified(Dataset data, int sample, int group) {
    double[][] y = rows(data.y(), data.size());
    y[sample] = target(data.y().columns(), group);
    return with(data, rows(data.x(), data.size()), y);
  }

  /** Without an example; the last one stays, because a network learns from something. */
  public static Dataset without(Dataset data, int sample) {
    int n = data.size();
    if (n == 1) {
      return data;
    }
    double[][] x = new double[n - 1][];
    double[][] y = new double[n - 1][];
    for (int i = 0, to = 0; i < n; i++) {
      if (i != sample) {
        x[to] = row(data.x(), i);
        y[to++] = row(data.y(), i);
      }
    }
    return with(data, x, y);
  }

  /**
   * With one number of an example changed.
   *
   * @param column of the inputs, then of the targets
   * @param value in the units of the source
   */
  public static Dataset replaced(Dataset data, int sample, int column, double value) {
    double[][] x = rows(data.x(), data.size());
    double[][] y = rows(data.y(), data.size());
    int inputs = data.x().columns();
    if (column < inputs) {
      x[sample][column] = data.inputScaling().apply(column, value);
    } else {
      y[sample][column - inputs] = data.targetScaling().apply(column - inputs, value);
    }
    return with(data, x, y);
  }

  /** That number as it is now, in the units of the source. */
  public static double raw(Dataset data, int sample, int column) {
    int inputs = data.x().columns();
    return column < inputs
        ? data.inputScaling().invert(column, data.x().get(sample, column))
        : data.targetScaling().invert(column - inputs, data.y().get(sample, column - inputs));
  }

  private static double[] target(int columns, int group) {
    double[] target = new double[columns];
    if (columns == 1) {
      target[0] = group;
    } else {
      target[group] = 1;
    }
    return target;
  }

  private static double[][] rows(MatrixView matrix, int count) {
    double[][] rows = new double[count][];
    for (int i = 0; i < Math.min(count, matrix.rows()); i++) {
      rows[i] = row(matrix, i);
    }
    return rows;
  }

  private static double[] row(MatrixView matrix, int index) {
    double[] row = new double[matrix.columns()];
    for (int j = 0; j < row.length; j++) {
      row[j] = matrix.get(index, j);
    }
    return row;
  }

  private static Dataset with(Dataset data, double[][] x, double[][] y) {
    return new Dataset(
        data.inputs(),
        data.targets(),
        MatrixView.of(x),
        MatrixView.of(y),
        data.inputScaling(),
        data.targetScaling());
  }
}
