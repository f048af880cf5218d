package org.ladera.present.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.function.NamedFunction;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;

/** Memory and gradient make the step: without the gradient the rule would do the memory's part. */
class StepPartsTest {
  private static Trainer after(String rule, int updates) {
    Trainer trainer =
        new Trainer(
            Experiment.of(
                NamedFunction.QUADRATIC.graph(),
                new double[] {10, 1},
                Catalogue.OPTIMIZERS.get(rule).usual(0.01),
                new ScheduleSpec.Constant(),
                0));
    for (int i = 0; i < updates; i++) {
      trainer.step();
    }
    return trainer;
  }

  @ParameterizedTest
  @ValueSource(strings = {"momentum", "averaged-momentum", "nesterov"})
  void theMemoryAloneWouldGoSoFar(String rule) {
    Trainer trainer = after(rule, 4);
    ParameterRef u = ParameterRef.weight(1, 1, 1);
    ParameterRef v = ParameterRef.weight(1, 1, 2);
    StepParts parts = StepParts.of(trainer.preview(), u, v).orElseThrow();
    double[] before = new double[2];
    double[] after = new double[2];
    trainer.copyParameters(before);
    trainer.step();
    trainer.copyParameters(after);
    assertEquals(after[0] - before[0], parts.memoryU() + parts.gradientU(), 1e-15);
    assertEquals(after[1] - before[1], parts.memoryV() + parts.gradientV(), 1e-15);
    // The gradient is (w1, 50·w2); each rule multiplies it by a constant of its own.
    double times =
        switch (rule) {
          case "momentum" -> 0.01;
          case "averaged-momentum" -> 0.01 * 0.1;
          default -> 0.01 * 1.9;
        };
    assertEquals(-times * before[0], parts.gradientU(), 1e-14);
    assertEquals(-times * 50 * before[1], parts.gradientV(), 1e-14);
  }

  @Test
  void withoutAMemoryOfDirectionsThereAreNoParts() {
    ParameterRef u = ParameterRef.weight(1, 1, 1);
    for (String rule : new String[] {"gradient-descent", "rmsprop", "adagrad"}) {
      assertTrue(StepParts.of(after(rule, 3).preview(), u, u).isEmpty());
    }
  }
}
