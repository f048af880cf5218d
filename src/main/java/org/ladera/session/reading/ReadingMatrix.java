package org.ladera.session.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterRef;

/**
 * A matrix whose elements are readings: {@code delta[2]} has the elements {@code delta[2][1,1]},
 * {@code dW[1]} has {@code dW[1][1,1]}; {@code db[1]} is a row of {@code db[1][1]}. A run id and a
 * slash may stand in front.
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

    private Reading element(int layer, int row, int column) {
      return switch (this) {
        case Z -> new UnitReading(UnitReading.What.Z, layer, row, column);
        case A -> new UnitReading(UnitReading.What.A, layer, row, column);
        case SLOPE -> new UnitReading(UnitReading.What.SLOPE, layer, row, column);
        case DELTA -> new UnitReading(UnitReading.What.DELTA, layer, row, column);
        case W -> weight(ParameterReading.Form.NOW, layer, row, column);
        case GRADIENT_W -> weight(ParameterReading.Form.GRADIENT, layer, row, column);
        case NEW_W -> weight(ParameterReading.Form.NEXT, layer, row, column);
        case B -> bias(ParameterReading.Form.NOW, layer, column);
        case GRADIENT_B -> bias(ParameterReading.Form.GRADIENT, layer, column);
        case NEW_B -> bias(ParameterReading.Form.NEXT, layer, column);
      };
    }

    private static Reading weight(ParameterReading.Form form, int layer, int row, int column) {
      return new ParameterReading(form, ParameterRef.weight(layer, row, column));
    }

    private static Reading bias(ParameterReading.Form form, int layer, int column) {
      return new ParameterReading(form, ParameterRef.bias(layer, column));
    }
  }

  /** The matrix with this name, if the name has the form of one. */
  public static Optional<ReadingMatrix> parse(String written) {
    return ReadingName.parse(written)
        .filter(name -> name.has(1))
        .flatMap(
            name ->
                Stream.of(Quantity.values())
                    .filter(q -> q.word.equals(name.word()))
                    .findFirst()
                    .map(q -> new ReadingMatrix(name.run(), q, name.at(0, 0))));
  }

  /** Whether a network has this layer, and biases where they are asked for. */
  public boolean exists(Experiment experiment) {
    return layer >= 1
        && layer <= experiment.network().layers().size()
        && (quantity.bySample() || spec(experiment).kind().weightColumns() > 0)
        && (!quantity.isRow() || spec(experiment).bias());
  }

  /** All samples of the data, the rows of W, or 1. */
  public int rows(Experiment experiment) {
    if (quantity.isRow()) {
      return 1;
    }
    return quantity.bySample()
        ? experiment.data().size()
        : spec(experiment).kind().weightRows(experiment.network().inputsOf(layer - 1));
  }

  /** The units of the layer, or the columns of W. */
  public int columns(Experiment experiment) {
    return quantity.bySample() ? spec(experiment).units() : spec(experiment).kind().weightColumns();
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
  public RunReading element(int row, int column) {
    return new RunReading(run, quantity.element(layer, row, column));
  }
}
