package org.ladera.ui.window;

import java.util.Optional;
import java.util.function.Consumer;
import org.ladera.lesson.model.Hotspot;
import org.ladera.store.document.ShareString;

/** From the open step to another one. FX thread only. */
final class CourseWalk {
  private final Course course;
  private final Consumer<Course.Place> open;

  /**
   * @param open opens a step
   */
  CourseWalk(Course course, Consumer<Course.Place> open) {
    this.course = course;
    this.open = open;
  }

  /** Goes to a step of this lesson, when there is one more. */
  void goTo(int step) {
    if (course.isEmpty() || course.stepAt(step).equals(course.place())) {
      return;
    }
    if (step > course.place().step()) {
      course.pass();
    }
    open.accept(course.stepAt(step));
  }

  /** Goes so many steps on in this lesson. */
  void move(int steps) {
    goTo(course.place().step() + steps);
  }

  /** Goes so many lessons on, to the step last used there. */
  void moveLesson(int lessons) {
    if (!course.isEmpty() && !course.lessonAt(lessons).equals(course.place())) {
      open.accept(course.lessonAt(lessons));
    }
  }

  /** Goes to the step that the person looked at last in a lesson. */
  void resume(int lesson) {
    open.accept(course.resume(lesson));
  }

  /** What in the open step a phrase of its text is about. */
  Optional<Hotspot.Place> pointed(String target) {
    return Hotspot.of(target).flatMap(hotspot -> hotspot.in(course.step()));
  }

  /** Other links are shown, not followed: a lesson is read without a network. */
  void follow(String target) {
    course.linked(target).ifPresent(open);
  }

  /** The open step as a string that everybody can open; empty in a laboratory. */
  Optional<ShareString> named() {
    return course.isOpened() && !course.isLaboratory() && !course.isEmpty()
        ? Optional.of(new ShareString.Named(course.lesson().id(), course.step().id()))
        : Optional.empty();
  }
}
