package org.ladera.store.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.Progress.Mark;
import org.ladera.session.Command;
import org.ladera.session.Departure;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.run.InlineSession;

/** A saved step is what it was after it has gone through a file. */
class SavedStepsTextTest {
  private static final Mark STEP = new Mark("xor", "train");
  private final SavedStepsText text = new SavedStepsText();

  private static InlineSession session(Scene scene) {
    InlineSession session = new InlineSession();
    session.send(new Command.Resume(scene, Optional.empty()));
    return session;
  }

  /** Through the text, into a session that knows nothing of it. */
  private InlineSession restarted(Frame left, Scene scene) {
    SavedSteps saved = SavedSteps.NONE.with(STEP, scene, left);
    SavedSteps read = text.read(text.write(saved)).orElseThrow();
    assertEquals(saved, read);
    InlineSession session = new InlineSession();
    session.send(new Command.Resume(scene.again(), read.of(STEP)));
    return session;
  }

  private static void same(RunFrame left, RunFrame found) {
    assertEquals(left.update(), found.update());
    assertEquals(left.reachedEpoch(), found.reachedEpoch());
    assertEquals(bits(left.parameters()), bits(found.parameters()));
    assertEquals(left.experiment(), found.experiment());
    assertEquals(losses(left), losses(found));
    assertEquals(left.status(), found.status());
    assertEquals(left.moments(), found.moments());
  }

  private static List<Double> losses(RunFrame run) {
    return DoubleStream.of(run.history().losses()).limit(run.history().count()).boxed().toList();
  }

  private static List<Long> bits(MatrixView parameters) {
    List<Long> bits = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      bits.add(Double.doubleToRawLongBits(parameters.get(i)));
    }
    return bits;
  }

  /** Every branch on stage, one after the other. */
  private static void sameBranches(InlineSession one, InlineSession other) {
    List<RunFrame.BranchFrame> branches = one.newest().main().branches();
    assertEquals(branches, other.newest().main().branches());
    for (RunFrame.BranchFrame branch : branches) {
      for (InlineSession session : List.of(one, other)) {
        session.send(new Command.SwitchBranch(branch.id()));
        session.send(new Command.Seek(branch.reached()));
      }
      same(one.newest().main(), other.newest().main());
    }
  }

  @Test
  void everyKindOfEditBranchAndStartComesBackBitForBit() {
    Experiment shuffled =
        Xor.thesis()
            .withOptimizer(new OptimizerSpec.Adam(0.01))
            .withBatch(new BatchSpec(3, new BatchSpec.Order.Shuffled()))
            .withSchedule(new ScheduleSpec.WarmUp(3, new ScheduleSpec.Exponential(0.999)));
    Scene scene = Scene.of(shuffled, 400);
    InlineSession session = session(scene);
    session.send(new Command.Apply(new Edit.SetRate(0.02), false));
    session.send(new Command.RunTo(60));
    session.send(new Command.Seek(30));
    session.send(
        new Command.Apply(new Edit.SetOptimizer(new OptimizerSpec.Momentum(0.1, 0.9)), false));
    session.send(new Command.RunTo(40));
    session.send(
        new Command.Apply(new Edit.SetActivation(1, ActivationSpec.leakyRelu(0.1)), false));
    session.send(new Command.Apply(new Edit.SetParameter(ParameterRef.bias(1, 1), 1.0 / 3), false));
    session.send(new Command.RunTo(50));
    Dataset two = Dataset.of(new double[][] {{0, 1}, {1, 1}}, new double[][] {{1}, {-0.0}});
    session.send(new Command.Apply(new Edit.SetData(two), false));
    session.send(new Command.NameBranch(1, "with \"50 %\", a, b\nand ñ"));
    session.send(new Command.RunTo(70));
    session.send(new Command.Reseed(77));
    session.send(new Command.RunTo(9));
    session.send(new Command.Compare(Optional.of(1)));
    session.send(new Command.SwitchBranch(1));
    session.send(new Command.Seek(100));
    Frame left = session.newest();
    assertEquals(3, left.main().branches().size());
    InlineSession found = restarted(left, scene);
    same(left.main(), found.newest().main());
    sameBranches(session, found);
    for (InlineSession each : List.of(session, found)) {
      each.send(new Command.Apply(new Edit.SetRate(0.3), false));
      each.send(new Command.RunTo(200));
    }
    same(session.newest().main(), found.newest().main());
  }

  @Test
  void aDivergedRunIsDivergedAndTheOthersStandBesideIt() {
    Scene scene =
        new Scene(
            List.of(
                new Scene.Run(Scene.MAIN, IceCream.experiment(0.012)),
                new Scene.Run("calm", IceCream.experiment(0.005))),
            1500);
    InlineSession session = session(scene);
    session.send(new Command.Apply(new Edit.SetRate(0.5), false));
    session.send(new Command.RunTo(1500));
    Frame left = session.newest();
    Status.Diverged why = assertInstanceOf(Status.Diverged.class, left.status());
    assertTrue(why.cause() != null, "a number is no longer finite");
    Frame found = restarted(left, scene).newest();
    same(left.main(), found.main());
    same(left.run("calm"), found.run("calm"));
    assertEquals(left.main().branches(), found.main().branches());
  }

  @Test
  void aDepartureKnowsEveryPartOfAnExperiment() {
    assertEquals(components(Experiment.class), components(Departure.class));
  }

  private static List<String> components(Class<?> record) {
    return Stream.of(record.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  @Test
  void whatNobodyTouchedIsNotKept() {
    Scene scene = Scene.of(Xor.thesis(), 400);
    InlineSession session = session(scene);
    assertEquals(SavedSteps.NONE, SavedSteps.NONE.with(STEP, scene, session.newest()));
    session.send(new Command.Step(org.ladera.session.Granularity.EPOCH, 1));
    SavedSteps one = SavedSteps.NONE.with(STEP, scene, session.newest());
    assertEquals(1, one.steps().size());
    session.send(new Command.Load(scene));
    assertEquals(SavedSteps.NONE, one.with(STEP, scene, session.newest()));
  }

  @Test
  void anotherLessonOfTheSameNameIsNoticed() {
    Scene scene = Scene.of(IceCream.experiment(0.01), 1500);
    InlineSession session = session(scene);
    session.send(new Command.RunTo(12));
    SavedSteps saved = SavedSteps.NONE.with(STEP, scene, session.newest());
    assertFalse(saved.of(STEP).orElseThrow().departs(session.newest()));
    InlineSession other = new InlineSession();
    other.send(new Command.Resume(Scene.of(IceCream.experiment(0.0101), 1500), saved.of(STEP)));
    assertEquals(12, other.newest().main().epoch());
    assertTrue(saved.of(STEP).orElseThrow().departs(other.newest()));
    InlineSession network = new InlineSession();
    Scene xor = Scene.of(Xor.thesis(), 400);
    SavedSteps given = SavedSteps.NONE;
    session.send(new Command.SetStart(new Edit.SetParameters(MatrixView.of(1, 2, 1, 2))));
    given = given.with(STEP, scene, session.newest());
    network.send(new Command.Resume(xor, given.of(STEP)));
    assertEquals(0, network.newest().main().update(), "it begins anew");
    assertEquals(Xor.thesis(), network.newest().main().experiment());
  }

  @Test
  void textThatIsCutOffAnywhereIsRefused() {
    Scene scene = Scene.of(Xor.thesis(), 400);
    InlineSession session = session(scene);
    session.send(new Command.Reseed(3));
    session.send(new Command.RunTo(3));
    session.send(new Command.Apply(new Edit.SetRate(0.5), false));
    String whole = text.write(SavedSteps.NONE.with(STEP, scene, session.newest())).strip();
    for (int end = 1; end < whole.length(); end++) {
      assertEquals(Optional.empty(), text.read(whole.substring(0, end)), "of " + end);
    }
    assertEquals(Optional.empty(), text.read(whole.replace("SetRate", "Experiment")));
    assertEquals(Optional.empty(), text.read(whole.replace("SavedRun", "String")));
    assertEquals(Optional.empty(), text.read(whole.replace("true", "false")), "none on stage");
    assertEquals(Optional.empty(), text.read(whole + ")"));
    assertEquals(Optional.of(SavedSteps.NONE), text.read(""));
  }

  @Test
  void ofTwoWindowsTheStepsOfBothAreKept() {
    Scene scene = Scene.of(Xor.thesis(), 400);
    InlineSession session = session(scene);
    session.send(new Command.RunTo(3));
    Mark other = new Mark("line", "rate");
    SavedSteps mine = SavedSteps.NONE.with(STEP, scene, session.newest());
    session.send(new Command.RunTo(5));
    SavedSteps stored =
        SavedSteps.NONE.with(other, scene, session.newest()).with(STEP, scene, session.newest());
    SavedSteps merged = text.merge(SavedSteps.NONE, mine, stored);
    assertEquals(mine.of(STEP), merged.of(STEP));
    assertEquals(stored.of(other), merged.of(other));
  }
}
