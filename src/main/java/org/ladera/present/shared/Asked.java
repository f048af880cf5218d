package org.ladera.present.shared;

import java.util.Map;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.session.WhatIf;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.ParameterReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.SampleReading;
import org.ladera.session.reading.Scalar;
import org.ladera.session.reading.UpdateNumbers;

/**
 * A number that a person points at in a view, as the view knows it: by example instead of row of
 * the batch. Layers and units count from 1, examples from 0.
 */
public sealed interface Asked {
  /** Layer 0 is the input. */
  record Unit(Kind kind, int layer, int unit, int example) implements Asked {}

  record Output(int unit, int example) implements Asked {}

  record Derivative(ParameterRef of) implements Asked {}

  /** A parameter after so many updates. */
  record Parameter(ParameterRef of, long update) implements Asked {}

  /** The loss after so many updates. */
  record Loss(long update) implements Asked {}

  record PresentLoss() implements Asked {}

  record Rate() implements Asked {}

  /** The length of the gradient of all examples. */
  record GradientNorm() implements Asked {}

  /** A number of the run by its name in the lessons. */
  record Read(Reading reading) implements Asked {}

  /**
   * What the network says to a sample that need not be an example.
   *
   * @param x (1 × inputs), as the network sees it
   */
  record Answer(MatrixView x, int unit) implements Asked {}

  /** The loss of all examples while some parameters are others. */
  record SupposedLoss(Map<ParameterRef, Double> parameters) implements Asked {}

  /** A number that a text or a table names. */
  static Asked of(Reading reading) {
    return reading.equals(LossReading.NOW)
        ? new PresentLoss()
        : reading == Scalar.GRADIENT_NORM ? new GradientNorm() : new Read(reading);
  }

  /** What is lit, as a number; an example is its output. */
  static Optional<Asked> of(Highlight highlight) {
    if (highlight.parameter().isPresent()) {
      return highlight.parameter().map(Derivative::new);
    }
    if (highlight.update() >= 0) {
      return Optional.of(new Loss(highlight.update()));
    }
    if (highlight.sample() < 0) {
      return Optional.empty();
    }
    return Optional.of(
        highlight.layer() > 0
            ? new Unit(Kind.A, highlight.layer(), highlight.unit(), highlight.sample())
            : new Output(1, highlight.sample()));
  }

  /**
   * The arithmetic of the number: of an update, or else as if the run looked at just that.
   *
   * @param next the next update of the run
   * @return empty where there is none: the number was there from the start, or backpropagation does
   *     not come to the example
   */
  default Optional<Opening> opening(StepTrace next) {
    Optional<Opening> known = in(next).map(number -> new Opening(Optional.empty(), number));
    return known
        .or(() -> supposed(this, next))
        .filter(o -> o.supposed().map(s -> s.fits(next.experiment())).orElse(true));
  }

  private static Optional<Opening> supposed(Asked asked, StepTrace next) {
    long now = next.update();
    int last = next.layers().size();
    return switch (asked) {
      case Answer(MatrixView x, int unit) ->
          Optional.of(sample(x, new Quantity(Kind.A, now, last, 1, unit)));
      case Output(int unit, int example) ->
          Optional.of(sample(x(next, example), new Quantity(Kind.A, now, last, 1, unit)));
      case Unit(Kind kind, int layer, int unit, int example)
          when kind == Kind.A || kind == Kind.Z ->
          Optional.of(sample(x(next, example), new Quantity(kind, now, layer, 1, unit)));
      case SupposedLoss(Map<ParameterRef, Double> parameters) ->
          Optional.of(
              new Opening(
                  Optional.of(new WhatIf.Parameters(parameters)),
                  UpdateNumbers.loss(next, parameters.isEmpty() ? now : 0)));
      case Loss(long update) when update == now -> supposed(new SupposedLoss(Map.of()), next);
      case PresentLoss() -> supposed(new Loss(now), next);
      case GradientNorm() ->
          Optional.of(new Opening(Optional.of(new WhatIf.Parameters(Map.of())), norm(next)));
      case Unit _, Derivative _, Parameter _, Loss _, Rate _, Read _ -> Optional.empty();
    };
  }

  private static Opening sample(MatrixView x, Quantity number) {
    return new Opening(Optional.of(new WhatIf.Sample(x)), number);
  }

  private static MatrixView x(StepTrace next, int example) {
    MatrixView all = next.experiment().data().x();
    return MatrixView.generate(1, all.columns(), j -> all.get(example, j));
  }

  private static Quantity norm(StepTrace next) {
    return new Quantity(Kind.GRADIENT_NORM, next.update(), 0, 0, 0);
  }

  /**
   * The number in the arithmetic of an update.
   *
   * @param next the next update of the run
   * @return empty where no update computes it: the example is not in the batch, or the number was
   *     there from the start, or it is of more examples than the batch has
   */
  default Optional<Quantity> in(StepTrace next) {
    long now = next.update();
    return switch (this) {
      case Unit(Kind kind, int layer, int unit, int example) ->
          UpdateNumbers.row(next, example + 1).map(r -> new Quantity(kind, now, layer, r, unit));
      case Output(int unit, int example) ->
          SampleReading.prediction(example + 1, unit).quantity(next, now);
      case Derivative(ParameterRef of) -> ParameterReading.gradient(of).quantity(next, now);
      case Parameter(ParameterRef of, long update) ->
          ParameterReading.now(of).quantity(next, update);
      case Loss(long update) -> LossReading.NOW.quantity(next, update);
      case PresentLoss() -> LossReading.NOW.quantity(next, now);
      case Rate() -> Scalar.RATE_NOW.quantity(next, now);
      case GradientNorm() -> Scalar.GRADIENT_NORM.quantity(next, now);
      case Read(Reading reading) -> reading.quantity(next, now);
      case Answer answer -> Optional.empty();
      case SupposedLoss loss -> Optional.empty();
    };
  }
}
