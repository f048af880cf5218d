package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.lesson.model.Lesson;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.reading.RunReading;
import org.ladera.session.run.InlineSession;

/** What the lesson of valleys quotes is what its runs give. */
class ValleysLessonTest {
  private final Lesson lesson =
      LessonLibrary.load(LessonCopy.SHIPPED).lesson("valleys").orElseThrow();

  private InlineSession session(String step) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(lesson.step(step).orElseThrow().scene()));
    return session;
  }

  private static double value(Frame frame, String reading) {
    return RunReading.parse(reading, frame).orElseThrow().value(frame).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"near, 63", "nearer, 87"})
  void besideTheLineThePassIsLeft(String run, int below) {
    try (InlineSession session = session("pass")) {
      session.send(new Command.RunTo(below - 1));
      assertTrue(value(session.newest(), run + "/J") >= 0.01);
      session.send(new Command.RunTo(below));
      assertTrue(value(session.newest(), run + "/J") < 0.01);
    }
  }

  @Test
  void onTheLineItEndsOnThePass() {
    try (InlineSession session = session("pass")) {
      session.send(new Command.RunTo(120));
      Frame end = session.newest();
      assertEquals(0.5, value(end, "J"), 1e-9);
      assertEquals(-1, value(end, "lambdaMin"), 1e-9);
      assertEquals(1, value(end, "lambdaMax"), 1e-9);
    }
  }

  @Test
  void theGradientOfTheDirectionsIsTwoAndTwo() {
    try (InlineSession session = session("directions")) {
      assertEquals(2, value(session.newest(), "dx"));
      assertEquals(2, value(session.newest(), "dy"));
      assertEquals(2.828427, value(session.newest(), "gradientNorm"), 5e-7);
    }
  }

  @ParameterizedTest
  @CsvSource({"narrow, 2", "wide, 0"})
  void soManyOfEightStartsStayStuck(String step, int stuck) {
    try (InlineSession session = session(step)) {
      session.send(new Command.RunTo(3000));
      Frame end = session.newest();
      long found = end.runs().stream().filter(r -> r.now().totalLoss() > 1).count();
      assertEquals(stuck, found);
      end.runs().stream()
          .map(r -> r.now().totalLoss())
          .forEach(loss -> assertTrue(loss < 0.0064 || Math.abs(loss - 2 * Math.log(2)) < 0.003));
    }
  }
}
