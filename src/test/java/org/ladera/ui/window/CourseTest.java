package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.session.Scene;

/** The open step while its lesson is written. */
class CourseTest {
  private static final List<Lesson> LESSONS = HillLesson.lessons();

  private final List<String> asked = new ArrayList<>();

  private Course opened(int step) {
    Course course = new Course(LESSONS, Progress.NONE, progress -> {});
    course.open(new Course.Place(0, step));
    return course;
  }

  private void complete(Course course, Lesson first) {
    List<Lesson> all = new ArrayList<>(LESSONS);
    all.set(0, first);
    course.complete(all, () -> asked.add("reopen"), () -> asked.add("words"));
  }

  @Test
  void what_is_as_it_was_is_left_alone() {
    Lesson lesson = LESSONS.getFirst();
    Course course = opened(1);
    complete(course, lesson.playing(lesson.play()));
    assertEquals(List.of(), asked);
  }

  @Test
  void other_words_are_shown_while_the_run_goes_on() {
    Lesson lesson = LESSONS.getFirst();
    Course course = opened(1);
    Lesson other = LESSONS.get(1);
    Lesson written =
        new Lesson(lesson.id(), lesson.folder(), lesson.group(), lesson.steps(), other.texts());
    complete(course, written);
    assertEquals(List.of("words"), asked);
    assertEquals(written, course.lesson());
  }

  @Test
  void another_form_of_the_open_step_opens_it_anew_and_one_of_another_step_does_not() {
    Lesson lesson = LESSONS.getFirst();
    Scene scene = lesson.steps().get(1).scene();
    Lesson written =
        lesson.with(lesson.steps().get(1), new Scene(scene.runs(), scene.epochs() + 1));
    complete(opened(1), written);
    assertEquals(List.of("reopen"), asked);
    asked.clear();
    complete(opened(2), written);
    assertEquals(List.of("words"), asked);
  }
}
