package org.ladera.lesson.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Frame;
import org.ladera.text.NumberSyntaxException;
import org.ladera.text.WrittenNumber;

/**
 * Judges one number. It is right within the tolerance of the question, within what the digits on
 * screen of its operands leave open, or as the right value rounded, as long as it is nearer to the
 * right value than to what any known mistake leads to.
 */
final class NumberGrading {
  /** Differences below this share of a value are differences of rounding, not of method. */
  private static final double SAME = 1e-9;

  /** A wrong way that leads nearer to the right value than this nobody can tell from it. */
  private static final double UNTOLD = 1e-6;

  /** Significant digits that tell a right number from others close to it. */
  private static final int ENOUGH_DIGITS = 3;

  private final Check.Number check;
  private final double right;

  /** What the operands as they are shown leave open. */
  private final double open;

  private final List<Way> ways;

  private record Way(Mistake mistake, double value) {}

  /**
   * @param right finite
   */
  NumberGrading(Check.Number check, double right, Frame frame) {
    this.check = check;
    this.right = right;
    open =
        new ShownOperands(check.reading().in(frame).orElseThrow()).open(check.reading().reading());
    WrongWays wrong = new WrongWays(frame, check.reading(), right);
    ways =
        Stream.of(Mistake.values())
            .flatMap(m -> wrong.values(m).stream().map(value -> new Way(m, value)))
            .filter(way -> Double.isFinite(way.value()))
            .filter(way -> Math.abs(way.value() - right) > UNTOLD * Math.abs(right))
            .toList();
  }

  Verdict of(String typed) {
    try {
      List<Verdict> each = WrittenNumber.readings(typed).stream().map(this::of).toList();
      // A sign that may stand between thousands is no mistake where that makes the number right.
      return each.contains(new Verdict.Right()) ? new Verdict.Right() : each.getFirst();
    } catch (NumberSyntaxException notANumber) {
      return new Verdict.Unreadable();
    }
  }

  private Verdict of(WrittenNumber written) {
    double answer = written.value();
    double off = Math.abs(answer - right);
    boolean enough = written.digits() >= ENOUGH_DIGITS;
    boolean rounding = off <= 0.5 * written.unit();
    boolean close = off <= Math.max(tolerance(right), open) || rounding && enough;
    // Rounding alone leads close to the right value, and further only with the tolerance.
    List<Double> wrong =
        ways.stream()
            .filter(way -> way.mistake() != Mistake.ROUNDED_EARLY)
            .map(Way::value)
            .toList();
    boolean nearest = wrong.stream().allMatch(value -> off < Math.abs(answer - value));
    boolean another = wrong.stream().anyMatch(value -> same(answer, value));
    // Where a wrong way leads to nearly the same number, the digits typed tell them apart.
    if (close && (nearest || rounding && enough && !another)) {
      return new Verdict.Right();
    }
    if (!another && (rounding || nearest && written.decimal().filter(this::cut).isPresent())) {
      return new Verdict.FewDigits(Math.max(ENOUGH_DIGITS, written.digits()));
    }
    return ways.stream()
        .filter(way -> check.mistakes().contains(way.mistake().id()))
        .filter(way -> Math.abs(answer - way.value()) <= tolerance(way.value()))
        .min(
            Comparator.comparingDouble((Way w) -> Math.abs(w.value() - answer))
                .thenComparing(Way::mistake))
        .map(way -> new Verdict.Wrong(way.mistake().id()))
        .orElseGet(() -> new Verdict.Wrong(""));
  }

  /** Whether these are the first digits of the right value, the rest cut off. */
  private boolean cut(BigDecimal typed) {
    MathContext first = new MathContext(typed.precision(), RoundingMode.DOWN);
    return typed.signum() != 0 && new BigDecimal(right).round(first).compareTo(typed) == 0;
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= SAME * Math.abs(b);
  }

  private double tolerance(double value) {
    return value == 0 ? SAME : check.relative() * Math.abs(value);
  }
}
