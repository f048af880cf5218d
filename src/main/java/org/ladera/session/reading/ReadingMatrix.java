package org.ladera.session.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.session.Scene;

/**
 * A matrix whose elements are {@link Readings}: {@code delta[2]} has the elements {@code
 * delta[2][1,1]}, {@code dW[1]} has {@code dW[1][1,1]}; {@code db[1]} is a row of {@code db[1][1]}.
 * A run id and a slash may stand in front.
 *
 * @param run id of the run
 * @param layer from 1
 */
public record ReadingMatrix(String run, Quantity quantity, int layer) {
  /** What the elements are, and with it what rows and columns mean. */
  public enum Quantity {
    /** (samples × units). */
    Z("z"),
    A("a"),
    SLOPE("slope"),
    DELTA("delta"),
    /** (inputs × units). */
    W("W"),
    GRADIENT_W("dW"),
    NEW_W("W'"),
    /** (1 × units). */
    B("b"),
    GRADIENT_B("db"),
    NEW_B("b'");

    private final String word;

    Quantity(String word) {
      this.word = word;
    }

    /** Whether rows are samples. */
    public boolean bySample() {
      return this == Z || this == A || this == SLOPE || this == DELTA;
    }

    /** Whether there is one row, and elements are named by their column alone. */
    public boolean isRow() {
      return this == B || this == GRADIENT_B || this == NEW_B;
    }
  }

  private static final Pattern NAME =
      Pattern.compile(
          "(?:([a-z][a-z0-9-]{0,39})/)?(z|a|slope|delta|W|dW|W'|b|db|b')\\[(\\d{1,2})]");

  /** The matrix with this name, if the name has the form of one. */
  public static Optional<ReadingMatrix> of(String name) {
    Matcher m = NAME.matcher(name);
    return m.matches()
        ? Stream.of(Quantity.values())
            .filter(q -> q.word.equals(m.group(2)))
            .findFirst()
            .map(
                q ->
                    new ReadingMatrix(
                        m.group(1) == null ? Scene.MAIN : m.group(1),
                        q,
                        Integer.parseInt(m.group(3))))
        : Optional.empty();
  }

  /** Whether a network has this layer, and biases where they are asked for. */
  public boolean exists(Experiment experiment) {
    return layer >= 1
        && layer <= experiment.network().layers().size()
        && (!quantity.isRow() || spec(experiment).bias());
  }

  /** All samples of the data, the inputs of the layer, or 1. */
  public int rows(Experiment experiment) {
    if (quantity.isRow()) {
      return 1;
    }
    return quantity.bySample()
        ? experiment.data().size()
        : layer == 1
            ? experiment.network().inputs()
            : experiment.network().layers().get(layer - 2).units();
  }

  /** The units of the layer. */
  public int columns(Experiment experiment) {
    return spec(experiment).units();
  }

  private LayerSpec spec(Experiment experiment) {
    return experiment.network().layers().get(layer - 1);
  }

  /**
   * The reading of an element.
   *
   * @param row from 1
   * @param column from 1
   */
  public String element(int row, int column) {
    String place = quantity.isRow() ? "[" + column + "]" : "[" + row + "," + column + "]";
    return run + "/" + quantity.word + "[" + layer + "]" + place;
  }
}
