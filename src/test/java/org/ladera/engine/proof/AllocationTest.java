package org.ladera.engine.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;

/**
 * After warm-up an update allocates not one byte. The build runs this in a Java machine of its own:
 * after many other tests the optimising compiler leaves some vectors in their boxes.
 */
class AllocationTest {
  /** Vectors are objects until the optimising compiler has seen the loops. */
  private static final int COMPILED = 20_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static List<OptimizerSpec> optimizers() {
    return Registry.optimizers();
  }

  private static long bytes(Trainer trainer, int updates) {
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
    for (int i = 0; i < updates; i++) {
      trainer.step();
    }
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
  }

  /** What is made only once may be made in any round; what is made at each update never ends. */
  private static void assertSilent(Experiment experiment, int mostRounds) {
    Trainer trainer = new Trainer(experiment);
    long made = bytes(trainer, 60);
    for (int round = 0; made > 0 && round < mostRounds; round++) {
      made = bytes(trainer, 60);
    }
    assertTrue(trainer.divergence().isEmpty(), () -> "diverged: " + trainer.divergence());
    assertEquals(0, made, () -> "bytes with " + experiment.optimizer());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerWithEveryPenaltyNormAndDropout(OptimizerSpec optimizer) {
    for (RegularisationSpec penalty : Registry.penalties()) {
      assertSilent(Registry.rich(optimizer, penalty), COMPILED);
    }
  }

  @ParameterizedTest
  @EnumSource(LossSpec.Kind.class)
  void everyLoss(LossSpec.Kind kind) {
    Experiment experiment =
        Registry.experiment(
            Registry.data(9, 2, 2),
            NetworkSpec.of(
                2,
                LayerSpec.dense(3, ActivationSpec.SOFTPLUS),
                LayerSpec.dense(2, Registry.outputFor(kind))),
            new LossSpec(kind, Factor.PER_ELEMENT));
    assertSilent(experiment, COMPILED);
  }

  @Test
  void runThatHasToBeWatchedClosely() {
    // A heavy ball with gamma 1 never counts as harmless.
    assertSilent(
        Registry.rich(new OptimizerSpec.Momentum(1e-4, 1), RegularisationSpec.NONE)
            .withSchedule(new ScheduleSpec.Exponential(0.999)),
        COMPILED);
  }

  @Test
  void largeNetworkOnVectors() {
    Experiment experiment =
        Registry.experiment(
                Registry.data(64, 20, 3),
                NetworkSpec.of(
                    20,
                    LayerSpec.dense(33, ActivationSpec.RELU),
                    LayerSpec.dense(24, ActivationSpec.TANH),
                    LayerSpec.dense(17, ActivationSpec.SIGMOID),
                    LayerSpec.dense(3, ActivationSpec.SOFTMAX)),
                new LossSpec(LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY, Factor.PER_SAMPLE))
            .withOptimizer(new OptimizerSpec.Adam(0.001))
            .withBatch(BatchSpec.mini(32));
    assertSilent(experiment, COMPILED);
  }
}
