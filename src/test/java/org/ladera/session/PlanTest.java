package org.ladera.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.Edit;
import org.ladera.session.run.InlineSession;
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
}
