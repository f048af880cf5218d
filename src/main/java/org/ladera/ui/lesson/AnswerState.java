package org.ladera.ui.lesson;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ladera.lesson.grading.Misjudgement;
import org.ladera.lesson.grading.Mistake;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Verdict;

/** What a person has done with one check; it survives a change of language or of colours. */
final class AnswerState {
  /** Attempts after which the value itself is offered. */
  static final int GENEROUS = 3;

  private String typed = "";
  private Verdict verdict = new Verdict.NotYet();
  private boolean judged;
  private int attempts;

  /** Named wrong ways, in the order they were gone. */
  private final Set<String> mistakes = new LinkedHashSet<>();

  /** Whether a prediction has been compared with what came. */
  private boolean compared;

  private boolean hint;
  private boolean value;

  /** As it was left in an earlier session of the program. */
  static AnswerState of(Check check, Optional<Progress.Answer> earlier) {
    AnswerState state = new AnswerState();
    earlier.ifPresent(
        answer -> {
          state.typed = answer.text();
          if (check.prediction().isPresent()) {
            // What came of it can be worked out again.
            state.compared = answer.right();
            state.verdict = new Verdict.Locked();
          } else if (answer.right()) {
            state.verdict = new Verdict.Right();
          } else if (check instanceof Check.Choice || check instanceof Check.Line) {
            // Which numbers are right depends on the run, which option is right does not.
            state.judge(new Verdict.Wrong(answer.text()));
          }
        });
    return state;
  }

  /** The answer as typed or chosen, whether or not it was judged. */
  String typed() {
    return typed;
  }

  void type(String text) {
    typed = text;
  }

  Verdict verdict() {
    return verdict;
  }

  /** Notes a judgement. What could not be read, or lacks digits only, is not an attempt. */
  void judge(Verdict newVerdict) {
    verdict = newVerdict;
    judged = true;
    switch (newVerdict) {
      case Verdict.Right right -> attempts++;
      case Verdict.Wrong(String mistake) -> {
        attempts++;
        if (Mistake.of(mistake).isPresent() || Misjudgement.of(mistake).isPresent()) {
          mistakes.add(mistake);
        }
      }
      case Verdict.Partly(List<Verdict> each) -> {
        if (each.stream().anyMatch(Verdict.Wrong.class::isInstance)) {
          attempts++;
        }
      }
      case Verdict.FewDigits fewDigits -> {}
      case Verdict.Unreadable unreadable -> {}
      case Verdict.Locked locked -> {}
      case Verdict.NotYet notYet -> {}
    }
  }

  /** Takes a prediction back that was not compared yet. */
  void unlock() {
    verdict = new Verdict.NotYet();
    judged = false;
  }

  /** A prediction was compared with what came. */
  void compare(Verdict came) {
    compared = true;
    judge(came);
  }

  boolean wasCompared() {
    return compared;
  }

  /** Whether the person has asked for a judgement. */
  boolean judged() {
    return judged;
  }

  /** Ids of the mistakes that were named, in the order they were made. */
  List<String> mistakes() {
    return List.copyOf(mistakes);
  }

  int attempts() {
    return attempts;
  }

  boolean hintShown() {
    return hint;
  }

  void showHint() {
    hint = true;
  }

  boolean valueShown() {
    return value;
  }

  void showValue() {
    value = true;
  }

  /** Whether nothing is left to do: it is right, or a prediction that was compared. */
  boolean isSettled() {
    return right() || compared;
  }

  boolean right() {
    return verdict instanceof Verdict.Right;
  }
}
