package org.ladera.session.reading;

import static org.ladera.explain.Dimension.Basic.CURVATURE;
import static org.ladera.explain.Dimension.Basic.LOSS;
import static org.ladera.explain.Dimension.Basic.PLAIN;
import static org.ladera.explain.Dimension.Basic.RATE;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Dimension;
import org.ladera.explain.Quantity;
import org.ladera.landscape.Convergence;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.LossFunction;
import org.ladera.landscape.StabilityLimit;
import org.ladera.landscape.StepCurvature;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.timeline.DigitPace;

/** One number of the whole run at the present moment. */
public enum Scalar implements Reading {
  /** ‖∇J‖ over all examples. */
  GRADIENT_NORM("gradientNorm", LOSS, new OfOnePass((e, all) -> all.gradientNorm())),
  /** The share of examples that are told rightly. */
  ACCURACY("accuracy", PLAIN, new OfOnePass((e, all) -> all.accuracy())),
  /** How many examples are told rightly. */
  CORRECT("correct", PLAIN, new OfOnePass((e, all) -> Math.rint(all.accuracy() * e.data().size()))),
  /** The greatest |ŷ − y| of all examples and outputs. */
  LARGEST_ERROR("largestError", PLAIN, new OfOnePass(Scalar::largestError)),
  /** ln L, the logarithm of the probability that the model gives to all examples as they are. */
  LOG_LIKELIHOOD("logLikelihood", PLAIN, new OfOnePass(Scalar::logLikelihood)),
  /** L itself. */
  LIKELIHOOD("likelihood", PLAIN, new OfOnePass((e, all) -> StrictMath.exp(logLikelihood(e, all)))),
  EPOCH("epoch", PLAIN, (frame, run) -> OptionalDouble.of(run.epoch())),
  UPDATE("update", PLAIN, (frame, run) -> OptionalDouble.of(run.update())),
  /** The planned length. */
  EPOCHS("epochs", PLAIN, (frame, run) -> OptionalDouble.of(frame.epochs())),
  SAMPLES("samples", PLAIN, (frame, run) -> OptionalDouble.of(run.experiment().data().size())),
  /** η of the next update. */
  RATE_NOW("rate", RATE, (frame, run) -> OptionalDouble.of(run.next().rate())),
  LAMBDA_MAX("lambdaMax", CURVATURE, (frame, run) -> curvature(run, Curvature::largest)),
  LAMBDA_MIN("lambdaMin", CURVATURE, (frame, run) -> curvature(run, Curvature::smallest)),
  /** The rate above which the rule of the run grows along the steepest direction. */
  STABLE_RATE("limit", RATE, (frame, run) -> stability(run, (limit, curvature) -> limit)),
  /** λmax/λmin. */
  CONDITION("condition", PLAIN, (frame, run) -> curvature(run, Curvature::condition)),
  /** η·λmax. */
  ETA_LAMBDA(
      "etaLambda", PLAIN, (frame, run) -> curvature(run, s -> s.largest() * run.next().rate())),
  /** What η·λmax has to stay below: 2 for gradient descent. */
  BOUND("bound", PLAIN, (frame, run) -> stability(run, (limit, c) -> limit * c.largest())),
  /** The effective rate times the curvature along the next step: above 2 it climbs. */
  ETA_LAMBDA_STEP("etaLambdaStep", PLAIN, (frame, run) -> alongTheStep(run)),
  /** By what each update multiplies the distance from the minimum, in the long run. */
  SHRINK("shrink", PLAIN, (frame, run) -> convergence(run, c -> OptionalDouble.of(c.factor()))),
  /** Updates in which that distance becomes a tenth, as the curvature tells. */
  PER_DIGIT("perDigit", PLAIN, (frame, run) -> convergence(run, Convergence::perDigit)),
  /** The same as the run has done it. */
  PER_DIGIT_MEASURED("perDigitMeasured", PLAIN, (frame, run) -> measured(frame, run));

  /** With more parameters the products with the Hessian would keep the window waiting. */
  private static final int MOST_ALONG = 64;

  /** What one pass over all examples gives; NaN where it does not. */
  private record OfOnePass(ToDoubleBiFunction<Experiment, Evaluation> number)
      implements BiFunction<Frame, RunFrame, OptionalDouble> {
    OptionalDouble of(Experiment experiment, Evaluation all) {
      return present(number.applyAsDouble(experiment, all));
    }

    @Override
    public OptionalDouble apply(Frame frame, RunFrame run) {
      return of(run.experiment(), run.now());
    }
  }

  private final String text;
  private final Dimension dimension;
  private final BiFunction<Frame, RunFrame, OptionalDouble> value;

  Scalar(String text, Dimension dimension, BiFunction<Frame, RunFrame, OptionalDouble> value) {
    this.text = text;
    this.dimension = dimension;
    this.value = value;
  }

  private static double largestError(Experiment e, Evaluation all) {
    double largest = 0;
    for (int i = 0; i < all.outputs().size(); i++) {
      largest = Math.max(largest, Math.abs(all.outputs().get(i) - e.data().y().get(i)));
    }
    return largest;
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
    return value instanceof OfOnePass pass ? pass.of(experiment, all) : OptionalDouble.empty();
  }

  @Override
  public boolean isOfOnePass() {
    return value instanceof OfOnePass;
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
          LARGEST_ERROR,
          CORRECT,
          LOG_LIKELIHOOD,
          LIKELIHOOD,
          EPOCH,
          UPDATE,
          EPOCHS,
          SAMPLES,
          LAMBDA_MAX,
          LAMBDA_MIN,
          STABLE_RATE,
          CONDITION,
          ETA_LAMBDA,
          BOUND,
          ETA_LAMBDA_STEP,
          SHRINK,
          PER_DIGIT,
          PER_DIGIT_MEASURED ->
          Optional.empty();
    };
  }

  /** Cross-entropy before its factor is −ln L; no other loss tells it. */
  private static double logLikelihood(Experiment experiment, Evaluation all) {
    return experiment.loss().kind().needsProbabilities() ? -all.lossSum() : Double.NaN;
  }

  /** What is not a number is not there. */
  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalDouble curvature(RunFrame run, ToDoubleFunction<Curvature> part) {
    return run.curvature().map(s -> present(part.applyAsDouble(s))).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble stability(RunFrame run, DoubleOfLimit part) {
    return run.curvature()
        .map(
            c -> {
              OptionalDouble limit = StabilityLimit.of(run.experiment().optimizer(), c);
              return limit.isPresent() ? present(part.of(limit.getAsDouble(), c)) : limit;
            })
        .orElse(OptionalDouble.empty());
  }

  /** The rule with the rate of the next update. */
  private static OptionalDouble convergence(
      RunFrame run, Function<Convergence, OptionalDouble> part) {
    OptimizerSpec rule = run.experiment().optimizer().withRate(run.next().rate());
    return run.curvature()
        .flatMap(c -> Convergence.of(rule, c))
        .map(part)
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble alongTheStep(RunFrame run) {
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    if (run.curvature().isEmpty() || layout.count() > MOST_ALONG) {
      return OptionalDouble.empty();
    }
    double[] gradient = new double[layout.count()];
    double[] step = new double[layout.count()];
    for (int i = 0; i < step.length; i++) {
      ParameterRef ref = layout.refAt(i);
      gradient[i] = ParameterReading.gradient(run.next(), ref);
      step[i] = ParameterReading.newValue(run.next(), ref) - run.parameters().get(i);
    }
    return StepCurvature.of(LossFunction.of(run.experiment()), run.parameters(), gradient, step);
  }

  private static OptionalDouble measured(Frame frame, RunFrame run) {
    OptionalDouble least = LossReading.OPTIMUM.value(frame, run);
    return least.isPresent()
        ? DigitPace.of(run.history(), run.epoch(), least.getAsDouble())
        : OptionalDouble.empty();
  }

  private interface DoubleOfLimit {
    double of(double limit, Curvature curvature);
  }
}
