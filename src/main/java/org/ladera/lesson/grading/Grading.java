package org.ladera.lesson.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Frame;
import org.ladera.text.NumberSyntaxException;
import org.ladera.text.WrittenNumber;

/** Judges answers against the run on stage. */
public final class Grading {
  private Grading() {}

  /**
   * What {@code answer} shows at the moment of {@code frame}; nothing yet where it is about another
   * moment, for which {@link PlayedAhead} is asked.
   */
  public static Verdict grade(Check check, String answer, Frame frame) {
    if (check.isPlayedAhead()) {
      boolean typed = check instanceof Check.Number || check instanceof Check.Epochs;
      return typed && !answer.isBlank() ? unknown(answer) : new Verdict.NotYet();
    }
    if (!(check instanceof Check.Reach) && answer.isBlank()) {
      return new Verdict.NotYet();
    }
    return switch (check) {
      case Check.Choice choice -> option(choice.options(), choice.right(), answer.strip());
      case Check.Number number -> number(number, answer, frame);
      case Check.Cells cells -> cells(cells, answer, frame);
      case Check.Reach reach -> reach(reach, frame);
      case Check.Rank _, Check.Epochs _, Check.Sketch _ -> new Verdict.NotYet();
      case Check.Line line -> option(line.lines(), line.wrong(), answer.strip());
    };
  }

  static Verdict option(List<String> options, String right, String answer) {
    if (answer.equals(right)) {
      return new Verdict.Right();
    }
    return options.contains(answer) ? new Verdict.Wrong(answer) : new Verdict.Unreadable();
  }

  private static Verdict reach(Check.Reach reach, Frame frame) {
    OptionalDouble now = reach.reading().value(frame);
    return now.isPresent() && reach.goal().isMetBy(now.getAsDouble())
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

  private static Verdict number(Check.Number check, String typed, Frame frame) {
    OptionalDouble known = check.reading().value(frame);
    return known.isEmpty() || !Double.isFinite(known.getAsDouble())
        ? unknown(typed)
        : new NumberGrading(check, known.getAsDouble(), frame).of(typed);
  }

  /** The run has no such number yet; what is no number can be said all the same. */
  private static Verdict unknown(String typed) {
    try {
      WrittenNumber.readings(typed);
      return new Verdict.NotYet();
    } catch (NumberSyntaxException notANumber) {
      return new Verdict.Unreadable();
    }
  }
}
