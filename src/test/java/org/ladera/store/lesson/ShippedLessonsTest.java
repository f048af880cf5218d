package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.lesson.grading.SolutionPlayer;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.lesson.model.ViewKind;
import org.ladera.session.RunFrame;

/** What every lesson in {@code lessons/} must keep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedLessonsTest {
  private final LessonLibrary library = LessonLibrary.load(LessonCopy.SHIPPED);

  @Test
  void everyFolderIsALessonWithoutFault() {
    assertEquals(List.of(), library.faults());
    assertEquals(
        LessonCopy.shipped().stream().map(Path::getFileName).toList(),
        library.lessons().stream().map(Lesson::folder).map(Path::getFileName).toList());
    assertFalse(library.lessons().isEmpty());
  }

  @Test
  void everyLessonSaysWhatItIsForAndEveryLinkOfATextLeadsToAStep() {
    Set<String> places = new TreeSet<>();
    for (Lesson lesson : library.lessons()) {
      places.add("lesson:" + lesson.id());
      lesson.steps().forEach(step -> places.add("lesson:" + lesson.id() + "/" + step.id()));
    }
    // That a step has the view, ladera check says.
    Stream.of(ViewKind.values()).forEach(kind -> places.add("#" + kind.word()));
    Pattern link = Pattern.compile("]\\((#[a-z-]+|[^#][^)]*)(?::[^)]*)?\\)");
    for (Lesson lesson : library.lessons()) {
      assertTrue(lesson.minutes() > 0, lesson.id());
      for (LessonText text : lesson.texts().values()) {
        assertTrue(
            text.labels().keySet().containsAll(List.of("goal", "needs", "next")), lesson.id());
        assertEquals(3, text.learned().size(), lesson.id());
        Stream.concat(
                text.labels().values().stream(),
                text.steps().values().stream()
                    .flatMap(s -> Stream.concat(Stream.of(s.body()), s.labels().values().stream())))
            .flatMap(words -> link.matcher(words).results())
            .forEach(found -> assertTrue(places.contains(found.group(1)), found.group()));
      }
    }
  }

  Stream<Step> steps() {
    return library.lessons().stream().flatMap(lesson -> lesson.steps().stream());
  }

  @ParameterizedTest
  @MethodSource("steps")
  void theSolutionPassesEveryCheck(Step step) {
    SolutionPlayer.Result result = SolutionPlayer.play(step);
    assertTrue(result.passed(), () -> step.id() + ": " + result.verdicts());
  }

  @ParameterizedTest
  @MethodSource("steps")
  void doingNothingPassesNoCheck(Step step) {
    SolutionPlayer.Result result = SolutionPlayer.doNothing(step);
    for (Check check : step.checks()) {
      assertFalse(
          result.verdicts().get(check.id()) instanceof Verdict.Right,
          () -> step.id() + " " + check.id());
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void theSolutionPlayedTwiceGivesTheSameBits(Step step) {
    List<RunFrame> first = SolutionPlayer.play(step).last().runs();
    List<RunFrame> second = SolutionPlayer.play(step).last().runs();
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.get(i).parameters(), second.get(i).parameters());
      assertEquals(first.get(i).now().gradient(), second.get(i).now().gradient());
      assertEquals(first.get(i).update(), second.get(i).update());
    }
  }
}
