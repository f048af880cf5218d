package org.ladera.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Covered;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.text.Language;
import org.ladera.ui.window.sidebar.LessonListModel;

/** The lessons, the step that is open, and how far the person has come. */
final class Course {
  private static final String LINK = "lesson:";

  /** A step by the indices of its lesson and of itself. */
  record Place(int lesson, int step) {}

  private List<Lesson> lessons;
  private final Consumer<Progress> keep;
  private Progress progress;
  private Place place = new Place(0, 0);

  /** What is on stage instead of a step of the lessons. */
  private Optional<Lesson> laboratory = Optional.empty();

  private boolean opened;

  /**
   * @param keep gets the progress whenever it grows
   */
  Course(List<Lesson> lessons, Progress progress, Consumer<Progress> keep) {
    this.lessons = List.copyOf(lessons);
    this.progress = progress;
    this.keep = keep;
  }

  /**
   * All lessons, of which those so far are some. The open step stays open.
   *
   * @param all with every lesson that is here now, by its id
   * @param reopen runs when the open step has another form now
   * @param words runs when only something else of its lesson is another, so that its run goes on
   */
  void complete(List<Lesson> all, Runnable reopen, Runnable words) {
    boolean shown = opened && laboratory.isEmpty() && !lessons.isEmpty();
    Optional<Lesson> lesson = shown ? Optional.of(lesson()) : Optional.empty();
    Optional<Step> step = lesson.map(open -> step());
    List<Lesson> next = new ArrayList<>(all);
    if (!lessons.isEmpty()) {
      place = placeAmong(next);
    }
    lessons = List.copyOf(next);
    if (shown && !step.equals(Optional.of(step()))) {
      reopen.run();
    } else if (shown && !lesson.equals(Optional.of(lesson()))) {
      words.run();
    }
  }

  /** Where the open step is among other lessons, to which its own is added where it is missing. */
  private Place placeAmong(List<Lesson> next) {
    Lesson open = lessons.get(place.lesson());
    int at = next.stream().map(Lesson::id).toList().indexOf(open.id());
    if (at < 0) {
      // A lesson of one's own that is being written: as it was, until it can be read again.
      at = next.size();
      next.add(open);
    }
    String step = open.steps().get(place.step()).id();
    List<String> steps = next.get(at).steps().stream().map(Step::id).toList();
    int same = steps.indexOf(step);
    return new Place(at, same >= 0 ? same : Math.min(place.step(), steps.size() - 1));
  }

  List<Lesson> lessons() {
    return lessons;
  }

  boolean isEmpty() {
    return lessons.isEmpty() && laboratory.isEmpty();
  }

  Lesson lesson() {
    return laboratory.orElseGet(() -> lessons.get(place.lesson()));
  }

  Step step() {
    return lesson().steps().get(laboratory.isPresent() ? 0 : place.step());
  }

  /** Whether a laboratory is on stage. */
  boolean isLaboratory() {
    return laboratory.isPresent();
  }

  /** A laboratory comes on stage; the person's place in the lessons stays. */
  void open(Lesson own) {
    laboratory = Optional.of(own);
    opened = true;
  }

  Progress.Mark mark() {
    return new Progress.Mark(lesson().id(), step().id());
  }

  /** The words of the open lesson in one language. */
  LessonText text(Language language) {
    return lesson().text(language);
  }

  /** Whether a step was opened since the program started. */
  boolean isOpened() {
    return opened;
  }

  /** A laboratory stands in the place of a lesson with one step. */
  Place place() {
    return laboratory.isPresent() ? new Place(place.lesson(), 0) : place;
  }

  /** The step that the person looked at last; at first the first one. */
  Place last() {
    return left().orElse(new Place(0, 0));
  }

  /** The step that the person looked at last; empty before the first. */
  Optional<Place> left() {
    for (int l = 0; l < lessons.size(); l++) {
      List<Step> steps = lessons.get(l).steps();
      for (int s = 0; s < steps.size(); s++) {
        Progress.Mark mark = new Progress.Mark(lessons.get(l).id(), steps.get(s).id());
        if (progress.at().filter(mark::equals).isPresent()) {
          return Optional.of(new Place(l, s));
        }
      }
    }
    return Optional.empty();
  }

  void open(Place next) {
    laboratory = Optional.empty();
    place = next;
    opened = true;
    grow(progress.opened(lesson().id(), step().id()));
  }

  /** Where a link {@code lesson:id} or {@code lesson:id/step} of a text leads. */
  Optional<Place> linked(String target) {
    if (!target.startsWith(LINK)) {
      return Optional.empty();
    }
    String[] ids = target.substring(LINK.length()).split("/", 2);
    for (int l = 0; l < lessons.size(); l++) {
      if (lessons.get(l).id().equals(ids[0])) {
        List<String> steps = lessons.get(l).steps().stream().map(Step::id).toList();
        int step = ids.length == 1 ? 0 : steps.indexOf(ids[1]);
        return step < 0 ? Optional.empty() : Optional.of(new Place(l, step));
      }
    }
    return Optional.empty();
  }

  /** The place of another step of the open lesson, or the present one where there is none. */
  Place stepAt(int index) {
    return laboratory.isPresent() || index < 0 || index >= lesson().steps().size()
        ? place
        : new Place(place.lesson(), index);
  }

  /** Where a lesson goes on that lies so many lessons further; the present place without one. */
  Place lessonAt(int by) {
    int index = place.lesson() + by;
    if (index < 0 || index >= lessons.size()) {
      return place;
    }
    return resume(index);
  }

  /** Where a lesson goes on. */
  Place resume(int lesson) {
    return new Place(lesson, LessonListModel.resume(lessons.get(lesson), progress));
  }

  /** The person goes on from the open step. */
  void pass() {
    grow(progress.passed(lesson().id(), step()));
  }

  void answered(Check check, String answer, Verdict verdict) {
    grow(progress.answered(lesson().id(), step(), check.id(), answer, verdict));
  }

  /** What the open step covers now. */
  Covered covered() {
    return laboratory.isPresent() ? Covered.NOTHING : progress.covered(lesson().id(), step());
  }

  /** What was answered to the checks of the open step, by their ids. */
  Map<String, String> answers() {
    return progress.of(lesson().id(), step().id()).answers().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().text()));
  }

  private void grow(Progress next) {
    if (next != progress) {
      progress = next;
      keep.accept(next);
    }
  }

  Progress progress() {
    return progress;
  }

  LessonListModel lessonList(Language language) {
    return LessonListModel.of(lessons, place.lesson(), place.step(), progress, language);
  }
}
