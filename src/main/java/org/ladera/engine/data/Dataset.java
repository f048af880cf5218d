package org.ladera.engine.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;

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
 * @param images the shape of the picture that an example is; empty where it is none
 */
public record Dataset(
    List<String> inputs,
    List<String> targets,
    MatrixView x,
    MatrixView y,
    Scaling inputScaling,
    Scaling targetScaling,
    Optional<Shape> images) {
  private static final int MOST_NAMED = 16;

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
    if (images.isPresent() && images.get().size() != x.columns()) {
      throw new IllegalArgumentException(
          "pictures of " + images.get() + ": expected as many inputs, found " + x.columns());
    }
  }

  /** Examples that are no pictures. */
  public Dataset(
      List<String> inputs,
      List<String> targets,
      MatrixView x,
      MatrixView y,
      Scaling inputScaling,
      Scaling targetScaling) {
    this(inputs, targets, x, y, inputScaling, targetScaling, Optional.empty());
  }

  /**
   * Pictures with a byte for each value, 0 to 255, unscaled; columns p1, p2, ….
   *
   * @param classes their names, at least two
   * @param pixels (n × shape) channel by channel, row by row; not modified
   * @param labels (n) from 0 to classes − 1
   */
  public static Dataset ofImages(Shape shape, List<String> classes, byte[] pixels, int[] labels) {
    MatrixView x = MatrixView.ofBytes(labels.length, shape.size(), pixels);
    return ofImages(shape, classes, x, labels);
  }

  /**
   * As above, of pictures that are drawn only when the first of them is looked at.
   *
   * @param pixels gives the bytes, always the same
   */
  public static Dataset ofImages(
      Shape shape, List<String> classes, Supplier<byte[]> pixels, int[] labels) {
    MatrixView x = MatrixView.ofBytes(labels.length, shape.size(), pixels);
    return ofImages(shape, classes, x, labels);
  }

  private static Dataset ofImages(Shape shape, List<String> classes, MatrixView x, int[] labels) {
    return new Dataset(
        ids("p", shape.size()),
        classes,
        x,
        OneHot.of(labels, classes.size()),
        Scaling.none(shape.size()),
        Scaling.none(classes.size()),
        Optional.of(shape));
  }

  /** These examples, which are not scaled yet, scaled. */
  public Dataset scaled(Scaling ofInputs, Scaling ofTargets) {
    return new Dataset(
        inputs, targets, ofInputs.apply(x), ofTargets.apply(y), ofInputs, ofTargets, images);
  }

  /** Some of the examples, in the order of {@code rows}. */
  public Dataset rows(int... rows) {
    return new Dataset(
        inputs, targets, x.rows(rows), y.rows(rows), inputScaling, targetScaling, images);
  }

  /** Whether its inputs are too many, or pixels, so that nobody gives each one a name. */
  public boolean isNameless() {
    return images().isPresent() || inputs.size() > MOST_NAMED;
  }

  /** The same examples with other columns' names. */
  public Dataset named(List<String> ofInputs, List<String> ofTargets) {
    return new Dataset(ofInputs, ofTargets, x, y, inputScaling, targetScaling, images);
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
