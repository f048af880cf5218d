package org.ladera.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
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
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.run.TrainingSession;
import org.ladera.text.Numbers;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Timeline;
import org.ladera.timeline.TimelineMemory;
import org.ladera.ui.offscreen.FrameBench.Times;

/** How long a very long run takes to seek in, and what it and its branches keep in memory. */
final class BenchTime {
  private static final long UPDATES = 10_000_000;
  private static final int SEEKS = 400;
  private static final int PAUSES = 50;
  private static final int BRANCHES = 15;
  private static final long BRANCH_UPDATES = 200_000;

  private final Surroundings here;
  private final SplittableRandom random = new SplittableRandom(1);

  BenchTime(Surroundings here) {
    this.here = here;
  }

  void run() {
    for (OptimizerSpec optimizer :
        List.of(new OptimizerSpec.Sgd(0.5), new OptimizerSpec.Adam(0.001))) {
      measure(optimizer);
    }
    pauses();
  }

  /** From asking for a pause in a run at full speed to the picture of it. */
  private void pauses() {
    double[] times = new double[PAUSES];
    try (TrainingSession session = new TrainingSession()) {
      session.send(new Command.Load(Scene.of(xor(new OptimizerSpec.Sgd(0.5)), Long.MAX_VALUE / 2)));
      for (int i = 0; i < PAUSES; i++) {
        long wanted = (i + 1) * 100_000L;
        session.send(new Command.RunUntil(new Condition.GradientBelow(0)));
        await(session, frame -> frame.main().update() > wanted);
        long began = System.nanoTime();
        session.send(new Command.Pause());
        await(session, frame -> frame.status() instanceof Status.Paused);
        times[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    Numbers numbers = here.messages().numbers();
    here.say(
        "cli.bench.time.pause",
        Map.of(
            "pauses", PAUSES,
            "median", numbers.fixed(Times.quantile(times, 0.5), 1),
            "worst", numbers.fixed(Arrays.stream(times).max().orElseThrow(), 1)));
  }

  private static void await(TrainingSession session, Predicate<Frame> wanted) {
    Frame frame = session.newest();
    while (frame == null || !wanted.test(frame)) {
      Thread.onSpinWait();
      frame = session.newest();
    }
  }

  private static Experiment xor(OptimizerSpec optimizer) {
    return new Experiment(
        Dataset.of(
            new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}}),
        NetworkSpec.of(
            2,
            LayerSpec.dense(4, ActivationSpec.SIGMOID),
            LayerSpec.dense(1, ActivationSpec.SIGMOID)),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        optimizer,
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.GlorotUniform(1),
        1);
  }

  private void measure(OptimizerSpec optimizer) {
    double before = megabytes();
    Experiment experiment = xor(optimizer);
    long began = System.nanoTime();
    Timeline timeline = new Timeline(experiment);
    timeline.seek(UPDATES);
    double seconds = (System.nanoTime() - began) / 1e9;
    double after = megabytes();
    if (timeline.reached() < UPDATES) {
      String rule = optimizer.getClass().getSimpleName();
      throw Refusal.fault(here.messages().text("cli.bench.nothing", Map.of("lesson", rule)));
    }
    double[] times = new double[SEEKS];
    for (int i = 0; i < SEEKS; i++) {
      times[i] = seek(timeline, random.nextLong(timeline.reached()));
    }
    Numbers numbers = here.messages().numbers();
    here.say(
        "cli.bench.time.seek",
        Map.of(
            "updates", numbers.whole(timeline.reached()),
            "network", experiment.network().shape(),
            "rule", optimizer.getClass().getSimpleName(),
            "seconds", numbers.fixed(seconds, 1),
            "heap", numbers.fixed(after - before, 1),
            "seeks", SEEKS,
            "median", numbers.fixed(Times.quantile(times, 0.5), 1),
            "worst", numbers.fixed(Arrays.stream(times).max().orElseThrow(), 1)));
    branches(timeline, before);
  }

  private void branches(Timeline trunk, double before) {
    Numbers numbers = here.messages().numbers();
    List<Timeline> all = new ArrayList<>(List.of(trunk));
    for (int i = 0; i < BRANCHES; i++) {
      Timeline parent = all.get(random.nextInt(all.size()));
      parent.seek(random.nextLong(parent.reached()));
      Timeline branch = parent.fork();
      branch.edit(new Edit.SetRate(0.1 * (i + 1)));
      branch.seek(branch.update() + BRANCH_UPDATES);
      all.add(branch);
    }
    here.say(
        "cli.bench.time.branches",
        Map.of(
            "branches", BRANCHES,
            "heap", numbers.fixed(megabytes() - before, 1),
            "frames", numbers.fixed(TimelineMemory.bytes(all) / 1e6, 1)));
  }

  private static double seek(Timeline timeline, long update) {
    long began = System.nanoTime();
    timeline.seek(update);
    return (System.nanoTime() - began) / 1e6;
  }

  /** Heap in use after a collection. */
  private static double megabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
