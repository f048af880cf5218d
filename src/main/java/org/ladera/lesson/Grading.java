package org.ladera.lesson;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.ladera.session.Frame;
import org.ladera.session.Readings;
import org.ladera.text.Numbers;

/**
 * Judges answers against the run on stage. A number counts as right only when it is nearer to the
 * right value than to what any known mistake leads to, so that no tolerance hides a mistake.
 */
public final class Grading {
  // Comma and point are both understood, whatever the language.
  private static final Numbers NUMBERS = new Numbers('.');

  /** Differences below this share of a value are differences of rounding, not of method. */
  private static final double SAME = 1e-9;

  private Grading() {}

  /** What {@code answer} shows at the moment of {@code frame}. */
  public static Verdict grade(Check check, String answer, Frame frame) {
    if (!(check instanceof Check.Reach) && answer.isBlank()) {
      return new Verdict.NotYet();
    }
    return switch (check) {
      case Check.Choice choice -> choice(choice, answer.strip());
      case Check.Number number -> number(number, answer, frame);
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
    OptionalDouble now = Readings.value(frame, reach.reading());
    return now.isPresent() && now.getAsDouble() < reach.below()
        ? new Verdict.Right()
        : new Verdict.NotYet();
  }

  private record Way(Mistake mistake, double value) {}

  private static Verdict number(Check.Number check, String typed, Frame frame) {
    OptionalDouble answer = NUMBERS.parse(typed);
    if (answer.isEmpty()) {
      return new Verdict.Unreadable();
    }
    OptionalDouble known = Readings.value(frame, check.reading());
    if (known.isEmpty() || !Double.isFinite(known.getAsDouble())) {
      return new Verdict.NotYet();
    }
    double right = known.getAsDouble();
    List<Way> ways = ways(check.reading(), frame, right);
    double off = Math.abs(answer.getAsDouble() - right);
    boolean close = off <= tolerance(check.relative(), right);
    boolean nearest =
        ways.stream()
            .filter(way -> way.mistake() != Mistake.ROUNDED_EARLY)
            .allMatch(way -> off < Math.abs(answer.getAsDouble() - way.value()));
    if (close && nearest) {
      return new Verdict.Right();
    }
    return ways.stream()
        .filter(way -> check.mistakes().contains(way.mistake().id()))
        .filter(way -> reproduces(way.value(), answer.getAsDouble(), check.relative()))
        .min(
            Comparator.comparingDouble((Way w) -> Math.abs(w.value() - answer.getAsDouble()))
                .thenComparing(Way::mistake))
        .map(way -> new Verdict.Wrong(way.mistake().id()))
        .orElseGet(() -> new Verdict.Wrong(""));
  }

  private static List<Way> ways(String reading, Frame frame, double right) {
    WrongWays wrong = new WrongWays(frame, reading, right);
    return List.of(Mistake.values()).stream()
        .flatMap(m -> wrong.values(m).stream().map(value -> new Way(m, value)))
        .filter(way -> Double.isFinite(way.value()))
        .filter(way -> Math.abs(way.value() - right) > SAME * Math.abs(right))
        .toList();
  }

  private static boolean reproduces(double way, double answer, double relative) {
    return Math.abs(answer - way) <= tolerance(relative, way);
  }

  private static double tolerance(double relative, double value) {
    return value == 0 ? SAME : relative * Math.abs(value);
  }
}
