package org.ladera.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Generator;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;

class FootprintTest {
  private static final long MEGABYTE = 1 << 20;

  /** Two inputs, one output. */
  private static Experiment experiment(OptimizerSpec rule, int rows, int... hidden) {
    LayerSpec[] layers = new LayerSpec[hidden.length + 1];
    for (int l = 0; l < hidden.length; l++) {
      layers[l] = LayerSpec.dense(hidden[l], ActivationSpec.RELU);
    }
    layers[hidden.length] = LayerSpec.dense(1, ActivationSpec.SIGMOID);
    return new Experiment(
        Generator.MOONS.make(rows, 0.1, 1),
        NetworkSpec.of(2, layers),
        new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.PER_SAMPLE),
        RegularisationSpec.NONE,
        rule,
        new ScheduleSpec.Constant(),
        BatchSpec.mini(8),
        new InitSpec.HeNormal(),
        1);
  }

  /** What this thread takes while a trainer is built and does its first update. */
  private static long taken(Experiment experiment) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Trainer trainer = new Trainer(experiment);
    assertTrue(trainer.step());
    trainer.preview();
    trainer.evaluate();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void aTrainerTakesAboutWhatIsEstimated() {
    List<OptimizerSpec> rules =
        List.of(
            new OptimizerSpec.Sgd(0.01),
            new OptimizerSpec.Momentum(0.01, 0.9),
            new OptimizerSpec.Adam(0.001));
    for (OptimizerSpec rule : rules) {
      for (int[] hidden : new int[][] {{600, 600}, {300, 300, 300, 300}, {2000}}) {
        Experiment large = experiment(rule, 100, hidden);
        double ratio = (double) Footprint.ofRun(large).bytes() / taken(large);
        assertTrue(
            ratio > 1, rule + " " + List.of(hidden.length, hidden[0]) + ": too little, " + ratio);
      }
    }
  }

  @Test
  void keyFramesAndPathOfALongRunStayWithinTheEstimate() {
    Experiment large = experiment(new OptimizerSpec.Adam(0.001), 40, 150, 150);
    Timeline timeline = new Timeline(large);
    timeline.seek(600);
    long held = timeline.bytes();
    long estimated = Footprint.ofRun(large).bytes();
    assertTrue(held < estimated, held + " of " + estimated);
    assertTrue(estimated < 160 * MEGABYTE, "small ones are not made large: " + estimated);
  }

  @Test
  void aMillionParametersNeedMoreThanFourHundredMegabytes() {
    Footprint large = Footprint.ofRun(experiment(new OptimizerSpec.Sgd(0.01), 100, 1000, 1000));
    assertFalse(large.fits(400 * MEGABYTE), large::toString);
    assertTrue(large.fits(1024 * MEGABYTE), large::toString);
    Footprint two = large.and(large);
    assertEquals(2 * large.bytes(), two.bytes());
    assertFalse(two.fits(1024 * MEGABYTE), two::toString);
  }

  @Test
  void anEpochOfManyExamplesIsMeasuredInMultiplications() {
    // Forward, backward, gradient: (3·4 + 5·1) parameters and 10 examples.
    Experiment small = experiment(new OptimizerSpec.Sgd(0.01), 10, 4);
    assertEquals(3 * (3 * 4 + 5 * 1) * 10, Footprint.ofRun(small).multiplications());
    assertTrue(Footprint.ofRun(small).isQuick());
    assertFalse(new Footprint(1, 2_000_000_000_000L).isQuick());
  }
}
