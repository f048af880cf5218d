package org.ladera.session.reading;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Dimension;
import org.ladera.explain.Quantity;
import org.ladera.session.Frame;
import org.ladera.session.Landmark;
import org.ladera.session.RunFrame;

/**
 * The loss over all examples: {@code J}, {@code start:J}, {@code optimum:sse}.
 *
 * @param squares whether it is the sum before the factor of a squared loss instead
 */
public record LossReading(At at, boolean squares) implements Reading {
  /** J now. */
  public static final LossReading NOW = new LossReading(At.NOW, false);

  /** J at update 0. */
  public static final LossReading START = new LossReading(At.START, false);

  /** J at the least-squares solution. */
  public static final LossReading OPTIMUM = new LossReading(At.OPTIMUM, false);

  /** Σr² now. */
  public static final LossReading SQUARES = new LossReading(At.NOW, true);

  /** With which parameters. */
  public enum At {
    NOW(""),
    START("start"),
    /** The least-squares solution. */
    OPTIMUM("optimum");

    private final String prefix;

    At(String prefix) {
      this.prefix = prefix;
    }
  }

  static Optional<LossReading> of(ReadingName name) {
    boolean squares = name.word().equals("sse");
    return name.indexed() && (squares || name.word().equals("J"))
        ? Stream.of(At.values())
            .filter(at -> at.prefix.equals(name.prefix()))
            .findFirst()
            .map(at -> new LossReading(at, squares))
        : Optional.empty();
  }

  @Override
  public String text() {
    return (at == At.NOW ? "" : at.prefix + ":") + (squares ? "sse" : "J");
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    return switch (at) {
      case NOW -> of(run.experiment(), run.now().totalLoss(), run.now().lossSum());
      case START -> of(run.experiment(), run.start());
      case OPTIMUM ->
          run.optimum().map(o -> of(run.experiment(), o)).orElse(OptionalDouble.empty());
    };
  }

  private OptionalDouble of(Experiment e, Landmark landmark) {
    return of(e, landmark.loss(), landmark.lossSum());
  }

  private OptionalDouble of(Experiment e, double loss, double lossSum) {
    if (!squares) {
      return OptionalDouble.of(loss);
    }
    return e.loss().kind() == LossSpec.Kind.SQUARED
        ? OptionalDouble.of(lossSum)
        : OptionalDouble.empty();
  }

  @Override
  public OptionalDouble value(Experiment experiment, Evaluation all) {
    return isOfOnePass() ? of(experiment, all.totalLoss(), all.lossSum()) : OptionalDouble.empty();
  }

  @Override
  public boolean isOfOnePass() {
    return at == At.NOW;
  }

  @Override
  public boolean exists(Experiment experiment) {
    return true;
  }

  @Override
  public Dimension dimension() {
    return squares ? Dimension.Basic.PLAIN : Dimension.Basic.LOSS;
  }

  @Override
  public Optional<Quantity> quantity(StepTrace next, long update) {
    return at == At.NOW && !squares && UpdateNumbers.isWhole(next)
        ? Optional.of(UpdateNumbers.loss(next, update))
        : Optional.empty();
  }
}
