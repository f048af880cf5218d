package org.ladera.session.reading;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Dimension;
import org.ladera.explain.Quantity;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/**
 * A number of an example: {@code x[3]}, {@code y[3]}, {@code yhat[3,2]}, {@code r[3]}; without a
 * column it is the first.
 */
public record SampleReading(What what, int example, int column) implements Reading {
  /** Which number of the example. */
  public enum What {
    INPUT("x"),
    TARGET("y"),
    PREDICTION("yhat"),
    /** ŷ − y. */
    RESIDUAL("r");

    private final String word;

    What(String word) {
      this.word = word;
    }
  }

  /** What the network says to an example. */
  public static SampleReading prediction(int example, int output) {
    return new SampleReading(What.PREDICTION, example, output);
  }

  static Optional<SampleReading> of(ReadingName name) {
    return name.has(1) || name.has(2)
        ? Stream.of(What.values())
            .filter(what -> what.word.equals(name.word()))
            .findFirst()
            .map(w -> new SampleReading(w, name.at(0, 0), name.has(2) ? name.at(0, 1) : 1))
        : Optional.empty();
  }

  @Override
  public String text() {
    return what.word + "[" + example + (column == 1 ? "" : "," + column) + "]";
  }

  @Override
  public boolean exists(Experiment e) {
    int columns = (what == What.INPUT ? e.data().x() : e.data().y()).columns();
    return UnitReading.within(example, e.data().size()) && UnitReading.within(column, columns);
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    Experiment e = run.experiment();
    if (!exists(e)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        switch (what) {
          case INPUT -> at(e.data().x());
          case TARGET -> at(e.data().y());
          case PREDICTION -> at(run.now().outputs());
          case RESIDUAL -> at(run.now().outputs()) - at(e.data().y());
        });
  }

  private double at(MatrixView matrix) {
    return matrix.get(example - 1, column - 1);
  }

  @Override
  public Dimension dimension() {
    return Dimension.Basic.PLAIN;
  }

  @Override
  public Optional<Quantity> quantity(StepTrace next, long update) {
    return switch (what) {
      case INPUT -> number(next, update, Quantity.Kind.X, 0);
      case TARGET -> number(next, update, Quantity.Kind.Y, 0);
      case PREDICTION ->
          UpdateNumbers.drops(next)
              ? Optional.empty()
              : number(next, update, Quantity.Kind.A, next.layers().size());
      case RESIDUAL -> Optional.empty();
    };
  }

  private Optional<Quantity> number(StepTrace next, long update, Quantity.Kind kind, int layer) {
    return UpdateNumbers.row(next, example)
        .map(row -> new Quantity(kind, update, layer, row, column));
  }
}
