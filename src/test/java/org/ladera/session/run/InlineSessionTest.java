package org.ladera.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.Read;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Granularity;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.reading.RunReading;

class InlineSessionTest {
  private static InlineSession with(double rate, long epochs) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(IceCream.experiment(rate), epochs)));
    return session;
  }

  private static double reading(InlineSession session, String name) {
    return Read.value(session.newest(), name).orElseThrow();
  }

  @Test
  void playingGoesToThePlannedEndAndSaysSo() {
    InlineSession session = with(0.01, 1500);
    assertInstanceOf(Status.Ready.class, session.newest().status());
    session.send(new Command.Play());
    assertInstanceOf(Status.Finished.class, session.newest().status());
    assertEquals(1500, session.newest().main().epoch());
    assertEquals(1.5546844882202795, reading(session, "sse"), 1.6e-9);
  }

  /** A change at the end is a reason to go on, not to begin anew. */
  @Test
  void playGoesOnWithAChangeMadeAtTheEnd() {
    InlineSession session = with(0.001, 100);
    session.send(new Command.Play());
    assertInstanceOf(Status.Finished.class, session.newest().status());
    MatrixView there = session.newest().main().parameters();
    session.send(new Command.Apply(new Edit.SetRate(0.01), false));
    assertInstanceOf(Status.Paused.class, session.newest().status());
    assertEquals(200, session.newest().epochs());
    session.send(new Command.Play());

    InlineSession whole = with(0.01, 100);
    whole.send(new Command.SetStart(new Edit.SetParameters(there)));
    whole.send(new Command.Play());
    assertEquals(200, session.newest().main().epoch());
    assertInstanceOf(Status.Finished.class, session.newest().status());
    assertEquals(whole.newest().main().parameters(), session.newest().main().parameters());

    session.send(new Command.Play());
    assertEquals(200, session.newest().main().epoch(), "without a change Play begins again");
    assertEquals(200, session.newest().epochs());
  }

  @Test
  void aRateAboveTheLimitIsStoppedWhileItsNumbersAreStillReadable() {
    InlineSession session = with(0.012, 1500);
    session.send(new Command.Play());
    Status.Diverged status = (Status.Diverged) session.newest().status();
    assertEquals(12, status.growth());
    assertTrue(session.newest().main().epoch() < 20);
    assertTrue(status.now() > status.before());
  }

  @Test
  void aSceneIsFoundAsItWasLeft() {
    Scene first = Scene.of(IceCream.experiment(0.012), 1500);
    Scene other = Scene.of(IceCream.experiment(0.001), 1500);
    InlineSession session = new InlineSession();
    session.send(new Command.Resume(first, Optional.empty()));
    session.send(new Command.Play());
    session.send(new Command.Seek(5));
    session.send(new Command.Apply(new Edit.SetRate(0.005), false));
    session.send(new Command.RunTo(30));
    session.send(new Command.SwitchBranch(0));
    RunFrame left = session.newest().main();
    assertInstanceOf(Status.Diverged.class, left.status());
    assertEquals(2, left.branches().size());
    session.send(new Command.Resume(other, Optional.empty()));
    assertEquals(0, session.newest().main().update());
    session.send(new Command.RunTo(7));
    session.send(new Command.Resume(first, Optional.empty()));
    RunFrame found = session.newest().main();
    assertEquals(first, session.newest().scene());
    assertEquals(left.status(), found.status());
    assertEquals(left.update(), found.update());
    assertEquals(left.parameters(), found.parameters());
    assertEquals(left.branches(), found.branches());
    session.send(new Command.Undo());
    assertEquals(5, session.newest().main().update());
    session.send(new Command.Resume(other, Optional.empty()));
    assertEquals(7, session.newest().main().epoch());
  }

  @Test
  void aSceneThatIsLoadedBeginsAnew() {
    Scene scene = Scene.of(IceCream.experiment(0.01), 1500);
    InlineSession session = new InlineSession();
    session.send(new Command.Load(scene));
    session.send(new Command.RunTo(40));
    session.send(new Command.Load(scene));
    assertEquals(0, session.newest().main().update());
  }

  @Test
  void whatIsLeftWhileItRunsIsFoundPaused() {
    Scene scene = Scene.of(IceCream.experiment(0.01), 1500);
    RunGroup group = new RunGroup(PairExecutor.ALONE);
    group.apply(new Command.Resume(scene, Optional.empty()));
    group.apply(new Command.Play());
    group.beginStep();
    group.goOn(() -> false);
    assertTrue(group.running());
    group.apply(new Command.Resume(scene.again(), Optional.empty()));
    group.apply(new Command.Resume(scene, Optional.empty()));
    assertInstanceOf(Status.Paused.class, group.frame().status());
    assertEquals(1, group.frame().main().epoch());
  }

  @Test
  void stepsForwardsAndBackwardsAreTheIdentity() {
    InlineSession session = with(0.01, 1500);
    session.send(new Command.RunTo(40));
    MatrixView there = session.newest().main().parameters();
    for (int i = 0; i < 7; i++) {
      session.send(new Command.Step(Granularity.UPDATE, -1));
    }
    assertEquals(33, session.newest().main().update());
    for (int i = 0; i < 7; i++) {
      session.send(new Command.Step(Granularity.EPOCH, 1));
    }
    assertEquals(there, session.newest().main().parameters());
  }

  @Test
  void resetKeepsTheWeightsAndTheNewRateAndLeavesTheOldRunAsAGhost() {
    InlineSession session = with(0.001, 1500);
    session.send(new Command.RunTo(30));
    session.send(new Command.Apply(new Edit.SetRate(0.01), false));
    session.send(new Command.Reset());
    RunFrame run = session.newest().main();
    assertEquals(IceCream.start(), run.parameters());
    assertEquals(0, run.update());
    assertEquals(0.01, run.experiment().optimizer().rate());
    assertEquals(1, run.ghosts().size());
    assertEquals(0.001, run.ghosts().getFirst().rate(), "the rate that the old run had");
    session.send(new Command.Reseed(5));
    assertNotEquals(IceCream.start(), session.newest().main().parameters());
  }

  @Test
  void otherBatchesAreAnotherRunFromTheSameStartAndTheOldOneStays() {
    InlineSession session = with(0.001, 1500);
    session.send(new Command.RunTo(30));
    MatrixView old = session.newest().main().parameters();
    session.send(new Command.Apply(new Edit.SetRate(0.0005), false));
    session.send(new Command.Reset(Optional.of(BatchSpec.mini(4))));
    RunFrame run = session.newest().main();
    assertEquals(IceCream.start(), run.parameters());
    assertEquals(4, run.updatesPerEpoch());
    assertEquals(0.0005, run.experiment().optimizer().rate());
    session.send(new Command.RunTo(3));
    assertEquals(12, session.newest().main().update());
    session.send(new Command.SwitchBranch(run.branches().getFirst().id()));
    session.send(new Command.Seek(30));
    assertEquals(old, session.newest().main().parameters());
    assertEquals(1, session.newest().main().updatesPerEpoch());
  }

  @Test
  void anEditInThePastLeavesTheOldFutureAsABranchThatCanBeTakenUpAgain() {
    InlineSession session = with(0.01, 1500);
    session.send(new Command.RunTo(300));
    MatrixView old = session.newest().main().parameters();
    session.send(new Command.Seek(120));
    session.send(new Command.Apply(new Edit.SetRate(0.002), false));
    session.send(new Command.RunTo(200));
    RunFrame frame = session.newest().main();
    assertEquals(2, frame.branches().size());
    RunFrame.BranchFrame branch = frame.branches().getLast();
    assertTrue(branch.active());
    assertEquals(120, branch.fork());
    assertEquals(300, frame.branches().getFirst().reached());
    session.send(new Command.SwitchBranch(0));
    session.send(new Command.Seek(300));
    assertEquals(old, session.newest().main().parameters());
    session.send(new Command.DeleteBranch(branch.id()));
    assertEquals(1, session.newest().main().branches().size());
    session.send(new Command.Undo());
    assertEquals(2, session.newest().main().branches().size());
  }

  @Test
  void undoTakesAnEditBackAndWhatFollowedIt() {
    InlineSession session = with(0.01, 1500);
    session.send(new Command.RunTo(50));
    MatrixView before = session.newest().main().parameters();
    session.send(new Command.Apply(new Edit.SetRate(0.002), false));
    session.send(new Command.Apply(new Edit.SetRate(0.003), false));
    session.send(new Command.RunTo(80));
    session.send(new Command.Undo());
    RunFrame frame = session.newest().main();
    assertEquals(before, frame.parameters());
    assertEquals(0.01, frame.experiment().optimizer().rate());
    assertEquals(50, frame.reachedEpoch());
  }

  @Test
  void otherRunsFollowTheMainOneEpochByEpoch() {
    InlineSession session = new InlineSession();
    var full = IceCream.experiment(0.01);
    session.send(
        new Command.Load(
            new Scene(
                List.of(
                    new Scene.Run(Scene.MAIN, full),
                    new Scene.Run("sgd", full.withBatch(BatchSpec.STOCHASTIC)),
                    new Scene.Run("mini", full.withBatch(BatchSpec.mini(5)))),
                100)));
    session.send(new Command.Step(Granularity.EPOCH, 1));
    assertEquals(16, session.newest().run("sgd").update());
    assertEquals(4, session.newest().run("mini").update());
    session.send(new Command.RunTo(10));
    session.send(new Command.Step(Granularity.EPOCH, -1));
    assertEquals(9 * 16, session.newest().run("sgd").update());
    assertEquals(9, reading(session, "mini/epoch"));
  }

  @Test
  void watchedPicturesBelongToTheRunsOfTheFrame() {
    InlineSession session = with(0.01, 1500);
    FieldRequest request =
        new FieldRequest.LossSurface(
            Scene.MAIN,
            ParameterRef.bias(1, 1),
            ParameterRef.weight(1, 1, 1),
            new Axis(-5, 3, 21),
            new Axis(-1, 4, 21));
    session.send(new Command.Watch(Set.of(request)));
    Field field = session.newest().fields().get(request);
    // b = -5, w = -1 in a-icecream-surface, halved.
    assertEquals(1956.8425000000002 / 2, field.get(0, 0), 1e-9);
    assertEquals(21, field.values().rows());
  }

  @Test
  void theLimitOfTheRateIsReadFromTheData() {
    InlineSession session = with(0.01, 1500);
    assertEquals(185.18004138, reading(session, "lambdaMax"), 1e-8);
    assertEquals(0.29245862, reading(session, "lambdaMin"), 1e-8);
    assertEquals(0.0108003, reading(session, "limit"), 1e-7);
    assertEquals(633.18, reading(session, "condition"), 0.01);
    assertEquals(-3.84277801, reading(session, "optimum:b[1][1]"), 1e-8);
    assertEquals(1.5533527212297, reading(session, "optimum:sse"), 1e-12);
  }

  @Test
  void readingsOfTheNextUpdateAreItsArithmetic() {
    InlineSession session = with(0.01, 1500);
    double w = reading(session, "W[1][1,1]");
    assertEquals(w - 0.01 * reading(session, "dW[1][1,1]"), reading(session, "W'[1][1,1]"), 1e-15);
    double b = reading(session, "b'[1][1]");
    assertEquals(b, reading(session, "bseq[1][1]"), 1e-15);
    // The sequential weight sees the new bias: its gradient is the one at (b', w).
    double gradient = 0;
    var data = IceCream.data();
    for (int i = 0; i < 16; i++) {
      double x = data.x().get(i, 0);
      gradient += (w * x + b - data.y().get(i, 0)) * x;
    }
    assertEquals(w - 0.01 * gradient, reading(session, "Wseq[1][1,1]"), 1e-13);
  }

  @Test
  void namesThatAreNotReadingsAreRefused() {
    assertTrue(RunReading.parse("raw/condition").isPresent());
    assertTrue(RunReading.parse("W'[2][1,3]").isPresent());
    for (String wrong : List.of("j", "W[1]", "dW'[1][1,1]", "", "r[]", "sqrt(J)")) {
      assertTrue(RunReading.parse(wrong).isEmpty(), wrong);
    }
  }
}
