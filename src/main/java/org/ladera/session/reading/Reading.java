package org.ladera.session.reading;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Dimension;
import org.ladera.explain.Quantity;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/**
 * A number of a run that a text, a check, a table, a condition or a click can name. Layers, rows,
 * columns, units and examples count from 1. Each kind says how it is written, what its value is,
 * which networks have it and how it changes with the notation; {@link #parse} knows them all.
 */
public sealed interface Reading
    permits Scalar,
        LossReading,
        ParameterReading,
        SampleReading,
        SampleLoss,
        UnitReading,
        JacobianReading,
        SecantReading,
        LayerReading,
        HeldOutReading,
        MemoryReading {
  /** The reading of that name, without a run; empty when no number is called so. */
  static Optional<Reading> parse(String written) {
    return written.contains("/")
        ? Optional.empty()
        : RunReading.parse(written).map(RunReading::reading);
  }

  /** How it is written; {@link #parse} reads it. */
  String text();

  /** The number, or empty when this moment of the run does not have it. */
  OptionalDouble value(Frame frame, RunFrame run);

  /**
   * The number where one pass over all examples gives it, as it does a loss; empty for every other
   * reading.
   */
  default OptionalDouble value(Experiment experiment, Evaluation all) {
    return OptionalDouble.empty();
  }

  /** Whether one pass over all examples gives it. */
  default boolean isOfOnePass() {
    return false;
  }

  /** Whether a run with this network and these data can have it. */
  boolean exists(Experiment experiment);

  /** How it changes with the notation. */
  Dimension dimension();

  /**
   * The number in the step-through.
   *
   * @param next the next update of the run
   * @param update so many updates are done
   * @return empty where no update computes it
   */
  default Optional<Quantity> quantity(StepTrace next, long update) {
    return Optional.empty();
  }
}
