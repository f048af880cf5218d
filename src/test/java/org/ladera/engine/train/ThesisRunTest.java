package org.ladera.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;

/** The two programs of the thesis' annex, by their printed settings. */
class ThesisRunTest {
  private static final double[] TEMPERATURE = {
    25, 26, 27, 28, 29, 29.5, 30.5, 31, 32, 33.5, 34, 36.5, 37, 37.5, 39, 40
  };
  private static final double[] SOLD = {
    10, 18, 12, 20, 18, 20, 22, 30, 32, 30, 35, 36, 40, 38, 37, 41
  };

  private static Experiment iceCream(double rate) {
    double[][] x = new double[16][1];
    double[][] y = new double[16][1];
    for (int i = 0; i < 16; i++) {
      x[i][0] = TEMPERATURE[i] / 10;
      y[i][0] = SOLD[i] / 10;
    }
    return new Experiment(
        Dataset.of(x, y),
        NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(rate),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, 2, 1.0151747625338823, 1.5511928819147724)),
        714);
  }

  private static Trainer run(Experiment experiment, int updates) {
    Trainer trainer = new Trainer(experiment);
    for (int i = 0; i < updates; i++) {
      assertTrue(trainer.step());
    }
    return trainer;
  }

  @Test
  void iceCreamLineEndsWhereTheAnnexCodeEnds() {
    Trainer trainer = run(iceCream(0.01), 1500);
    double[] theta = new double[2];
    trainer.copyParameters(theta);
    assertEquals(2.024646198099959, theta[0], 1e-10);
    assertEquals(-3.7782270644872717, theta[1], 1e-10);
    assertEquals(1.5546844882202795, trainer.evaluate().lossSum(), 1.6e-9);
    assertEquals(1.554692312261467, 2 * trainer.batchLoss(), 1.6e-9);
    assertEquals(1500, trainer.update());
    assertEquals(1500, trainer.epoch());
  }

  @Test
  void rateAboveTheLimitGrowsWithoutStopping() {
    Trainer trainer = run(iceCream(0.011), 1500);
    assertEquals(1.3e49, trainer.evaluate().lossSum(), 0.1e49);
  }

  @Test
  void runThatOverflowsStopsAsAStateWithNothingChanged() {
    Trainer trainer = new Trainer(iceCream(1));
    while (trainer.step()) {
      assertTrue(trainer.update() < 1000, "it never stopped");
    }
    TrainerState stopped = trainer.capture();
    assertTrue(trainer.divergence().isPresent());
    assertEquals(trainer.update(), trainer.divergence().orElseThrow().update());
    assertFalse(trainer.step());
    assertEquals(stopped, trainer.capture());
    assertTrue(Double.isFinite(stopped.parameters().get(0)));
  }

  @Test
  void xorAnnexFollowsItsPrintedErrors() {
    Experiment experiment =
        new Experiment(
            Dataset.of(
                new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}},
                new double[][] {{0}, {1}, {1}, {0}}),
            NetworkSpec.of(
                2,
                LayerSpec.dense(3, ActivationSpec.SIGMOID).withoutBias(),
                LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias()),
            LossSpec.HALF_SSE,
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(1),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.NumpyRandom(1685, 1, 0),
            0);
    Trainer trainer = new Trainer(experiment);
    double[] theta = new double[9];
    trainer.copyParameters(theta);
    assertEquals(0.42603753552540313, theta[0]);
    assertEquals(0.8939459787413723, theta[8]);
    assertEquals(1.3341404519931526, trainer.evaluate().lossSum(), 1e-14);
    for (int i = 0; i < 1000; i++) {
      trainer.step();
    }
    assertEquals(0.04949934624272781, 2 * trainer.batchLoss(), 1e-11);
  }
}
