package org.ladera.present.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.lesson.model.Covered;
import org.ladera.present.check.CheckBadge;
import org.ladera.session.Command;
import org.ladera.session.Scene;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.RunReading;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** What the window says of runs that stand, in the numbers and words of a real session. */
final class HaltModelTest {
  private final InlineSession session = new InlineSession();

  private TransportModel after(long epoch, Covered covered) {
    session.send(new Command.RunTo(epoch));
    session.send(new Command.Watch(TransportModel.wanted(session.newest())));
    return TransportModel.of(session.newest(), Messages.load(Language.EN), covered);
  }

  private void load(Experiment experiment) {
    session.send(new Command.Load(Scene.of(experiment, 400)));
  }

  @Test
  void equalUnitsAreStuckAndNotFinishedUntilTheyStartDifferently() {
    load(Xor.thesis().withInit(new InitSpec.Zeros()));
    TransportModel stuck = after(400, Covered.NOTHING);
    assertEquals(TransportModel.State.Kind.STUCK, stuck.state().kind());
    assertTrue(stuck.halt().orElseThrow().text().contains("same weights"));
    assertInstanceOf(HaltModel.Way.NewStart.class, stuck.halt().orElseThrow().way().orElseThrow());
    assertEquals(CheckBadge.Kind.OPEN, stuck.badge().orElseThrow().kind());
    Covered loss =
        new Covered(Set.of(new RunReading(Scene.MAIN, LossReading.NOW)), Map.of(), false);
    assertTrue(after(400, loss).halt().isEmpty());
    session.send(new Command.Reseed(3));
    TransportModel free = after(400, Covered.NOTHING);
    assertEquals(TransportModel.State.Kind.FINISHED, free.state().kind());
    assertEquals(CheckBadge.Kind.PASS, free.badge().orElseThrow().kind());
  }

  @Test
  void targetsThatTheOutputNeverReachesAreNamedWhileTheRunGoesOn() {
    load(Xor.thesis());
    double[][] y = {{0}, {1}, {255}, {0}};
    Dataset odd = Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, y);
    session.send(new Command.Apply(new Edit.SetData(odd), false));
    HaltModel halt = after(0, Covered.NOTHING).halt().orElseThrow();
    assertEquals(HaltModel.Kind.MISFIT, halt.kind());
    assertTrue(halt.text().contains("example 3 has the target 255"), halt::text);
  }
}
