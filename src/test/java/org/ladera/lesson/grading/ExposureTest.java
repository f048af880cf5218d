package org.ladera.lesson.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.lesson.grading.Exposure.Exposed;
import org.ladera.lesson.grading.Exposure.Place;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Step;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;

/** Answers that stand on the screen are found, and the shipped lessons cover theirs. */
class ExposureTest {
  private static final List<Lesson> LESSONS = LessonLibrary.load(Path.of("lessons")).lessons();

  private static Lesson lesson(String id) {
    return LESSONS.stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
  }

  private static Step bare(Step step) {
    return new Step(
        step.id(),
        step.scene(),
        step.views(),
        step.controls(),
        step.checks(),
        step.marks(),
        step.solution(),
        List.of(),
        step.trains());
  }

  static Stream<Arguments> found() {
    return Stream.of(
        Arguments.of(
            "linear-regression",
            "rate",
            List.of(
                new Exposed("edge-of-stability", Place.VIEW, 1, "limit"),
                new Exposed("edge-of-stability", Place.CONTROL, 0, "limit"))),
        Arguments.of(
            "sigmoid-derivative",
            "difference",
            List.of(
                new Exposed("secant", Place.TEXT, 0, "secant[1][1,3,1]"),
                new Exposed("secant", Place.VIEW, 1, "secant[1][1,3,1]"))),
        Arguments.of(
            "backprop-by-hand",
            "forward",
            List.of(new Exposed("prediction", Place.VIEW, 2, "a[3][1,1]"))),
        Arguments.of(
            "softmax",
            "regions",
            List.of(
                new Exposed("start-loss", Place.TEXT, 0, "J"),
                new Exposed("start-loss", Place.VIEW, 4, "J"),
                new Exposed("start-loss", Place.VIEW, 5, "J"),
                new Exposed("start-loss", Place.TEXT, 0, "sorted: J"),
                new Exposed("start-loss", Place.LINE, 0, "J"))));
  }

  @ParameterizedTest
  @MethodSource("found")
  void anAnswerOnTheScreenIsFoundWhereItStands(String lesson, String id, List<Exposed> exposed) {
    Step step = lesson(lesson).step(id).orElseThrow();
    LessonText.StepText text = lesson(lesson).text(Language.EN).step(id);
    assertEquals(exposed, Exposure.of(bare(step), text));
    assertEquals(List.of(), Exposure.of(step, text));
  }

  @Test
  void aNumberWrittenIntoTheTextIsFoundInEitherLanguage() {
    // The best weight is 2.04431519.
    Step step = lesson("linear-regression").step("closed-form").orElseThrow();
    for (String written : List.of("2.044", "2{,}044", "2,0443")) {
      LessonText.StepText text =
          new LessonText.StepText("t", "It is $" + written + "$ then.", Map.of());
      assertEquals(
          List.of(
              new Exposed("best-w", Place.TEXT, 0, written.replace("{,}", ".").replace(',', '.'))),
          Exposure.of(step, text));
    }
    for (String other : List.of("2.0", "2.05", "1.044", "\\rate{2.044}")) {
      LessonText.StepText text = new LessonText.StepText("t", "$" + other + "$", Map.of());
      assertEquals(List.of(), Exposure.of(step, text));
    }
  }
}
