package org.ladera.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.PairExecutor;
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
import org.ladera.engine.trace.DeadUnit;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.Divergence.Quantity;

/**
 * Numbers that overflow where nobody would see it from the loss, and what the trainer says of the
 * last step. The engine looks for them only where bounds say that they can occur; these tests are
 * about the bounds.
 */
class OverflowTest {
  private static Experiment chain(
      double input, ActivationSpec activation, OptimizerSpec optimizer, double... weights) {
    LayerSpec[] layers = new LayerSpec[weights.length];
    for (int l = 0; l < layers.length; l++) {
      boolean hidden = l < layers.length - 1;
      layers[l] = LayerSpec.dense(1, hidden ? activation : ActivationSpec.IDENTITY).withoutBias();
    }
    return new Experiment(
        Dataset.of(new double[][] {{input}}, new double[][] {{0.5}}),
        NetworkSpec.of(1, layers),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        optimizer,
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, weights.length, weights)),
        3);
  }

  private static final OptimizerSpec SGD = new OptimizerSpec.Sgd(0.01);

  private static void assertOverflows(Experiment experiment, int layer, Quantity quantity) {
    Trainer trainer = new Trainer(experiment);
    double[] before = new double[trainer.layout().count()];
    double[] after = new double[before.length];
    trainer.copyParameters(before);
    assertFalse(trainer.step());
    Divergence found = trainer.divergence().orElseThrow();
    assertEquals(layer, found.layer());
    assertEquals(quantity, found.quantity());
    trainer.copyParameters(after);
    assertArrayEquals(before, after);
  }

  @Test
  void aNetInputThatOverflowsBehindAReluIsNoticedThoughTheLossIsFinite() {
    // −∞ becomes 0: neither loss nor gradient of the output shows it.
    assertOverflows(chain(1e305, ActivationSpec.RELU, SGD, -1e6, 1), 1, Quantity.NET_INPUT);
    assertOverflows(chain(-1e300, ActivationSpec.RELU, SGD, 1e9, 1), 1, Quantity.NET_INPUT);
  }

  @ParameterizedTest
  @CsvSource({"26, 1e12", "52, 1e6", "104, 1e3", "40, 9e7"})
  void manyHarmlessLayersOverflowTogether(int layers, double weight) {
    // Weights that are harmless one by one; the last hidden net input is −∞, its ReLU 0.
    double[] weights = new double[layers + 1];
    Arrays.fill(weights, weight);
    weights[layers - 1] = -1e12;
    weights[layers] = 1;
    double log = (layers - 1) * Math.log10(weight) + 12;
    assertTrue(log > 308.5, "the test itself");
    Trainer trainer = new Trainer(chain(1, ActivationSpec.RELU, SGD, weights));
    assertFalse(trainer.step());
    assertEquals(Quantity.NET_INPUT, trainer.divergence().orElseThrow().quantity());
  }

  @Test
  void boundedActivationsEndTheGrowth() {
    double[] weights = new double[60];
    Arrays.fill(weights, 1e12);
    weights[59] = 1e-3;
    assertTrue(new Trainer(chain(1, ActivationSpec.SIGMOID, SGD, weights)).step());
  }

  @ParameterizedTest
  @CsvSource({"1.5", "-1.5", "1.0"})
  void aMemoryThatGrowsByItselfIsWatched(double gamma) {
    // The gradient is 0, the memory grows without it: v ← γ·v with a start that comes of step 1.
    for (OptimizerSpec optimizer :
        new OptimizerSpec[] {
          new OptimizerSpec.Momentum(1e-3, gamma), new OptimizerSpec.Nesterov(1e-3, gamma)
        }) {
      Trainer trainer = new Trainer(chain(1, ActivationSpec.IDENTITY, optimizer, 1));
      boolean expected = Math.abs(gamma) > 1;
      int steps = 0;
      while (steps < 4000 && trainer.step()) {
        steps++;
      }
      assertEquals(expected, trainer.divergence().isPresent());
      double[] theta = new double[1];
      trainer.copyParameters(theta);
      assertTrue(Double.isFinite(theta[0]));
    }
  }

  @Test
  void theOptimizersMemoryOverflowsBeforeTheParametersDo() {
    // g² is infinite, the step g/√G is 0: the parameters alone would not tell.
    for (OptimizerSpec optimizer :
        new OptimizerSpec[] {
          new OptimizerSpec.AdaGrad(0.1, 1e-8),
          new OptimizerSpec.RmsProp(0.1, 0.9, 1e-8),
          new OptimizerSpec.Adam(0.1),
          new OptimizerSpec.AdamW(0.1, 0.9, 0.999, 1e-8, 0)
        }) {
      // e = 1.5, so that the gradient is 1e180.
      Experiment experiment =
          chain(1, ActivationSpec.IDENTITY, optimizer, 2)
              .withLoss(new LossSpec(LossSpec.Kind.ABSOLUTE, Factor.fixed(1e180)));
      Trainer trainer = new Trainer(experiment);
      boolean went = trainer.step();
      assertFalse(went, () -> optimizer.toString());
      assertEquals(Quantity.PARAMETER, trainer.divergence().orElseThrow().quantity());
    }
  }

  @Test
  void normsAreThoseOfTheStepThatWasDone() {
    // z1 = (3, 4) for x = 1, identity; z2 = 3·1 + 4·2 = 11, e = 11 − 0.5.
    Experiment experiment =
        new Experiment(
            Dataset.of(new double[][] {{1}}, new double[][] {{0.5}}),
            NetworkSpec.of(
                1,
                LayerSpec.dense(2, ActivationSpec.IDENTITY),
                LayerSpec.dense(1, ActivationSpec.IDENTITY)),
            LossSpec.HALF_SSE,
            RegularisationSpec.NONE,
            SGD,
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Given(MatrixView.of(1, 7, 3, 4, 0, 0, 1, 2, 0)),
            3);
    Trainer trainer = new Trainer(experiment);
    assertEquals(0, trainer.gradientNorm());
    trainer.step();
    double e = 10.5;
    double[] norms = new double[4];
    trainer.copyNorms(norms);
    assertArrayEquals(new double[] {e * Math.sqrt(5), e, e * Math.sqrt(5), e * 5}, norms, 1e-12);
    // W1 and b1 each √5·e, W2 5·e, b2 e.
    assertEquals(e * Math.sqrt(5 + 5 + 25 + 1), trainer.gradientNorm(), 1e-12);
  }

  @Test
  void aHiddenUnitIsDeadWhenItIsZeroForEverySample() {
    assertEquals(Optional.of(new DeadUnit(1, 1)), deadAfterAStep(-1, 2));
    assertEquals(Optional.of(new DeadUnit(1, 2)), deadAfterAStep(2, -1));
    assertEquals(Optional.empty(), deadAfterAStep(1, 2));
    assertEquals(Optional.empty(), deadAfterAStep(0.5, 0.5));
  }

  /** Samples 0 and 1 on two ReLU units: z = w·x, so that the sample 0 is 0 for both. */
  private static Optional<DeadUnit> deadAfterAStep(double first, double second) {
    Experiment experiment =
        new Experiment(
            Dataset.of(new double[][] {{0}, {1}}, new double[][] {{0}, {0}}),
            NetworkSpec.of(
                1,
                LayerSpec.dense(2, ActivationSpec.RELU),
                // An output of 0 is no dead unit.
                LayerSpec.dense(1, ActivationSpec.RELU)),
            LossSpec.HALF_SSE,
            RegularisationSpec.NONE,
            SGD,
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Given(MatrixView.of(1, 7, first, second, 0, 0, -1, -1, 0)),
            3);
    Trainer trainer = new Trainer(experiment);
    assertEquals(Optional.empty(), trainer.deadUnit(), "before the first step");
    trainer.step();
    return trainer.deadUnit();
  }

  private static void backwards(Runnable first, Runnable second) {
    second.run();
    first.run();
  }

  @Test
  void theGuardSeesBothHalvesOfManyParameters() {
    Experiment experiment =
        new Experiment(
            Dataset.of(new double[][] {new double[700]}, new double[][] {new double[50]}),
            NetworkSpec.of(700, LayerSpec.dense(50, ActivationSpec.IDENTITY)),
            LossSpec.HALF_SSE,
            RegularisationSpec.NONE,
            SGD,
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Zeros(),
            3);
    double[] theta = new double[700 * 50 + 50];
    Pass pass =
        new Pass(experiment, MaskSource.seeded(1), theta, new double[0], PairExecutor.ALONE);
    for (PairExecutor pair : List.of(PairExecutor.ALONE, (PairExecutor) OverflowTest::backwards)) {
      OverflowGuard guard = new OverflowGuard(pass, theta.length, pair);
      assertTrue(guard.trusts(1, theta));
      for (int at : new int[] {0, theta.length / 2 - 1, theta.length / 2, theta.length - 1}) {
        theta[at] = 1e61;
        assertFalse(guard.trusts(1, theta), () -> "at " + at);
        theta[at] = 0;
      }
      assertTrue(guard.trusts(1, theta));
    }
  }

  @Test
  void halvesOfTheParametersMakeTheWhole() {
    int count = 35_001;
    double[] g = new double[count];
    for (int i = 0; i < count; i++) {
      g[i] = StrictMath.sin(i);
    }
    for (OptimizerSpec spec :
        new OptimizerSpec[] {
          new OptimizerSpec.Adam(0.01), new OptimizerSpec.AdaDelta(1, 0.9, 1e-6), SGD
        }) {
      double[] alone = new double[count];
      double[] shared = new double[count];
      Optimizer one = new Optimizer(spec, count);
      Optimizer two = new Optimizer(spec, count, OverflowTest::backwards);
      for (int step = 0; step < 5; step++) {
        one.update(alone, g, 0.01);
        two.update(shared, g, 0.01);
      }
      assertArrayEquals(alone, shared);
      assertEquals(5, two.steps());
      assertEquals(spec, two.spec());
    }
  }
}
