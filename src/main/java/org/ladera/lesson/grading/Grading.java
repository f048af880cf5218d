package org.ladera.lesson.grading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Frame;
import org.ladera.session.reading.RunReading;
import org.ladera.text.Numbers;

/**
 * Judges answers against the run on stage. A number counts as right only when it is nearer to the
 * right value than to what any known mistake leads to, so that no tolerance hides a mistake; or
 * when it is the right value rounded, to digits that no one's mistake has exactly.
 */
public final class Grading {
  // Comma and point are both understood, whatever the language.
  private static final Numbers NUMBERS = new Numbers('.');

  /** Differences below this share of a value are differences of rounding, not of method. */
  private static final double SAME = 1e-9;

  /** Significant digits that tell a right number from others close to it. */
  private static final int ENOUGH_DIGITS = 3;

  private Grading() {}

  /** What {@code answer} shows at the moment of {@code frame}. */
  public static Verdict grade(Check check, String answer, Frame frame) {
    if (!(check instanceof Check.Reach) && answer.isBlank()) {
      return new Verdict.NotYet();
    }
    return switch (check) {
      case Check.Choice choice -> choice(choice, answer.strip());
      case Check.Number number -> number(number, answer, frame);
      case Check.Cells cells -> cells(cells, answer, frame);
      case Check.Reach reach -> reach(reach, frame);
    };
  }

  private static Verdict choice(Check.Choice choice, String answer) {
    if (answer.equals(choice.right())) {
      return new Verdict.Right();
    }
    return choice.options().contains(answer) ? new Verdict.Wrong(answer) : new Verdict.Unreadable();
  }

  private static Verdict reach(Check.Reach reach, Frame frame) {
    OptionalDouble now = reach.reading().value(frame);
    return now.isPresent() && now.getAsDouble() < reach.below()
        ? new Verdict.Right()
        : new Verdict.NotYet();
  }

  private static Verdict cells(Check.Cells check, String answer, Frame frame) {
    List<String> texts = check.texts(answer);
    List<Verdict> each = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      each.add(grade(check.number(check.asked().get(i)), texts.get(i), frame));
    }
    if (each.stream().allMatch(Verdict.Right.class::isInstance)) {
      return new Verdict.Right();
    }
    return each.stream().allMatch(Verdict.NotYet.class::isInstance)
        ? new Verdict.NotYet()
        : new Verdict.Partly(each);
  }

  private record Way(Mistake mistake, double value) {}

  private static Verdict number(Check.Number check, String typed, Frame frame) {
    Optional<BigDecimal> written = NUMBERS.decimal(typed);
    if (written.isEmpty() || !Double.isFinite(written.get().doubleValue())) {
      return new Verdict.Unreadable();
    }
    OptionalDouble known = check.reading().value(frame);
    if (known.isEmpty() || !Double.isFinite(known.getAsDouble())) {
      return new Verdict.NotYet();
    }
    double answer = written.get().doubleValue();
    double right = known.getAsDouble();
    List<Way> ways = ways(check.reading(), frame, right);
    double off = Math.abs(answer - right);
    boolean enough = written.get().precision() >= ENOUGH_DIGITS;
    boolean rounding = off <= 0.5 * written.get().ulp().doubleValue();
    boolean close = off <= tolerance(check.relative(), right) || rounding && enough;
    // Rounding alone leads close to the right value, and further only with the tolerance.
    List<Double> wrong =
        ways.stream()
            .filter(way -> way.mistake() != Mistake.ROUNDED_EARLY)
            .map(Way::value)
            .toList();
    boolean nearest = wrong.stream().allMatch(value -> off < Math.abs(answer - value));
    if (close && nearest) {
      return new Verdict.Right();
    }
    if (close && rounding && wrong.stream().noneMatch(value -> same(answer, value))) {
      // A wrong way leads to nearly the same number. The digits typed are those of the right one;
      // with too few of them nobody can tell.
      return enough ? new Verdict.Right() : new Verdict.Wrong(Mistake.ROUNDED_EARLY.id());
    }
    return ways.stream()
        .filter(way -> check.mistakes().contains(way.mistake().id()))
        .filter(way -> reproduces(way.value(), answer, check.relative()))
        .min(
            Comparator.comparingDouble((Way w) -> Math.abs(w.value() - answer))
                .thenComparing(Way::mistake))
        .map(way -> new Verdict.Wrong(way.mistake().id()))
        .orElseGet(() -> new Verdict.Wrong(""));
  }

  private static List<Way> ways(RunReading reading, Frame frame, double right) {
    WrongWays wrong = new WrongWays(frame, reading, right);
    return List.of(Mistake.values()).stream()
        .flatMap(m -> wrong.values(m).stream().map(value -> new Way(m, value)))
        .filter(way -> Double.isFinite(way.value()))
        .filter(way -> Math.abs(way.value() - right) > SAME * Math.abs(right))
        .toList();
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= SAME * Math.abs(b);
  }

  private static boolean reproduces(double way, double answer, double relative) {
    return Math.abs(answer - way) <= tolerance(relative, way);
  }

  private static double tolerance(double relative, double value) {
    return value == 0 ? SAME : relative * Math.abs(value);
  }
}
