package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.run.InlineSession;

/** The figures that the lesson quotes are those that its runs give. */
class LinearRegressionLessonTest {
  private final Lesson lesson =
      LessonLibrary.load(LessonCopy.SHIPPED).lesson("linear-regression").orElseThrow();

  private Frame after(String step, long epochs) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(lesson.step(step).orElseThrow().scene()));
      if (epochs > 0) {
        session.send(new Command.RunTo(epochs));
      }
      return session.newest();
    }
  }

  private static double value(Frame frame, String reading) {
    return Read.value(frame, reading).orElseThrow();
  }

  private static void near(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.abs(expected));
  }

  @Test
  void hasTheTenStepsInTheirOrder() {
    assertEquals(
        List.of(
            "data",
            "cost",
            "surface",
            "gradient",
            "update",
            "descent",
            "rate",
            "scaling",
            "batches",
            "closed-form"),
        lesson.steps().stream().map(Step::id).toList());
    assertEquals("descent", lesson.playStep().id());
  }

  @Test
  void theDescentEndsWhereTheProgramOfTheThesisEnds() {
    Frame end = after("descent", 1500);
    near(1.5546844882202795, value(end, "sse"), 1e-9);
    near(1.553352721229745, value(end, "optimum:sse"), 1e-9);
    near(633.183727539193, value(end, "condition"), 1e-6);
  }

  @Test
  void theNumberThatTheThesisPrintsIsReachedAfterFiveThousandEpochs() {
    Frame end = after("descent", 5040);
    near(1.5533527212309681, value(end, "sse"), 1e-12);
  }

  @Test
  void theRatesEndAsPredicted() {
    Frame end = after("rate", 1500);
    near(5.178376, value(end, "sse"), 1e-5);
    near(0.7773422441101397, value(end, "thesis/J"), 1e-9);
    near(55.70397433, value(end, "edge/sse"), 1e-4);
    near(0.0108003, value(end, "limit"), 1e-6);
    assertEquals(1.998, value(end, "thesis/etaLambda") * 1.08 - 0.0020, 0.01);
  }

  @Test
  void theTableOfTheNotesHasItsNumbers() {
    RunFrame table = after("batches", 10).run("table");
    assertEquals(30, table.update());
    double[][] expected = {
      {0.75, 0.015}, {1.86988, 0.0289985}, {2.536904818, 0.03455704015},
    };
    for (int i = 0; i < expected.length; i++) {
      assertEquals(i + 1, table.path().updates()[i + 1]);
      near(expected[i][0], table.path().get(i + 1, 0), 1e-12);
      near(expected[i][1], table.path().get(i + 1, 1), 1e-12);
    }
    near(2.267414921803689, table.parameters().get(0), 1e-12);
    near(0.051511408164627875, table.parameters().get(1), 1e-12);
  }

  @Test
  void theScalesHaveTheirConditionNumbers() {
    Frame start = after("scaling", 0);
    near(53_130, value(start, "raw/condition"), 1e-4);
    near(633.18, value(start, "condition"), 1e-4);
    near(1, value(start, "standard/condition"), 1e-9);
  }

  @Test
  void aNewStartMovesTheLineAndNotThePointOfTheQuestion() {
    Step step = lesson.step("gradient").orElseThrow();
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      Step.Move.Send move =
          assertInstanceOf(
              Step.Move.Send.class, lesson.step("surface").orElseThrow().solution().getFirst());
      session.send(move.command());
      session.send(new Command.RunTo(1500));
      Verdict verdict =
          Grading.grade(step.check("slope-b").orElseThrow(), "7,65", session.newest());
      assertInstanceOf(Verdict.Right.class, verdict);
    }
  }
}
