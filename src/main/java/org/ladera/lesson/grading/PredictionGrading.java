package org.ladera.lesson.grading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Frame;
import org.ladera.text.NumberSyntaxException;
import org.ladera.text.WrittenNumber;

/** Holds an answer about a later moment against the run that was played ahead. */
final class PredictionGrading {
  private final PlayedAhead ahead;
  private final UnaryOperator<Frame> notation;

  PredictionGrading(PlayedAhead ahead, UnaryOperator<Frame> notation) {
    this.ahead = ahead;
    this.notation = notation;
  }

  Verdict of(String answer) {
    return switch (ahead.check()) {
      case Check.Choice choice -> Grading.option(choice.options(), choice.right(), answer);
      case Check.Number number -> number(number, answer);
      case Check.Rank rank -> rank(rank, answer);
      case Check.Epochs epochs -> epochs(epochs, answer);
      case Check.Sketch sketch -> sketch(sketch, answer);
      case Check.Cells _, Check.Reach _, Check.Line _ ->
          throw new IllegalArgumentException(ahead.check().id());
    };
  }

  private Verdict number(Check.Number asked, String answer) {
    Check.Number number = asked.now();
    PlayedAhead.Around around = ahead.around(notation);
    Verdict verdict = Grading.grade(number, answer, around.at());
    if (asked.predicted() && verdict instanceof Verdict.FewDigits) {
      // Nobody guesses with many digits.
      return new Verdict.Right();
    }
    boolean beside =
        verdict.equals(new Verdict.Wrong(""))
            && number.mistakes().contains(Mistake.OFF_BY_ONE.id())
            && (isRight(number, answer, around.before())
                || isRight(number, answer, around.after()));
    return beside ? new Verdict.Wrong(Mistake.OFF_BY_ONE.id()) : verdict;
  }

  private static boolean isRight(Check.Number number, String answer, Frame frame) {
    return Grading.grade(number, answer, frame) instanceof Verdict.Right;
  }

  private Verdict rank(Check.Rank rank, String answer) {
    List<String> order = Check.Rank.order(answer);
    if (order.size() != rank.runs().size()
        || !new HashSet<>(order).equals(new HashSet<>(rank.runs()))) {
      return new Verdict.Unreadable();
    }
    return new Ranking(rank, ahead.curves()).of(order);
  }

  private Verdict epochs(Check.Epochs asked, String answer) {
    double guess;
    try {
      guess = WrittenNumber.readings(answer).getFirst().value();
    } catch (NumberSyntaxException notANumber) {
      return new Verdict.Unreadable();
    }
    RunCurve curve = ahead.curves().getFirst();
    OptionalLong met = curve.meets(asked.goal());
    if (met.isEmpty()) {
      return new Verdict.Wrong(Misjudgement.NEVER.id());
    }
    double right = met.getAsLong();
    if (isWithin(asked.ratio(), guess, right)) {
      return new Verdict.Right();
    }
    int updates = ahead.updatesPerEpoch();
    if (updates > 1 && isWithin(asked.ratio(), guess, right * updates)) {
      return new Verdict.Wrong(Misjudgement.UPDATES.id());
    }
    return new Verdict.Wrong(
        guess < right ? Misjudgement.TOO_FEW.id() : Misjudgement.TOO_MANY.id());
  }

  private Verdict sketch(Check.Sketch sketch, String answer) {
    Optional<double[]> values = Check.Sketch.values(answer);
    if (values.isEmpty()) {
      return new Verdict.Unreadable();
    }
    double[] heights = DoubleStream.of(values.get()).map(sketch.heights()::of).toArray();
    return new SketchGrading(sketch, ahead.curves().getFirst(), heights).verdict();
  }

  private static boolean isWithin(double ratio, double guess, double right) {
    return guess == right || guess > 0 && guess <= right * ratio && right <= guess * ratio;
  }
}
