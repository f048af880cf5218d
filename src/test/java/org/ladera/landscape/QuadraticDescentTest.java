package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.IceCream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.train.Trainer;

/** What is told ahead for a rate is what a run with that rate really comes to. */
class QuadraticDescentTest {
  private static void assertTold(Experiment experiment, double rate, int updates) {
    Trainer trainer = new Trainer(experiment.withOptimizer(new OptimizerSpec.Sgd(rate)));
    double[] start = new double[new ParameterLayout(experiment.network()).count()];
    trainer.copyParameters(start);
    QuadraticDescent told =
        QuadraticDescent.of(LossFunction.of(experiment), MatrixView.of(1, start.length, start))
            .orElseThrow();
    for (int i = 0; i < updates; i++) {
      trainer.step();
    }
    double run = trainer.evaluate().totalLoss();
    assertEquals(run, told.loss(rate, updates), 1e-9 * run, rate + " after " + updates);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.01, 0.0108, 0.011, 0.1})
  void everyRateOfTheStepOnRates(double rate) {
    for (int updates : new int[] {0, 1, 7, 100}) {
      assertTold(IceCream.experiment(0.001), rate, updates);
    }
  }

  @Test
  void severalInputsAndOutputsWithAPenalty() {
    Experiment drawn = new RandomSubject(3).linear(3, 2, 12).experiment();
    Experiment experiment = drawn.withRegularisation(new RegularisationSpec(0, 0.3));
    assertTold(experiment, 0.01, 0);
    assertTold(experiment, 0.01, 25);
  }

  @Test
  void whatIsNoPlainDescentIsNotTold() {
    Experiment plain = IceCream.experiment(0.01);
    for (Experiment other :
        new Experiment[] {
          plain.withOptimizer(new OptimizerSpec.Momentum(0.01, 0.9)),
          plain.withBatch(BatchSpec.STOCHASTIC)
        }) {
      assertTrue(QuadraticDescent.of(LossFunction.of(other), IceCream.start()).isEmpty());
    }
  }
}
