package org.ladera.session.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.IceCream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.landscape.Axis;
import org.ladera.session.Command;
import org.ladera.session.Departure;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.RunFrame;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Recipe;
import org.ladera.timeline.Timeline;

class TrainingSessionTest {
  private static final FieldRequest SURFACE =
      new FieldRequest.LossSurface(
          Scene.MAIN,
          ParameterRef.bias(1, 1),
          ParameterRef.weight(1, 1, 1),
          new Axis(-5, 3, 200),
          new Axis(-1, 4, 200));

  private TrainingSession session;

  @BeforeEach
  void open() {
    session = new TrainingSession();
    session.send(new Command.SetPace(Double.POSITIVE_INFINITY, Granularity.EPOCH));
    session.send(new Command.Load(Scene.of(IceCream.experiment(0.01), 1500)));
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Frame await(Predicate<Frame> wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      Frame frame = session.newest();
      if (frame != null && wanted.test(frame)) {
        return frame;
      }
      Thread.onSpinWait();
    }
    return fail("no such frame within 20 s; the newest is " + session.newest());
  }

  @Test
  void aRunAtFullSpeedEndsLikeOneWithoutThreads() {
    session.send(new Command.Play());
    Frame end = await(f -> f.status() instanceof Status.Finished);
    assertEquals(1.5546844882202795, end.main().now().lossSum(), 1.6e-9);
    assertEquals(1501, end.main().history().count());
  }

  @Test
  void comingToRestShowsTheNewestMomentEvenWhenNobodyLooked() {
    session.send(new Command.RunTo(1234));
    assertEquals(1234, await(f -> f.main().epoch() == 1234).main().update());
  }

  @Test
  void aPauseIsObeyedWhileTraining() {
    session.send(new Command.Load(Scene.of(IceCream.experiment(0.01), 100_000_000)));
    session.send(new Command.Play());
    await(f -> f.main().epoch() > 1000);
    session.send(new Command.Pause());
    Frame paused = await(f -> f.status() instanceof Status.Paused);
    session.send(new Command.Step(Granularity.UPDATE, -1));
    // Pictures of the moment at which it stands may come before.
    Frame back = await(f -> f.main().update() != paused.main().update());
    assertEquals(paused.main().update() - 1, back.main().update());
  }

  @Test
  void commandsAreHeardAndPicturesGoOnWhileALongRunIsUnderWay() {
    session.send(new Command.Load(Scene.of(IceCream.experiment(0.01), 1_000_000_000)));
    for (Command run :
        List.of(
            new Command.RunTo(900_000_000),
            new Command.RunUntil(new Condition.GradientBelow(0)),
            new Command.Seek(900_000_000))) {
      session.send(run);
      Frame one = await(f -> f.status() instanceof Status.Running && f.main().update() > 1000);
      Frame two = await(f -> f.main().update() > one.main().update());
      session.send(new Command.SetPace(3, Granularity.UPDATE));
      await(f -> f.pace() == 3);
      session.send(new Command.Pause());
      Frame end = await(f -> f.status() instanceof Status.Paused);
      assertTrue(end.main().update() >= two.main().update());
      assertTrue(end.main().update() < 900_000_000, run + " was left");
      session.send(new Command.Seek(0));
      await(f -> f.main().update() == 0);
    }
  }

  @Test
  void anEditWaitsForTheMomentItBelongsTo() {
    session.send(new Command.Load(Scene.of(IceCream.experiment(0.01), 400_000)));
    session.send(new Command.RunTo(400_000));
    await(f -> f.main().update() == 400_000);
    for (long update : new long[] {300_031, 200_017, 100_003}) {
      session.send(new Command.Seek(update));
      session.send(new Command.Apply(new Edit.SetRate(0.001), false));
      session.send(new Command.RunTo(400_000));
    }
    Frame end = await(f -> f.main().branches().size() == 4 && f.main().update() == 400_000);
    assertEquals(
        List.of(0L, 300_031L, 200_017L, 100_003L),
        end.main().branches().stream().map(RunFrame.BranchFrame::fork).toList());
  }

  @Test
  void branchesThatWereLeftComeToTheirNewestMoment() {
    session.send(new Command.RunTo(1500));
    await(f -> f.main().epoch() == 1500);
    session.send(new Command.Seek(100));
    session.send(new Command.Apply(new Edit.SetRate(0.001), false));
    await(
        f ->
            f.main().branches().size() == 2
                && f.main().branches().getFirst().standing().update() == 1500);
  }

  @Test
  void picturesFollowTheData() {
    session.send(new Command.Watch(Set.of(SURFACE)));
    Frame first = await(f -> f.fields().containsKey(SURFACE));
    var half = IceCream.experiment(0.01).data();
    var moved =
        new org.ladera.engine.data.Dataset(
            half.inputs(),
            half.targets(),
            half.x(),
            org.ladera.engine.matrix.MatrixView.of(16, 1, new double[16]),
            half.inputScaling(),
            half.targetScaling());
    session.send(new Command.Apply(new Edit.SetData(moved), false));
    await(
        f ->
            f.fields().containsKey(SURFACE)
                && !f.fields().get(SURFACE).equals(first.fields().get(SURFACE)));
  }

  @Test
  void aPaceIsKeptByTheClockItWasGiven() {
    long[] now = {0};
    try (TrainingSession paced =
        new TrainingSession(
            () -> {
              synchronized (now) {
                return now[0];
              }
            })) {
      paced.send(new Command.SetPace(10, Granularity.EPOCH));
      paced.send(new Command.Load(Scene.of(IceCream.experiment(0.01), 1500)));
      paced.send(new Command.Play());
      TrainingSession real = session;
      session = paced;
      await(f -> f.main().epoch() == 1);
      synchronized (now) {
        now[0] = 250_000_000;
      }
      paced.send(new Command.SetPace(10, Granularity.EPOCH));
      Frame later = await(f -> f.main().epoch() > 1);
      assertTrue(later.main().epoch() <= 3, "epoch " + later.main().epoch());
      assertInstanceOf(Status.Running.class, later.status());
      session = real;
    }
  }

  @Test
  void aSavedRunIsReplayedUnderTheEyesOfThePersonWhoCanEndIt() {
    Scene scene = Scene.of(IceCream.experiment(0.001), 1_000_000_000);
    SavedScene.SavedBranch branch =
        new SavedScene.SavedBranch(
            0,
            0,
            0,
            "",
            true,
            false,
            new Departure(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            List.of(new Recipe.Stamped(900_000_000, new Edit.SetRate(0.002))),
            900_000_001,
            false);
    session.send(
        new Command.Resume(
            scene,
            Optional.of(
                new SavedScene(
                    List.of(
                        new SavedScene.SavedRun(Scene.MAIN, 900_000_001, 0, List.of(branch)))))));
    session.send(new Command.Step(Granularity.EPOCH, 1));
    Frame way = await(f -> f.scene() == scene && f.status() instanceof Status.Restoring);
    await(f -> f.main().update() > way.main().update());
    session.send(new Command.Pause());
    Frame ended = await(f -> f.status() instanceof Status.Paused);
    assertTrue(ended.main().update() < 900_000_000);
    assertEquals(List.of(), ended.main().branches().getFirst().recipe().edits());
    session.send(new Command.Step(Granularity.EPOCH, 1));
    await(f -> f.main().update() == ended.main().update() + 1);
  }

  private static Experiment large(int rows, int depth, int units) {
    double[][] x = new double[rows][20];
    double[][] y = new double[rows][1];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 20; j++) {
        x[i][j] = Math.sin(i + 7 * j);
      }
      y[i][0] = i % 2;
    }
    LayerSpec[] layers = new LayerSpec[depth + 1];
    Arrays.fill(layers, LayerSpec.dense(units, ActivationSpec.TANH));
    layers[depth] = LayerSpec.dense(1, ActivationSpec.IDENTITY);
    return new Experiment(
        Dataset.of(x, y),
        NetworkSpec.of(20, layers),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(1e-6),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.GlorotNormal(1),
        1);
  }

  /** The time of the processor that the engine has used, which is free of what others do. */
  private static long engineTime() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("ladera-engine"))
        .mapToLong(thread -> threads.getThreadCpuTime(thread.threadId()))
        .max()
        .orElseThrow();
  }

  /** An update takes longer than a person waits. */
  @ParameterizedTest
  @CsvSource({"2,1000", "18,300"})
  void aPauseComesAtOnceWhateverTheNetwork(int depth, int units) {
    Experiment large = large(100, depth, units);
    session.send(new Command.Load(Scene.of(large, 1_000_000)));
    await(f -> f.scene().epochs() == 1_000_000);
    Timeline straight = new Timeline(large);
    long update = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    straight.forward();
    update = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - update;
    long worst = 0;
    for (int i = 0; i < 3; i++) {
      session.send(new Command.Play());
      Frame way = await(f -> f.status() instanceof Status.Running);
      // Somewhere in the middle of what it does, each time elsewhere.
      long middle = engineTime() + update * (2 * i + 1) / 7;
      while (engineTime() < middle) {
        Thread.onSpinWait();
      }
      long asked = engineTime();
      session.send(new Command.Pause());
      Frame stands = await(f -> f.status() instanceof Status.Paused);
      worst = Math.max(worst, engineTime() - asked);
      assertTrue(stands.main().update() >= way.main().update());
    }
    assertTrue(worst < 50_000_000, worst / 1e6 + " ms; an update takes " + update / 1e6);
    // What was left in the middle is done later, with the same bits.
    session.send(new Command.Step(Granularity.UPDATE, 1));
    Frame end = await(f -> f.main().status() instanceof Status.Paused && f.main().update() > 0);
    straight.seek(end.main().update());
    assertArrayEquals(straight.parameters(), end.main().parameters().toArray());
  }
}
