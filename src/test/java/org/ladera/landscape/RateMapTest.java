package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.engine.function.NamedFunction;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;

/** The map of the rates against runs of the engine and against the eigenvalues of numpy. */
class RateMapTest {
  private static final Curvature ICE_CREAM =
      new Curvature(185.18, 0.2925, true, true, Optional.empty());

  /** −1/log₁₀ of the largest absolute eigenvalue of (1 + γ − ηλ, −γ; 1, 0), from numpy. */
  @ParameterizedTest
  @CsvSource({
    "0.0195, 0.83, 52.4",
    "0.0195, 0.85, 37.9",
    "0.0195, 0.86, 30.5",
    "0.019, 0.84, 48.0",
    "0.02, 0.86, 30.5",
    "0.02, 0.88, 36.0"
  })
  void momentumAgreesWithTheEigenvaluesOfItsMatrix(double rate, double memory, double perDigit) {
    RateMap map = new RateMap(RateMap.Form.MOMENTUM, ICE_CREAM);
    assertEquals(perDigit, map.perDigit(rate, memory), 0.05);
  }

  @ParameterizedTest
  @EnumSource(RateMap.Form.class)
  void nothingOnTheMapIsFasterThanItsBest(RateMap.Form form) {
    RateMap map = new RateMap(form, new Curvature(50, 1, true, true, Optional.empty()));
    RateMap.Place best = map.best();
    double fastest = map.perDigit(best.rate(), best.memory());
    for (int i = 1; i <= 300; i++) {
      for (int j = 0; j < 300; j++) {
        double memory = j / 300.0;
        double rate = i / 300.0 * map.limit(memory);
        assertTrue(
            map.perDigit(rate, memory) >= fastest * (1 - 1e-6),
            form + " is faster at " + rate + ", " + memory);
      }
    }
  }

  /** A bowl of curvatures 50 and 1: the distance after many updates, by the engine. */
  @ParameterizedTest
  @CsvSource({"momentum, 0.03, 0.8", "nesterov, 0.015, 0.7", "averaged-momentum, 0.2, 0.8"})
  void aRunArrivesAsFastAsTheMapSays(String rule, double rate, double memory) {
    Trainer trainer =
        new Trainer(
            Experiment.of(
                NamedFunction.QUADRATIC.graph(),
                new double[] {10, 1},
                Catalogue.OPTIMIZERS.get(rule).with(rate, memory),
                new ScheduleSpec.Constant(),
                0));
    RateMap map =
        new RateMap(
            RateMap.Form.of(trainer.experiment().optimizer()).orElseThrow(),
            new Curvature(50, 1, true, true, Optional.empty()));
    int updates = 0;
    double first = 0;
    while (updates < 200) {
      trainer.step();
      updates++;
      first = updates == 100 ? trainer.loss() : first;
    }
    // The loss is the square of the distance.
    double measured = 100 / (Math.log10(first / trainer.loss()) / 2);
    assertEquals(1, measured / map.perDigit(rate, memory), 0.12);
  }

  @Test
  void theSteepestDirectionIsAnEigenvectorOfTheHessian() {
    LossFunction subject = LossFunction.of(org.ladera.present.IceCreamFrames.experiment(0.01));
    Curvature curvature = Curvature.at(subject, MatrixView.of(1, 2, 0.0, 0.0), () -> false);
    MatrixView e = curvature.steepest().orElseThrow();
    assertEquals(1, Math.hypot(e.get(0), e.get(1)), 1e-12);
    double[] product = new double[2];
    new HessianProduct(subject, MatrixView.of(1, 2, 0.3, -0.2)).times(e.toArray(), product);
    assertEquals(curvature.largest() * e.get(0), product[0], 1e-5);
    assertEquals(curvature.largest() * e.get(1), product[1], 1e-5);
  }
}
