package org.ladera.ui.window.sidebar;

import java.util.List;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.text.Language;

/**
 * The lesson list.
 *
 * @param lesson index of the open lesson
 * @param step index of the open step
 */
public record LessonListModel(List<Entry> lessons, int lesson, int step) {
  enum Mark {
    DONE,
    UNDER_WAY,
    OPEN
  }

  /**
   * @param group id of its group
   * @param resume index of the step that opens with the lesson
   */
  record Entry(String group, String title, List<StepEntry> steps, int resume) {
    long done() {
      return steps.stream().filter(s -> s.mark() == Mark.DONE).count();
    }

    /** Done steps of all, 0 to 1. */
    double share() {
      return steps.isEmpty() ? 0 : (double) done() / steps.size();
    }
  }

  record StepEntry(String title, Mark mark) {}

  public static LessonListModel of(
      List<Lesson> lessons, int lesson, int step, Progress progress, Language language) {
    return new LessonListModel(
        lessons.stream().map(l -> entry(l, l.text(language), progress)).toList(), lesson, step);
  }

  private static Entry entry(Lesson lesson, LessonText text, Progress progress) {
    List<StepEntry> steps =
        lesson.steps().stream()
            .map(s -> new StepEntry(plain(text.step(s.id()).title()), mark(lesson, s, progress)))
            .toList();
    return new Entry(lesson.group(), plain(text.title()), steps, resume(lesson, progress));
  }

  private static Mark mark(Lesson lesson, Step step, Progress progress) {
    return switch (progress.of(lesson.id(), step.id()).state()) {
      case NEW -> Mark.OPEN;
      case STARTED -> Mark.UNDER_WAY;
      case DONE -> Mark.DONE;
    };
  }

  /** The step last looked at; before that the first that is not done, or the first of all. */
  public static int resume(Lesson lesson, Progress progress) {
    List<Step> steps = lesson.steps();
    int last =
        steps.stream()
            .map(Step::id)
            .toList()
            .indexOf(progress.last().getOrDefault(lesson.id(), ""));
    if (last >= 0) {
      return last;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (mark(lesson, steps.get(i), progress) != Mark.DONE) {
        return i;
      }
    }
    return 0;
  }

  /** A title without the marks of its symbols. */
  public static String plain(String markdown) {
    return Markup.plain(Markup.line(markdown));
  }
}
