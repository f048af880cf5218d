package org.ladera.explain.comparison;

import java.util.Arrays;

/**
 * An array of a person's program.
 *
 * @param name as it was written
 * @param values row by row; a number is a 1 × 1, a list one row
 * @param slack for each value how far off its last digit leaves it
 */
public record GivenArray(String name, int rows, int columns, double[] values, double[] slack) {
  public GivenArray {
    values = values.clone();
    slack = slack.clone();
  }

  /** The number at a place, from 0. */
  public double get(int row, int column) {
    return values[row * columns + column];
  }

  double slack(int row, int column) {
    return slack[row * columns + column];
  }

  /** Whether the number at a place may be another one, within what its last digit leaves open. */
  public boolean isNear(double expected, int row, int column) {
    return ProgramComparison.near(expected, get(row, column), slack(row, column));
  }

  /** Rows as columns. */
  public GivenArray transposed() {
    double[] turned = new double[values.length];
    double[] turnedSlack = new double[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        turned[c * rows + r] = get(r, c);
        turnedSlack[c * rows + r] = slack(r, c);
      }
    }
    return new GivenArray(name, columns, rows, turned, turnedSlack);
  }

  /** The same with every value divided. */
  GivenArray over(double factor) {
    return new GivenArray(
        name,
        rows,
        columns,
        Arrays.stream(values).map(v -> v / factor).toArray(),
        Arrays.stream(slack).map(s -> s / Math.abs(factor)).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GivenArray g
        && name.equals(g.name)
        && rows == g.rows
        && columns == g.columns
        && Arrays.equals(values, g.values)
        && Arrays.equals(slack, g.slack);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }
}
