package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.IceCream;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.FunctionSyntaxException;
import org.ladera.engine.function.NamedFunction;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.timeline.DigitPace;
import org.ladera.timeline.History;

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

  /** Near its limit every rule is run on both sides of it, in a ravine of λ 1 and 50. */
  @ParameterizedTest
  @CsvSource({
    "gradient-descent, 0.04",
    "momentum, 0.076",
    "averaged-momentum, 0.76",
    "nesterov, 0.0271428571428571"
  })
  void theLimitOfEachRuleDividesRunsThatFallFromRunsThatGrow(String rule, double published) {
    Experiment plain = quadratic();
    Curvature curvature =
        Curvature.at(LossFunction.of(plain), MatrixView.of(1, 2, new double[2]), () -> false);
    OptimizerSpec of = Catalogue.OPTIMIZERS.get(rule).usual(1);
    double limit = StabilityLimit.of(of, curvature).orElseThrow();
    assertEquals(published, limit, 1e-12 * limit);
    assertTrue(across(plain.withOptimizer(of.withRate(0.999 * limit))) < 1e-3);
    assertTrue(across(plain.withOptimizer(of.withRate(1.001 * limit))) > 1e3);
  }

  private static Experiment quadratic() {
    return Experiment.of(
        NamedFunction.QUADRATIC.graph(),
        new double[] {10, 1},
        new OptimizerSpec.Sgd(1),
        new ScheduleSpec.Constant(),
        0);
  }

  /** How far the run is from the floor of the ravine after many steps. */
  private static double across(Experiment experiment) {
    Trainer trainer = new Trainer(experiment);
    double[] at = new double[2];
    for (int i = 0; i < STEPS && Math.abs(at[1]) < 1e6; i++) {
      trainer.step();
      trainer.copyParameters(at);
    }
    return Math.abs(at[1]);
  }

  /** Six rates and rules, each against the pace at which its own run gains digits. */
  @ParameterizedTest
  @CsvSource({
    "gradient-descent, 0.03",
    "gradient-descent, 0.039",
    "momentum, 0.01",
    "momentum, 0.07",
    "averaged-momentum, 0.1",
    "nesterov, 0.01",
    "nesterov, 0.026"
  })
  void theFactorIsTheOneOfTheRun(String rule, double rate) {
    Experiment plain = quadratic().withOptimizer(Catalogue.OPTIMIZERS.get(rule).usual(rate));
    Curvature curvature =
        Curvature.at(LossFunction.of(plain), MatrixView.of(1, 2, new double[2]), () -> false);
    Convergence predicted = Convergence.of(plain.optimizer(), curvature).orElseThrow();
    Trainer trainer = new Trainer(plain);
    int epochs = 480;
    double[] epoch = new double[epochs + 1];
    double[] loss = new double[epochs + 1];
    for (int i = 0; i <= epochs; i++) {
      epoch[i] = i;
      loss[i] = trainer.loss();
      trainer.step();
    }
    double measured = DigitPace.of(new History(epoch, loss, epochs + 1), epochs, 0).orElseThrow();
    double expected = predicted.perDigit().orElseThrow();
    assertEquals(expected, measured, 0.06 * expected);
  }

  @Test
  void alongAnEigenvectorAStepOfGradientDescentHasEtaLambda() {
    LossFunction loss = LossFunction.of(quadratic());
    MatrixView at = MatrixView.of(1, 2, new double[] {0, 2});
    OptionalDouble q =
        StepCurvature.of(loss, at, new double[] {0, 100}, new double[] {0, -0.03 * 100});
    assertEquals(1.5, q.orElseThrow(), 1e-14);
    assertTrue(StepCurvature.of(loss, at, new double[] {0, 100}, new double[] {0, 1}).isEmpty());
  }

  @Test
  void onlyAQuadraticBendsAlikeEverywhereAndHasItsMinimum() throws FunctionSyntaxException {
    FunctionGraph bowl = FunctionGraph.parse("(x - 1)^2 + x*y/2 + 3*(y + 2)^2");
    LossFunction loss =
        LossFunction.of(
            Experiment.of(
                bowl, new double[2], new OptimizerSpec.Sgd(1), new ScheduleSpec.Constant(), 0));
    assertTrue(bowl.isQuadratic());
    assertTrue(Curvature.at(loss, MatrixView.of(1, 2, new double[2]), () -> false).everywhere());
    // 2(x − 1) + y/2 = 0 and x/2 + 6(y + 2) = 0, by Cramer's rule.
    MatrixView least = QuadraticMinimum.of(loss).orElseThrow();
    assertEquals((2 * 6 + 12 / 2.0) / (12 - 0.25), least.get(0), 1e-14);
    assertEquals((2 * -12 - 2 * 0.5) / (12 - 0.25), least.get(1), 1e-14);
    assertFalse(NamedFunction.ROSENBROCK.graph().isQuadratic());
    assertFalse(NamedFunction.PLATEAU.graph().isQuadratic());
    assertFalse(FunctionGraph.parse("x/y").isQuadratic());
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
