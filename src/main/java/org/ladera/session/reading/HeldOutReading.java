package org.ladera.session.reading;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ladera.engine.data.HeldOut;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.Evaluation;
import org.ladera.explain.Dimension;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/**
 * A number of the examples that are not trained on: {@code validation:J}, {@code
 * validation:accuracy}, {@code validation:least}, {@code test:J}. Losses are without penalty. The
 * test examples are looked at only where the step opens them, and while the run stands still.
 */
public record HeldOutReading(Part part, Number number) implements Reading {
  /** Which examples. */
  public enum Part {
    VALIDATION("validation"),
    TEST("test");

    private final String prefix;

    Part(String prefix) {
      this.prefix = prefix;
    }
  }

  /** What of them. */
  public enum Number {
    LOSS("J", Dimension.Basic.LOSS),
    /** The share that is told rightly. */
    ACCURACY("accuracy", Dimension.Basic.PLAIN),
    /** How many are told rightly. */
    CORRECT("correct", Dimension.Basic.PLAIN),
    SAMPLES("samples", Dimension.Basic.PLAIN),
    /** The least loss so far. */
    LEAST("least", Dimension.Basic.LOSS),
    /** Epochs done there. */
    LEAST_EPOCH("epoch", Dimension.Basic.PLAIN);

    private final String word;
    private final Dimension dimension;

    Number(String word, Dimension dimension) {
      this.word = word;
      this.dimension = dimension;
    }

    private boolean isOfTheWay() {
      return this == LEAST || this == LEAST_EPOCH;
    }
  }

  static Optional<HeldOutReading> of(ReadingName name) {
    return name.indexed()
        ? Stream.of(Part.values())
            .filter(part -> part.prefix.equals(name.prefix()))
            .findFirst()
            .flatMap(
                part ->
                    Stream.of(Number.values())
                        .filter(n -> n.word.equals(name.word()))
                        .filter(n -> part == Part.VALIDATION || !n.isOfTheWay())
                        .findFirst()
                        .map(n -> new HeldOutReading(part, n)))
        : Optional.empty();
  }

  @Override
  public String text() {
    return part.prefix + ":" + number.word;
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    if (number == Number.SAMPLES) {
      HeldOut heldOut = run.experiment().heldOut();
      return (part == Part.VALIDATION ? heldOut.validation() : heldOut.test())
          .map(data -> OptionalDouble.of(data.size()))
          .orElse(OptionalDouble.empty());
    }
    return switch (part) {
      case VALIDATION ->
          run.validation()
              .map(
                  v ->
                      switch (number) {
                        case LEAST -> OptionalDouble.of(v.least());
                        case LEAST_EPOCH -> OptionalDouble.of(v.leastEpoch());
                        case LOSS, ACCURACY, CORRECT, SAMPLES ->
                            of(
                                v.now(),
                                run.experiment().heldOut().validation().orElseThrow().size());
                      })
              .orElse(OptionalDouble.empty());
      case TEST ->
          run.test()
              .map(t -> of(t, run.experiment().heldOut().test().orElseThrow().size()))
              .orElse(OptionalDouble.empty());
    };
  }

  private OptionalDouble of(Evaluation held, int samples) {
    double value =
        switch (number) {
          case LOSS -> held.dataLoss();
          case ACCURACY -> held.accuracy();
          case CORRECT -> Math.rint(held.accuracy() * samples);
          case SAMPLES, LEAST, LEAST_EPOCH -> Double.NaN;
        };
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public boolean exists(Experiment experiment) {
    HeldOut heldOut = experiment.heldOut();
    return part == Part.VALIDATION
        ? heldOut.validation().isPresent()
        : heldOut.test().isPresent() && (heldOut.testIsOpen() || number == Number.SAMPLES);
  }

  @Override
  public Dimension dimension() {
    return number.dimension;
  }
}
