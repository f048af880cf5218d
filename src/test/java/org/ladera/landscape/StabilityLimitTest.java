package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.IceCream;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.train.Trainer;

class StabilityLimitTest {
  private static final int STEPS = 4000;

  /** Whether steps grow is seen in the run itself: the first one is nearly all steepest. */
  @ParameterizedTest
  @CsvSource({"0,0.999,false", "0,1.001,true", "3,0.999,false", "3,1.001,true"})
  void stepsGrowAboveTheLimitOnly(double decay, double share, boolean grows) {
    Experiment plain = IceCream.experiment(0.01);
    Curvature curvature = Curvature.at(LossFunction.of(plain), IceCream.start(), () -> false);
    double limit = StabilityLimit.of(new OptimizerSpec.Sgd(1, decay), curvature).orElseThrow();
    OptimizerSpec rule = new OptimizerSpec.Sgd(share * limit, decay);
    Trainer trainer = new Trainer(plain.withOptimizer(rule));
    double first = step(trainer);
    for (int i = 2; i < STEPS; i++) {
      trainer.step();
    }
    assertEquals(grows, step(trainer) > first);
  }

  private static double step(Trainer trainer) {
    double[] before = new double[2];
    double[] after = new double[2];
    trainer.copyParameters(before);
    trainer.step();
    trainer.copyParameters(after);
    return Math.hypot(after[0] - before[0], after[1] - before[1]);
  }
}
