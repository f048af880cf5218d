package org.ladera.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.session.run.InlineSession;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Finding;
import org.ladera.timeline.Moment;

class TimeMachineTest {
  private final InlineSession session = new InlineSession();

  @BeforeEach
  void load() {
    session.send(new Command.Load(Scene.of(IceCream.experiment(0.01), 1500)));
  }

  private RunFrame run() {
    return session.newest().main();
  }

  private RunFrame.BranchFrame branch(int id) {
    return run().branches().stream().filter(b -> b.id() == id).findFirst().orElseThrow();
  }

  /** 0 to 300; 1 left it at 120; 2 left 1 at 150. */
  private void threeBranches() {
    session.send(new Command.RunTo(300));
    session.send(new Command.Seek(120));
    session.send(new Command.Apply(new Edit.SetRate(0.002), false));
    session.send(new Command.RunTo(200));
    session.send(new Command.Seek(150));
    session.send(
        new Command.Apply(new Edit.SetOptimizer(new OptimizerSpec.Momentum(0.001, 0.9)), false));
    session.send(new Command.RunTo(250));
  }

  private List<Long> marks(Moment.Kind kind) {
    return run().moments().stream().filter(m -> m.kind() == kind).map(Moment::update).toList();
  }

  @Test
  void aBranchThatWasLeftStandsAtItsNewestMoment() {
    threeBranches();
    assertEquals(300, branch(0).standing().update());
    assertEquals(200, branch(1).standing().update());
    assertEquals(250, branch(2).standing().update());
    InlineSession direct = new InlineSession();
    direct.send(new Command.Load(Scene.of(IceCream.experiment(0.01), 1500)));
    direct.send(new Command.RunTo(300));
    RunFrame alone = direct.newest().main();
    assertEquals(alone.now().totalLoss(), branch(0).standing().loss());
    assertEquals(alone.now().gradientNorm(), branch(0).standing().gradientNorm());
    assertEquals(301, run().ghosts().getFirst().history().count(), "its curve is whole");
  }

  @Test
  void theTimelineMarksWhereBranchesPart() {
    threeBranches();
    assertEquals(List.of(120L, 150L), marks(Moment.Kind.BRANCH));
    session.send(new Command.SwitchBranch(0));
    assertEquals(300, run().update(), "a branch comes on stage where it had come to");
    assertEquals(List.of(120L), marks(Moment.Kind.BRANCH));
    session.send(new Command.SwitchBranch(1));
    assertEquals(List.of(120L, 150L), marks(Moment.Kind.BRANCH));
  }

  @Test
  void theChildrenOfADeletedBranchHangOnItsParent() {
    threeBranches();
    session.send(new Command.DeleteBranch(1));
    assertEquals(0, branch(2).parent());
    assertEquals(120, branch(2).fork(), "all they share with it is its first part");
    session.send(new Command.Undo());
    assertEquals(1, branch(2).parent());
    assertEquals(150, branch(2).fork());
  }

  @Test
  void undoneStepByStepTheTreeIsWhatItWas() {
    threeBranches();
    MatrixView end = run().parameters();
    session.send(new Command.DeleteBranch(0));
    assertEquals(2, run().branches().size());
    session.send(new Command.Undo());
    assertEquals(3, run().branches().size());
    assertEquals(end, run().parameters());
    session.send(new Command.Undo());
    assertEquals(2, run().branches().size());
    assertEquals(150, run().update(), "back where the branch was opened");
    assertEquals(200, run().reachedEpoch());
    session.send(new Command.Undo());
    assertEquals(1, run().branches().size());
    assertEquals(120, run().update());
    assertEquals(300, run().reachedEpoch());
    assertFalse(run().canUndo());
  }

  @Test
  void undoAfterASwitchTakesTheEditBackWhereItWasMade() {
    threeBranches();
    session.send(new Command.Apply(new Edit.SetRate(0.5), false));
    session.send(new Command.SwitchBranch(0));
    session.send(new Command.Undo());
    assertTrue(branch(2).active());
    assertEquals(250, run().update());
    assertEquals(0.001, run().experiment().optimizer().rate());
  }

  @Test
  void comparedBranchesChangePlacesWhenTheOtherComesOnStage() {
    threeBranches();
    session.send(new Command.Compare(Optional.of(0)));
    assertTrue(branch(0).compared());
    assertTrue(run().ghosts().getFirst().compared());
    session.send(new Command.SwitchBranch(0));
    assertTrue(branch(0).active());
    assertTrue(branch(2).compared());
    session.send(new Command.DeleteBranch(2));
    assertTrue(run().branches().stream().noneMatch(RunFrame.BranchFrame::compared));
    session.send(new Command.Compare(Optional.of(0)));
    assertFalse(branch(0).compared(), "not with itself");
  }

  @Test
  void aNameStays() {
    threeBranches();
    session.send(new Command.NameBranch(1, "lenta"));
    assertEquals("lenta", branch(1).name());
    assertEquals(
        "lenta",
        run().ghosts().stream().filter(g -> g.branch() == 1).findFirst().orElseThrow().name());
  }

  @Test
  void anEditThatDoesNotFitChangesNothing() {
    session.send(new Command.RunTo(50));
    session.send(new Command.Seek(20));
    for (Edit edit :
        List.of(
            new Edit.SetRate(-1),
            new Edit.SetRate(Double.NaN),
            new Edit.SetOptimizer(new OptimizerSpec.Momentum(0.1, 1)),
            new Edit.SetActivation(7, ActivationSpec.TANH),
            new Edit.SetParameter(ParameterRef.weight(2, 1, 1), 0),
            new Edit.SetParameter(ParameterRef.weight(1, 1, 1), Double.POSITIVE_INFINITY),
            new Edit.SetParameters(MatrixView.of(1, 3, 1, 2, 3)))) {
      session.send(new Command.Apply(edit, false));
      assertEquals(1, run().branches().size(), edit.toString());
      assertFalse(run().canUndo(), edit.toString());
    }
    assertEquals(50, run().reachedEpoch());
  }

  @Test
  void aRunToAConditionSaysWhatItFoundUntilSomethingElseIsAskedFor() {
    session.send(new Command.RunUntil(new Condition.GradientBelow(0.5)));
    Stop stop = session.newest().stop().orElseThrow();
    assertEquals(Stop.Why.MET, stop.why());
    assertEquals(run().update(), stop.update());
    assertTrue(((Finding.Gradient) stop.finding().orElseThrow()).norm() < 0.5);
    session.send(new Command.Step(Granularity.UPDATE, 1));
    assertTrue(session.newest().stop().isEmpty());
    session.send(new Command.RunUntil(new Condition.LossRises()));
    assertEquals(Stop.Why.PLANNED_END, session.newest().stop().orElseThrow().why());
    assertEquals(1500, run().update());
    assertInstanceOf(Status.Finished.class, session.newest().status());
  }

  @Test
  void anUpdateCanBeAskedForInBothDirectionsAndBeyondThePlan() {
    for (long update : new long[] {700, 40, 2000}) {
      session.send(new Command.RunUntil(new Condition.AtUpdate(update)));
      assertEquals(update, run().update());
      assertEquals(Stop.Why.MET, session.newest().stop().orElseThrow().why());
    }
  }

  @Test
  void otherRunsAreAtTheEpochOfTheMainOneWhenAConditionIsMet() {
    var full = IceCream.experiment(0.01);
    session.send(
        new Command.Load(
            new Scene(
                List.of(
                    new Scene.Run(Scene.MAIN, full),
                    new Scene.Run("sgd", full.withBatch(BatchSpec.STOCHASTIC))),
                1500)));
    session.send(new Command.RunUntil(new Condition.GradientBelow(0.5)));
    long epoch = run().epoch();
    assertTrue(epoch > 3);
    assertEquals(16 * epoch, session.newest().run("sgd").update());
  }
}
