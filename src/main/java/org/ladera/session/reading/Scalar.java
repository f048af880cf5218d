package org.ladera.session.reading;

import static org.ladera.explain.Dimension.Basic.CURVATURE;
import static org.ladera.explain.Dimension.Basic.LOSS;
import static org.ladera.explain.Dimension.Basic.PLAIN;
import static org.ladera.explain.Dimension.Basic.RATE;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Dimension;
import org.ladera.explain.Quantity;
import org.ladera.landscape.Curvature;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/** One number of the whole run at the present moment. */
public enum Scalar implements Reading {
  /** ‖∇J‖ over all examples. */
  GRADIENT_NORM("gradientNorm", LOSS, (frame, run) -> OptionalDouble.of(run.now().gradientNorm())),
  /** The share of examples that are told rightly. */
  ACCURACY("accuracy", PLAIN, (frame, run) -> present(run.now().accuracy())),
  /** How many examples are told rightly. */
  CORRECT(
      "correct",
      PLAIN,
      (frame, run) -> present(Math.rint(run.now().accuracy() * run.experiment().data().size()))),
  EPOCH("epoch", PLAIN, (frame, run) -> OptionalDouble.of(run.epoch())),
  UPDATE("update", PLAIN, (frame, run) -> OptionalDouble.of(run.update())),
  /** The planned length. */
  EPOCHS("epochs", PLAIN, (frame, run) -> OptionalDouble.of(frame.epochs())),
  SAMPLES("samples", PLAIN, (frame, run) -> OptionalDouble.of(run.experiment().data().size())),
  /** η of the next update. */
  RATE_NOW("rate", RATE, (frame, run) -> OptionalDouble.of(run.next().rate())),
  LAMBDA_MAX("lambdaMax", CURVATURE, (frame, run) -> curvature(run, Curvature::largest)),
  LAMBDA_MIN("lambdaMin", CURVATURE, (frame, run) -> curvature(run, Curvature::smallest)),
  /** 2/λmax. */
  STABLE_RATE("limit", RATE, (frame, run) -> curvature(run, Curvature::limit)),
  /** λmax/λmin. */
  CONDITION("condition", PLAIN, (frame, run) -> curvature(run, Curvature::condition)),
  /** η·λmax. */
  ETA_LAMBDA(
      "etaLambda", PLAIN, (frame, run) -> curvature(run, s -> s.largest() * run.next().rate()));

  private final String text;
  private final Dimension dimension;
  private final BiFunction<Frame, RunFrame, OptionalDouble> value;

  Scalar(String text, Dimension dimension, BiFunction<Frame, RunFrame, OptionalDouble> value) {
    this.text = text;
    this.dimension = dimension;
    this.value = value;
  }

  static Optional<Scalar> of(ReadingName written) {
    return written.has()
        ? Stream.of(values()).filter(s -> s.text.equals(written.word())).findFirst()
        : Optional.empty();
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    return value.apply(frame, run);
  }

  @Override
  public OptionalDouble value(Experiment experiment, Evaluation all) {
    return switch (this) {
      case ACCURACY -> present(all.accuracy());
      case CORRECT -> present(Math.rint(all.accuracy() * experiment.data().size()));
      case GRADIENT_NORM -> OptionalDouble.of(all.gradientNorm());
      case EPOCH,
          UPDATE,
          EPOCHS,
          SAMPLES,
          RATE_NOW,
          LAMBDA_MAX,
          LAMBDA_MIN,
          STABLE_RATE,
          CONDITION,
          ETA_LAMBDA ->
          OptionalDouble.empty();
    };
  }

  @Override
  public boolean isOfOnePass() {
    return this == ACCURACY || this == CORRECT || this == GRADIENT_NORM;
  }

  @Override
  public boolean exists(Experiment experiment) {
    return true;
  }

  @Override
  public Dimension dimension() {
    return dimension;
  }

  @Override
  public Optional<Quantity> quantity(StepTrace next, long update) {
    return switch (this) {
      case RATE_NOW -> Optional.of(UpdateNumbers.of(Quantity.Kind.RATE, update));
      case GRADIENT_NORM ->
          UpdateNumbers.isWhole(next)
              ? Optional.of(UpdateNumbers.of(Quantity.Kind.GRADIENT_NORM, update))
              : Optional.empty();
      case ACCURACY,
          CORRECT,
          EPOCH,
          UPDATE,
          EPOCHS,
          SAMPLES,
          LAMBDA_MAX,
          LAMBDA_MIN,
          STABLE_RATE,
          CONDITION,
          ETA_LAMBDA ->
          Optional.empty();
    };
  }

  /** What is not a number is not there. */
  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalDouble curvature(RunFrame run, ToDoubleFunction<Curvature> part) {
    return run.curvature().map(s -> present(part.applyAsDouble(s))).orElse(OptionalDouble.empty());
  }
}
