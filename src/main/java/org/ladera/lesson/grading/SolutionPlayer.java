package org.ladera.lesson.grading;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;

/** Plays the solution of a step without a window. */
public final class SolutionPlayer {
  private SolutionPlayer() {}

  /**
   * How it ended.
   *
   * @param verdicts per check id, in the order of the step
   * @param last the frame after the last move
   */
  public record Result(Map<String, Verdict> verdicts, Frame last) {
    public boolean passed() {
      return verdicts.values().stream().allMatch(Verdict.Right.class::isInstance);
    }
  }

  /** Every move of the solution, in order. */
  public static Result play(Step step) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      Map<String, Verdict> verdicts = idle(step, session.newest());
      for (Step.Move move : step.solution()) {
        switch (move) {
          case Step.Move.Send(Command command) -> {
            session.send(command);
            judgeReached(step, session.newest(), verdicts);
          }
          case Step.Move.Answer(String check, String value) ->
              step.check(check)
                  .ifPresent(c -> verdicts.put(check, judge(step, c, value, session.newest())));
        }
      }
      return new Result(verdicts, session.newest());
    }
  }

  /** What an answer shows where the solution gives its own, or where the step begins. */
  public static Verdict judge(Step step, Check check, String answer) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      Frame begin = session.newest();
      for (Step.Move move : step.solution()) {
        switch (move) {
          case Step.Move.Send(Command command) -> session.send(command);
          case Step.Move.Answer(String id, String _) -> {
            if (id.equals(check.id())) {
              return judge(step, check, answer, session.newest());
            }
          }
        }
      }
      return judge(step, check, answer, begin);
    }
  }

  /** A prediction is compared at once: here nobody has to be kept from looking. */
  private static Verdict judge(Step step, Check check, String answer, Frame frame) {
    return check.isPlayedAhead()
        ? PlayedAhead.of(step.scene(), check).grade(answer)
        : Grading.grade(check, answer, frame);
  }

  /** No move at all. */
  public static Result doNothing(Step step) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      return new Result(idle(step, session.newest()), session.newest());
    }
  }

  private static Map<String, Verdict> idle(Step step, Frame frame) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    step.checks().forEach(check -> verdicts.put(check.id(), Grading.grade(check, "", frame)));
    return verdicts;
  }

  /** A state once reached stays reached, as on screen. */
  private static void judgeReached(Step step, Frame frame, Map<String, Verdict> verdicts) {
    for (Check check : step.checks()) {
      if (check instanceof Check.Reach reach
          && !(verdicts.get(check.id()) instanceof Verdict.Right)) {
        verdicts.put(check.id(), Grading.grade(reach, "", frame));
      }
    }
  }
}
