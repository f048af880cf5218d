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

/** The numbers of the race, each computed apart from this engine (numpy, or by hand). */
class OptimizersLessonTest {
  private final Lesson lesson =
      LessonLibrary.load(LessonCopy.SHIPPED).lesson("optimizers").orElseThrow();

  private InlineSession session(String step) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(lesson.step(step).orElseThrow().scene()));
    return session;
  }

  private static double value(Frame frame, String reading) {
    return RunReading.parse(reading, frame).orElseThrow().value(frame).orElseThrow();
  }

  /** At an epoch, to the digits that are written. */
  @ParameterizedTest
  @CsvSource({
    "ravine, 50, J, 2.37763, 6",
    "ravine, 100, J, 0.113062, 6",
    "ravine, 0, limit, 0.04, 12",
    "ravine, 0, condition, 50, 12",
    "inertia, 1, w1, 9.9, 12",
    "inertia, 2, w1, 9.711, 12",
    "inertia, 50, J, 0.295477, 6",
    "inertia, 50, averaged/J, 0.295477, 6",
    "inertia, 100, averaged/J, 5.55624e-4, 6",
    "memory, 2, 'W[1][1,1]', -0.9049, 12",
    "memory, 2, 'shaken/W[1][1,1]', -0.1629, 12",
    "look-ahead, 1, w, 0.8, 12",
    "look-ahead, 2, w, 0.46, 12",
    "look-ahead, 3, w, 0.062, 12",
    "look-ahead, 4, w, -0.3086, 12",
    "look-ahead, 6, w, -0.708974, 6",
    "look-ahead, 1, nesterov/w, 0.62, 12",
    "look-ahead, 2, nesterov/w, 0.2224, 12",
    "look-ahead, 3, nesterov/w, -0.108352, 12",
    "look-ahead, 5, nesterov/w, -0.415718, 6",
    "limits, 0, plain/limit, 0.0108003, 6",
    "limits, 0, limit, 0.0205206, 6",
    "limits, 0, nesterov/limit, 0.00732878, 6",
    "limits, 100, nesterov/sse, 1.76e62, 3",
    "own-rate, 1, x, -0.00316228, 6",
    "own-rate, 2, y, -0.00545643, 6",
    "own-rate, 3, x, -0.00737738, 6",
    "own-rate, 3, adagrad/y, -0.00228446, 6",
    "adam, 1, w, -0.00099999999, 8",
    "adam, 3, w, -0.00299999997, 9",
    "adam, 2, no-correction/w, -0.0074118674, 8",
    "adam, 3, no-correction/w, -0.0123621018, 9",
    "adam, 3, no-hat/w, -0.000561, 6",
    "schedules, 400, J, 0.0637502, 6",
    "schedules, 400, cosine/J, 2.7e-31, 2",
    "schedules, 25, triangular/rate, 0.055, 12",
    "schedules, 50, triangular/rate, 0.1, 12",
    "schedules, 75, triangular/rate, 0.055, 12",
    "schedules, 100, triangular/rate, 0.01, 12"
  })
  void numbers(String step, long epoch, String reading, double expected, int digits) {
    try (InlineSession session = session(step)) {
      if (epoch > 0) {
        session.send(new Command.RunTo(epoch));
      }
      double found = value(session.newest(), reading);
      assertEquals(expected, found, Math.abs(expected) * Math.pow(10, 1 - digits));
    }
  }

  /** The first epoch from which J stays below 0.01; 0 where it never does. */
  @ParameterizedTest
  @CsvSource({
    "main,140",
    "momentum,81",
    "nesterov,75",
    "adagrad,36",
    "adam,78",
    "rmsprop,0",
    "adadelta,0"
  })
  void theRaceIsWonBy(String run, int arrival) {
    try (InlineSession session = session("race")) {
      int since = 0;
      for (int epoch = 1; epoch <= 150; epoch++) {
        session.send(new Command.RunTo(epoch));
        boolean below = value(session.newest(), run + "/J") < 0.01;
        since = !below ? 0 : since == 0 ? epoch : since;
      }
      assertEquals(arrival, since);
    }
  }

  @Test
  void theThesisErrorIsReachedAt110ByMomentumAndAt267ByAGentleNesterov() {
    try (InlineSession session = session("limits")) {
      double thesis = 1.554692312261467;
      session.send(new Command.RunTo(109));
      assertTrue(value(session.newest(), "sse") > thesis);
      session.send(new Command.RunTo(110));
      assertTrue(value(session.newest(), "sse") <= thesis);
      session.send(new Command.RunTo(266));
      assertTrue(value(session.newest(), "gentle/sse") > thesis);
      session.send(new Command.RunTo(267));
      assertTrue(value(session.newest(), "gentle/sse") <= thesis);
    }
  }
}
