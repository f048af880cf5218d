package org.ladera.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.data.Generator;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;

class EpochTimeTest {
  private static EpochTime paced(long nanos) {
    AtomicLong clock = new AtomicLong();
    return EpochTime.measured(() -> clock.addAndGet(nanos));
  }

  private static Experiment moons(int examples, int hidden) {
    return Xor.thesis()
        .withData(Generator.MOONS.make(examples, 0.1, 1))
        .withNetwork(
            NetworkSpec.of(
                2,
                LayerSpec.dense(hidden, ActivationSpec.TANH),
                LayerSpec.dense(hidden, ActivationSpec.TANH),
                LayerSpec.dense(1, ActivationSpec.SIGMOID)));
  }

  /** One look at the clock for each update of the half that counts. */
  @Test
  void aMachineOfHalfTheSpeedTakesTwiceAsLong() {
    double fast = paced(100_000).seconds(moons(1000, 100));
    double slow = paced(200_000).seconds(moons(1000, 100));
    assertEquals(2, slow / fast, 0.05);
  }

  @Test
  void theTimeGrowsWithExamplesWeightsAndUpdates() {
    EpochTime machine = paced(100_000);
    double once = machine.seconds(moons(1000, 100));
    assertEquals(2, machine.seconds(moons(2000, 100)) / once, 0.02);
    // Most of the weights are those between the hidden layers.
    assertEquals(4, machine.seconds(moons(1000, 200)) / once, 0.3);
    Experiment small = moons(1000, 2);
    double each = machine.seconds(small.withBatch(BatchSpec.mini(1)));
    assertTrue(each > 5 * machine.seconds(small.withBatch(BatchSpec.FULL)));
  }
}
