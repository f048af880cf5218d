package org.ladera.lesson.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.Progress.State;
import org.ladera.session.Scene;

class ProgressTest {
  private static final Verdict RIGHT = new Verdict.Right();
  private static final Verdict WRONG = new Verdict.Wrong("half");
  private static final Threshold LOW = new Threshold(Threshold.Side.BELOW, 1);

  private static Step step(String id, Check... checks) {
    Experiment experiment =
        new Experiment(
            Dataset.of(new double[][] {{1}}, new double[][] {{1}}),
            NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
            LossSpec.SSE,
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(0.1),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Zeros(),
            0);
    return new Step(id, Scene.of(experiment, 1), List.of(), List.of(), List.of(checks), List.of());
  }

  private final Step asks =
      step(
          "asks", new Check.Reach("a", Read.of("J"), LOW), new Check.Reach("b", Read.of("J"), LOW));
  private final Step tells = step("tells");
  private final Lesson lesson =
      new Lesson("l", Path.of("l"), "own", List.of(asks, tells), Map.of());

  @Test
  void aStepIsDoneWhenEveryCheckIsRight() {
    Progress progress = Progress.NONE.opened("l", "asks");
    assertEquals(State.STARTED, progress.of("l", "asks").state());
    progress = progress.answered("l", asks, "a", "1", RIGHT).answered("l", asks, "b", "2", WRONG);
    assertEquals(State.STARTED, progress.of("l", "asks").state());
    progress = progress.answered("l", asks, "b", "3", RIGHT);
    assertEquals(State.DONE, progress.of("l", "asks").state());
    assertEquals("3", progress.of("l", "asks").answers().get("b").text());
  }

  @Test
  void whatWasRightOrDoneStaysSo() {
    Progress progress =
        Progress.NONE
            .answered("l", asks, "a", "1", RIGHT)
            .answered("l", asks, "b", "1", RIGHT)
            .answered("l", asks, "a", "7", WRONG)
            .opened("l", "asks");
    assertEquals(State.DONE, progress.of("l", "asks").state());
    assertTrue(progress.of("l", "asks").answers().get("a").right());
  }

  @Test
  void goingOnFinishesOnlyAStepThatAsksNothing() {
    Progress progress = Progress.NONE.passed("l", asks).passed("l", tells);
    assertEquals(State.NEW, progress.of("l", "asks").state());
    assertEquals(State.DONE, progress.of("l", "tells").state());
    assertEquals(State.STARTED, progress.of(lesson));
    assertEquals(1, progress.count(lesson, State.DONE));
  }

  @Test
  void theLastStepOpenedIsWhereOneResumes() {
    Progress progress = Progress.NONE.opened("l", "tells").opened("m", "x");
    assertEquals(new Progress.Mark("m", "x"), progress.at().orElseThrow());
    assertEquals(State.NEW, Progress.NONE.of(lesson));
  }
}
