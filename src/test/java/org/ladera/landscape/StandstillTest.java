package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
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

/** Networks that are played for a while and then stand, with the reason known by hand. */
final class StandstillTest {
  private static final double[][] X = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final double[][] XOR = {{0}, {1}, {1}, {0}};

  private static Experiment network(
      double[][] x, double[][] y, ActivationSpec hidden, ActivationSpec last, double rate) {
    return new Experiment(
        Dataset.of(x, y),
        NetworkSpec.of(x[0].length, LayerSpec.dense(2, hidden), LayerSpec.dense(1, last)),
        new LossSpec(LossSpec.Kind.SQUARED, Factor.HALF_PER_SAMPLE),
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(rate),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Zeros(),
        0);
  }

  private static Optional<Stall> after(int epochs, Experiment experiment, double... theta) {
    Trainer trainer =
        new Trainer(experiment.withInit(new InitSpec.Given(MatrixView.of(1, theta.length, theta))));
    double before = Double.NaN;
    for (int i = 0; i < epochs; i++) {
      if (i == epochs / 2) {
        before = trainer.evaluate().totalLoss();
      }
      trainer.step();
    }
    double[] now = new double[theta.length];
    trainer.copyParameters(now);
    return Standstill.of(
            trainer.preview(),
            MatrixView.of(1, now.length, now),
            Optional.of(
                new Standstill.Progress(
                    before, trainer.evaluate().totalLoss(), epochs - epochs / 2)),
            () -> false)
        .cause();
  }

  @Test
  void equalUnitsAreTheCauseWhereNothingMoves() {
    Experiment sigmoids = network(X, XOR, ActivationSpec.SIGMOID, ActivationSpec.SIGMOID, 0.5);
    assertEquals(Optional.of(new Stall.Symmetric(1, 2)), after(200, sigmoids, new double[9]));
  }

  /** ½(uv − 1)² has a pass at the origin whose eigenvalues are −1 and 1. */
  @Test
  void aPassIsNoMinimum() {
    Experiment product =
        network(
            new double[][] {{1}},
            new double[][] {{1}},
            ActivationSpec.IDENTITY,
            ActivationSpec.IDENTITY,
            0.1);
    Experiment one =
        new Experiment(
            product.data(),
            NetworkSpec.of(
                1,
                LayerSpec.dense(1, ActivationSpec.IDENTITY).withoutBias(),
                LayerSpec.dense(1, ActivationSpec.IDENTITY).withoutBias()),
            product.loss(),
            RegularisationSpec.NONE,
            product.optimizer(),
            product.schedule(),
            product.batch(),
            product.init(),
            0);
    Stall.Saddle saddle =
        assertInstanceOf(Stall.Saddle.class, after(120, one, 0.5, -0.5).orElseThrow());
    assertEquals(-1, saddle.smallest(), 1e-4);
    assertEquals(1, saddle.largest(), 1e-4);
    assertEquals(Optional.empty(), after(400, one, 0.5, 0.3));
  }

  @Test
  void slopesThatAreNearZeroAreCounted() {
    Experiment sigmoids = network(X, XOR, ActivationSpec.SIGMOID, ActivationSpec.IDENTITY, 0.1);
    Stall.Saturated flat =
        assertInstanceOf(
            Stall.Saturated.class,
            after(400, sigmoids, 10, -20, -20, 10, 40, 50, 0.3, 0.4, 0).orElseThrow());
    assertEquals(8, flat.flat());
    assertEquals(8, flat.values());
    assertEquals(20, flat.least(), 0.1);
  }

  /** One linear unit: λmax of 1/n·XᵀX with a column of ones, known in closed form. */
  @Test
  void aRateFarBelowItsLimitIsTooSmallAndAMinimumIsNone() {
    Experiment line =
        network(
            new double[][] {{-1}, {1}},
            new double[][] {{1}, {3}},
            ActivationSpec.IDENTITY,
            ActivationSpec.IDENTITY,
            1e-6);
    Experiment one =
        new Experiment(
            line.data(),
            NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
            line.loss(),
            RegularisationSpec.NONE,
            line.optimizer(),
            line.schedule(),
            line.batch(),
            line.init(),
            0);
    Stall.SmallRate small =
        assertInstanceOf(Stall.SmallRate.class, after(100, one, 0, 0).orElseThrow());
    // XᵀX/2 is the unit matrix, so the limit is 2.
    assertEquals(2, small.limit(), 1e-12);
    assertTrue(small.share() > 0 && small.share() < 1e-3);
    Experiment quick = one.withOptimizer(new OptimizerSpec.Sgd(0.5));
    assertEquals(Optional.empty(), after(100, quick, 0, 0));
  }
}
