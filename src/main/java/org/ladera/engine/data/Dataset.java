package org.ladera.engine.data;

import java.util.List;
import java.util.Locale;
import org.ladera.engine.matrix.MatrixView;

/**
 * Examples as the engine sees them, with the scaling that leads back to the units of the source.
 * Samples are rows.
 *
 * @param inputs ids of the input columns, for texts and CSV headers
 * @param targets ids of the target columns
 * @param x (n × inputs), scaled
 * @param y (n × targets), scaled; one-hot or 0/1 for classes
 * @param inputScaling how x came from the raw columns
 * @param targetScaling how y came from the raw columns
 */
public record Dataset(
    List<String> inputs,
    List<String> targets,
    MatrixView x,
    MatrixView y,
    Scaling inputScaling,
    Scaling targetScaling) {
  public Dataset {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
    if (x.rows() != y.rows()
        || x.columns() != inputs.size()
        || y.columns() != targets.size()
        || x.rows() < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "x is %d x %d and y %d x %d for %d inputs and %d targets",
              x.rows(),
              x.columns(),
              y.rows(),
              y.columns(),
              inputs.size(),
              targets.size()));
    }
  }

  /** Unscaled examples with plain column ids x1, x2, … and y1, y2, …. */
  public static Dataset of(double[][] x, double[][] y) {
    MatrixView mx = MatrixView.of(x);
    MatrixView my = MatrixView.of(y);
    return new Dataset(
        ids("x", mx.columns()),
        ids("y", my.columns()),
        mx,
        my,
        Scaling.none(mx.columns()),
        Scaling.none(my.columns()));
  }

  private static List<String> ids(String letter, int count) {
    return java.util.stream.IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
  }

  public int size() {
    return x.rows();
  }
}
