package org.ladera.ui.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ladera.lesson.Check;
import org.ladera.lesson.Lesson;
import org.ladera.lesson.LessonText;
import org.ladera.lesson.Step;
import org.ladera.lesson.markup.Markup;
import org.ladera.text.Language;

/**
 * What a person has done of the lessons. A step with checks is done when all of them are passed,
 * one without when the person goes on from it.
 */
final class Progress {
  private final Set<String> done;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Set<String>> passed = new HashMap<>();

  /**
   * @param done ids of finished steps, {@code lesson/step}; added to
   */
  Progress(Set<String> done) {
    this.done = done;
  }

  private static String place(Lesson lesson, Step step) {
    return lesson.id() + "/" + step.id();
  }

  void see(Lesson lesson, Step step) {
    seen.add(place(lesson, step));
  }

  /** Notes a passed check; true when the step is done by it. */
  boolean pass(Lesson lesson, Step step, Check check) {
    Set<String> checks = passed.computeIfAbsent(place(lesson, step), p -> new HashSet<>());
    checks.add(check.id());
    return step.checks().stream().allMatch(c -> checks.contains(c.id()))
        && done.add(place(lesson, step));
  }

  /** The person goes on from a step; true when it is done by that. */
  boolean leave(Lesson lesson, Step step) {
    return step.checks().isEmpty() && done.add(place(lesson, step));
  }

  private boolean isDone(Lesson lesson, Step step) {
    return done.contains(place(lesson, step));
  }

  /** The first step of the lesson that is not done; the first of all where all are. */
  int resume(Lesson lesson) {
    List<Step> steps = lesson.steps();
    for (int i = 0; i < steps.size(); i++) {
      if (!isDone(lesson, steps.get(i))) {
        return i;
      }
    }
    return 0;
  }

  /** The lesson list with what is done, in one language. */
  RailModel model(List<Lesson> lessons, int lesson, int step, Language language) {
    return new RailModel(
        lessons.stream().map(l -> entry(l, l.texts().get(language.tag()))).toList(), lesson, step);
  }

  private RailModel.Entry entry(Lesson lesson, LessonText text) {
    List<RailModel.StepEntry> steps =
        lesson.steps().stream()
            .map(
                s ->
                    new RailModel.StepEntry(
                        plain(text.steps().get(s.id()).title()), mark(lesson, s)))
            .toList();
    return new RailModel.Entry(lesson.group(), plain(text.title()), steps, resume(lesson));
  }

  private RailModel.Mark mark(Lesson lesson, Step step) {
    return isDone(lesson, step)
        ? RailModel.Mark.DONE
        : seen.contains(place(lesson, step)) ? RailModel.Mark.UNDER_WAY : RailModel.Mark.OPEN;
  }

  /** A title without its symbols' markup, as a list or a window's title shows it. */
  static String plain(String markdown) {
    return Markup.plain(Markup.line(markdown));
  }
}
