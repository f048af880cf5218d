package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.lesson.grading.PlayedAhead;
import org.ladera.lesson.grading.RunCurve;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.RunMoment;
import org.ladera.present.plot.Scale;
import org.ladera.present.plot.Thinning;
import org.ladera.present.runs.ReadingWords;
import org.ladera.session.reading.RunReading;
import org.ladera.text.Messages;
import org.ladera.text.NumberSyntaxException;
import org.ladera.text.WrittenNumber;

/**
 * A prediction beside what came, in the reader's numbers.
 *
 * @param words the two numbers in a line, where the answer is a number
 * @param name what the curves show
 * @param lines one for each curve, in their order
 * @param marks the answer and what came, as points
 * @param goal a height that the curve had to come to
 */
record PredictionModel(
    Optional<String> words, String name, List<Line> lines, List<Mark> marks, OptionalDouble goal) {
  /** Between these a curve is worth a logarithmic axis. */
  private static final double DECADES = 100;

  /** Above and below the curves, as a share of their height. */
  private static final double ROOM = 0.07;

  /** How far above the other curves one that explodes may stretch the axis. */
  private static final double HEADROOM = 10;

  /**
   * A curve.
   *
   * @param label of its run, where there are several
   * @param look the place of its run among the compared ones, −1 for the main run
   */
  record Line(String label, int look, double[] epochs, double[] values) {
    private boolean explodes() {
      return values.length > 1 && values[values.length - 1] > DECADES * Math.abs(values[0]);
    }
  }

  /**
   * A point of the picture.
   *
   * @param own whether the person said so
   */
  record Mark(double epoch, double value, boolean own) {}

  boolean hasPicture() {
    return lines.stream().anyMatch(line -> line.epochs().length > 1);
  }

  static PredictionModel of(PlayedAhead ahead, String answer, StepScope scope) {
    List<Line> lines = new ArrayList<>();
    for (RunCurve curve : ahead.curves()) {
      lines.add(line(curve, ahead.curves().size() > 1, scope));
    }
    String name =
        ahead.curves().isEmpty()
            ? ""
            : new ReadingWords(
                    scope.scene().runs().getFirst().experiment().network(), scope.messages())
                .of(ahead.curves().getFirst().reading().reading());
    return switch (ahead.check()) {
      case Check.Number number -> number(number, ahead, answer, name, lines, scope);
      case Check.Epochs epochs -> epochs(epochs, ahead, answer, name, lines, scope);
      case Check.Rank rank ->
          new PredictionModel(
              Optional.empty(),
              name,
              lines,
              List.of(),
              rank.goal()
                  .map(
                      goal ->
                          OptionalDouble.of(shown(goal.value(), ahead.curves().getFirst(), scope)))
                  .orElse(OptionalDouble.empty()));
      // A sketch has the picture on which it was drawn.
      case Check.Sketch _ ->
          new PredictionModel(Optional.empty(), name, List.of(), List.of(), OptionalDouble.empty());
      case Check.Choice _, Check.Cells _, Check.Reach _, Check.Line _ ->
          new PredictionModel(Optional.empty(), name, lines, List.of(), OptionalDouble.empty());
    };
  }

  private static Line line(RunCurve curve, boolean several, StepScope scope) {
    double[] values = new double[curve.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = shown(curve.values()[i], curve, scope);
    }
    Thinning thin = Thinning.of(curve.epochs(), values, 0, values.length);
    String run = curve.reading().run();
    String label = several ? scope.labels().getOrDefault("run." + run, run) : "";
    int look = scope.scene().runs().stream().map(r -> r.id()).toList().indexOf(run) - 1;
    return new Line(label, look, thin.x(), thin.y());
  }

  /** A number of a curve as the reader has it. */
  static double shown(double engine, RunCurve curve, StepScope scope) {
    RunReading reading = curve.reading();
    return scope.conversion(reading.run()).shown(engine, reading.reading().dimension()).shown();
  }

  private static PredictionModel number(
      Check.Number number,
      PlayedAhead ahead,
      String answer,
      String name,
      List<Line> lines,
      StepScope scope) {
    OptionalDouble guess = typed(answer);
    RunCurve curve = ahead.curves().getFirst();
    double came = shown(curve.end(), curve, scope);
    double epoch = curve.epochs()[curve.epochs().length - 1];
    List<Mark> marks = new ArrayList<>();
    guess.ifPresent(value -> marks.add(new Mark(epoch, value, true)));
    marks.add(new Mark(epoch, came, false));
    Messages messages = scope.messages();
    boolean ofEpochs = number.at().filter(at -> at.unit() == RunMoment.Unit.EPOCH).isPresent();
    return new PredictionModel(
        guess.isEmpty()
            ? Optional.empty()
            : Optional.of(
                both("lesson.predict.number", answer, messages.numbers().shown(came), messages)),
        name,
        ofEpochs ? lines : List.of(),
        marks,
        OptionalDouble.empty());
  }

  private static PredictionModel epochs(
      Check.Epochs epochs,
      PlayedAhead ahead,
      String answer,
      String name,
      List<Line> lines,
      StepScope scope) {
    RunCurve curve = ahead.curves().getFirst();
    double goal = shown(epochs.goal().value(), curve, scope);
    List<Mark> marks = new ArrayList<>();
    typed(answer).ifPresent(guess -> marks.add(new Mark(guess, goal, true)));
    curve.meets(epochs.goal()).ifPresent(epoch -> marks.add(new Mark(epoch, goal, false)));
    Messages messages = scope.messages();
    String came =
        curve.meets(epochs.goal()).isPresent()
            ? messages.numbers().whole(curve.meets(epochs.goal()).getAsLong())
            : messages.text("lesson.predict.never");
    return new PredictionModel(
        Optional.of(both("lesson.predict.epochs", answer, came, messages)),
        name,
        lines,
        marks,
        OptionalDouble.of(goal));
  }

  private static String both(String key, String answer, String came, Messages messages) {
    return messages.text(key, Map.of("guess", answer, "came", came));
  }

  private static OptionalDouble typed(String answer) {
    try {
      return OptionalDouble.of(WrittenNumber.readings(answer).getFirst().value());
    } catch (NumberSyntaxException notANumber) {
      return OptionalDouble.empty();
    }
  }

  /**
   * What the axis of heights has to hold. Curves that explode stretch it only when all of them do.
   */
  Span span() {
    List<Line> settled = lines.stream().filter(line -> !line.explodes()).toList();
    Span span = new Span();
    for (Line line : settled.isEmpty() ? lines : settled) {
      for (double value : line.values()) {
        span.hold(value);
      }
    }
    if (!settled.isEmpty() && settled.size() < lines.size()) {
      span.hold(HEADROOM * span.high);
    }
    marks.forEach(mark -> span.hold(mark.value()));
    goal.ifPresent(span::hold);
    return span;
  }

  /** From the least to the greatest of finite numbers. */
  static final class Span {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private void hold(double value) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }

    /** With some room; logarithmic where only that shows all of it. */
    Scale scale() {
      if (!(low <= high)) {
        return Scale.linear(0, 1);
      }
      if (low > 0 && high > DECADES * low) {
        double room = Math.pow(high / low, ROOM);
        return Scale.log(low / room, high * room);
      }
      double room = ROOM * (high - low);
      return Scale.linear(low - room, high + room);
    }
  }
}
