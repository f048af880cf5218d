package org.ladera.session.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;

/** Two threads give the numbers of one, whoever is faster. */
@Timeout(120)
class ThreadPairExecutorTest {
  private static Experiment experiment(OptimizerSpec optimizer) {
    Random random = new Random(11);
    double[][] x = new double[300][400];
    double[][] y = new double[300][10];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.doubles(400, -1, 1).toArray();
      y[i][i % 10] = 1;
    }
    return experiment(
        Dataset.of(x, y),
        NetworkSpec.of(
            400,
            new LayerSpec(64, ActivationSpec.RELU, true, true, 0.2),
            LayerSpec.dense(70, ActivationSpec.TANH),
            LayerSpec.dense(10, ActivationSpec.SOFTMAX)),
        optimizer,
        128);
  }

  private static Experiment experiment(
      Dataset data, NetworkSpec network, OptimizerSpec optimizer, int batch) {
    return new Experiment(
        data,
        network,
        new LossSpec(LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY, Factor.PER_SAMPLE),
        new RegularisationSpec(1e-5, 1e-4),
        optimizer,
        new ScheduleSpec.Constant(),
        BatchSpec.mini(batch),
        new InitSpec.HeNormal(),
        5);
  }

  private static double[] run(Experiment experiment, PairExecutor pair) {
    Trainer trainer = new Trainer(experiment, null, pair);
    for (int i = 0; i < 60; i++) {
      assertTrue(trainer.step());
    }
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    return theta;
  }

  @Test
  void aLargeNetworkLearnsTheSameBitsOnOneThreadAndOnTwo() {
    for (OptimizerSpec optimizer :
        new OptimizerSpec[] {
          new OptimizerSpec.Adam(0.01),
          new OptimizerSpec.AdamW(0.01, 0.9, 0.99, 1e-8, 0.1),
          new OptimizerSpec.Momentum(0.05, 0.9)
        }) {
      Experiment experiment = experiment(optimizer);
      double[] alone = run(experiment, PairExecutor.ALONE);
      try (ThreadPairExecutor second = new ThreadPairExecutor()) {
        assertArrayEquals(alone, run(experiment, second));
      }
    }
  }

  /** Groups of samples that do not come out even, windows over the edge, both kinds of pools. */
  @Test
  void picturesAreLearntToTheSameBitsOnOneThreadAndOnTwo() {
    Random random = new Random(12);
    Shape seen = new Shape(2, 21, 21);
    LayerKind.Convolution wide = new LayerKind.Convolution(seen, 6, 3, 3, 1, 1);
    LayerKind.Pool most = new LayerKind.Pool(wide.output(), LayerKind.Pool.Reduction.MAX, 2, 2);
    LayerKind.Convolution narrow = new LayerKind.Convolution(most.output(), 9, 5, 5, 1, 0);
    LayerKind.Pool mean =
        new LayerKind.Pool(narrow.output(), LayerKind.Pool.Reduction.AVERAGE, 2, 2);
    double[][] x = new double[90][seen.size()];
    double[][] y = new double[90][3];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.doubles(seen.size(), -1, 1).toArray();
      y[i][i % 3] = 1;
    }
    NetworkSpec network =
        NetworkSpec.of(
            seen.size(),
            convolution(wide, ActivationSpec.TANH),
            LayerSpec.plain(most),
            convolution(narrow, ActivationSpec.RELU),
            LayerSpec.plain(mean),
            LayerSpec.dense(3, ActivationSpec.SOFTMAX));
    Experiment experiment = experiment(Dataset.of(x, y), network, new OptimizerSpec.Adam(0.01), 41);
    double[] alone = run(experiment, PairExecutor.ALONE);
    try (ThreadPairExecutor second = new ThreadPairExecutor()) {
      assertArrayEquals(alone, run(experiment, second));
    }
    // Whoever is asked for half of it does it at once.
    assertArrayEquals(
        alone,
        run(
            experiment,
            (first, second) -> {
              second.run();
              first.run();
            }));
  }

  private static LayerSpec convolution(LayerKind.Convolution kind, ActivationSpec activation) {
    return new LayerSpec(kind, activation, true, false, 0, LayerSpec.USUAL_EPSILON);
  }

  @Test
  void everyHalfIsDoneOnceEvenAfterALongSleep() {
    try (ThreadPairExecutor second = new ThreadPairExecutor()) {
      int[] done = new int[2];
      for (int round = 1; round <= 20_000; round++) {
        // Now and then long enough for the other thread to fall asleep.
        int looks = round % 1000 == 0 ? 100_000 : round % 7;
        second.both(
            () -> {
              for (int i = 0; i < looks; i++) {
                Thread.onSpinWait();
              }
              done[0]++;
            },
            () -> done[1]++);
        assertEquals(round, done[0]);
        assertEquals(round, done[1]);
      }
    }
  }

  @Test
  void aFailureOfEitherHalfComesOutAndTheThreadGoesOn() {
    try (ThreadPairExecutor second = new ThreadPairExecutor()) {
      Runnable broken =
          () -> {
            throw new IllegalArgumentException("broken");
          };
      for (int round = 0; round < 200; round++) {
        assertThrows(RuntimeException.class, () -> second.both(() -> {}, broken));
        assertThrows(IllegalArgumentException.class, () -> second.both(broken, () -> {}));
      }
      int[] done = new int[1];
      second.both(() -> {}, () -> done[0]++);
      assertEquals(1, done[0]);
    }
  }
}
