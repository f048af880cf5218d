package org.ladera.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.Edit;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.timeline.History;

class PlanTest {
  private static InlineSession xor(long epochs) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(Xor.thesis(), epochs)));
    return session;
  }

  @Test
  void whatIsPlannedIsWhatTheRunDoesBitForBit() {
    InlineSession session = xor(300);
    Plan plan = session.newest().main().plan().orElseThrow();
    session.send(new Command.RunTo(300));
    RunFrame end = session.newest().main();
    History done = end.history();
    assertEquals(done.count(), plan.history().count());
    for (int i = 0; i < done.count(); i++) {
      assertEquals(done.epoch(i), plan.history().epoch(i));
      assertEquals(done.loss(i), plan.history().loss(i));
    }
    int last = plan.path().count() - 1;
    assertEquals(300, plan.path().update(last));
    assertArrayEquals(end.parameters().toArray(), plan.path().parameters()[last]);
  }

  @Test
  void aChangeOnTheWayChangesThePlanFromThereOn() {
    InlineSession session = xor(300);
    session.send(new Command.RunTo(100));
    session.send(new Command.Apply(new Edit.SetRate(0.05), false));
    Plan plan = session.newest().main().plan().orElseThrow();
    session.send(new Command.RunTo(300));
    RunFrame end = session.newest().main();
    int last = plan.path().count() - 1;
    assertArrayEquals(end.parameters().toArray(), plan.path().parameters()[last]);
    assertEquals(end.history().loss(50), plan.history().loss(50));
  }

  @Test
  void aRunThatWouldTakeTooLongIsNotComputedAhead() {
    assertTrue(xor(4_000).newest().main().plan().isPresent());
    assertTrue(xor(40_000_000).newest().main().plan().isEmpty());
  }

  /**
   * The lesson's own run: stopped after 20 epochs without a lower loss on its validation examples.
   */
  @Test
  void whatIsPlannedEndsWhereTheRunIsStoppedEarly() {
    Scene scene =
        LessonLibrary.load(Path.of("lessons"))
            .lesson("overfitting")
            .orElseThrow()
            .step("too-early")
            .orElseThrow()
            .scene();
    InlineSession session = new InlineSession();
    session.send(new Command.Load(scene));
    Plan plan = session.newest().main().plan().orElseThrow();
    session.send(new Command.RunTo(scene.epochs()));
    RunFrame stopped = session.newest().main();
    double end = plan.history().epoch(plan.history().count() - 1);
    assertTrue(end < scene.epochs(), "planned to epoch " + end);
    assertEquals(stopped.reachedEpoch(), end);
    // Played on beyond the stop it is not stopped again.
    session.send(new Command.Step(Granularity.EPOCH, 1));
    session.send(new Command.RunTo(scene.epochs()));
    History beyond = session.newest().main().plan().orElseThrow().history();
    assertEquals(scene.epochs(), beyond.epoch(beyond.count() - 1));
  }
}
