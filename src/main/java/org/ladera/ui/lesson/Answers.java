package org.ladera.ui.lesson;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;

/** The answers of all checks: they survive a change of step, language and colours. */
final class Answers {
  private final Map<String, AnswerState> states = new HashMap<>();
  private Progress person = Progress.NONE;

  /** What the person has done: at first of earlier sessions, then whenever it grows. */
  void remember(Progress progress) {
    person = progress;
  }

  Progress person() {
    return person;
  }

  /** The state of a check; at first as it was left in an earlier session. */
  AnswerState of(Lesson lesson, Step step, Check check) {
    return states.computeIfAbsent(
        lesson.id() + "/" + step.id() + "/" + check.id(),
        key ->
            AnswerState.of(
                check,
                Optional.ofNullable(person.of(lesson.id(), step.id()).answers().get(check.id()))));
  }
}
