package org.ladera.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.function.NamedFunction;
import org.ladera.engine.oracle.Case;
import org.ladera.engine.oracle.Mlp;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.StepTrace;

/** A function is descended by the trainer of networks, with every optimizer and its memory. */
class FunctionDescentTest {
  private static Trainer descent(NamedFunction function, OptimizerSpec rule, double... at) {
    return new Trainer(Experiment.of(function.graph(), at, rule, new ScheduleSpec.Constant(), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"quadratic", "rosenbrock", "saddle"})
  void everyOptimizerFollowsTheReferencePath(String name) {
    Case oracle = Case.load("f-" + name);
    NamedFunction function = NamedFunction.named(name).orElseThrow();
    for (Case run : oracle.at("runs").list()) {
      OptimizerSpec rule = Mlp.optimizer(run.at("optimizer").text(), run.at("hyper"));
      Trainer trainer = descent(function, rule, oracle.at("start").numbers());
      for (Case expected : run.at("steps").list()) {
        StepTrace step = trainer.preview();
        LayerTrace only = step.layers().getFirst();
        expected.at("w").matches(only.w().before(), oracle.tolerance());
        expected.at("f").matches(step.totalLoss(), oracle.tolerance());
        expected.at("grad").matches(only.w().gradient(), oracle.tolerance());
        expected.at("w_after").matches(only.w().after(), oracle.tolerance());
        assertTrue(trainer.step());
        if (rule instanceof OptimizerSpec.Nesterov) {
          continue;
        }
        for (OptimizerMemory memory : only.w().memory()) {
          expected.at("state_after", memory.name()).matches(memory.after(), oracle.tolerance());
        }
      }
    }
  }

  @Test
  void gradientOfTheExampleOfTheNotes() {
    Case oracle = Case.load("c-gradient-x2y");
    for (Case point : oracle.at("points").list()) {
      StepTrace step =
          descent(
                  NamedFunction.X_SQUARED_Y,
                  new OptimizerSpec.Sgd(0.1),
                  point.at("point").numbers())
              .preview();
      point.at("f").matches(step.totalLoss(), oracle.tolerance());
      point.at("gradient").matches(step.layers().getFirst().w().gradient(), oracle.tolerance());
    }
  }

  @Test
  void minimaAreWhereThePapersPutThem() {
    assertEquals(0, value(NamedFunction.ROSENBROCK, 1, 1));
    assertEquals(0, value(NamedFunction.BEALE, 3, 0.5));
    assertEquals(0, value(NamedFunction.HIMMELBLAU, 3, 2));
    assertEquals(0, value(NamedFunction.HIMMELBLAU, -2.805118, 3.131312), 1e-9);
    assertEquals(0, value(NamedFunction.RASTRIGIN, 0, 0));
    assertEquals(0, value(NamedFunction.MONKEY_SADDLE, 0, 0));
  }

  private static double value(NamedFunction function, double x, double y) {
    return descent(function, new OptimizerSpec.Sgd(0.1), x, y).loss();
  }

  @Test
  void anExplodingRunStopsBeforeTheNumbersEnd() {
    Trainer trainer = descent(NamedFunction.ROSENBROCK, new OptimizerSpec.Sgd(1), 5, 5);
    int steps = 0;
    while (trainer.step()) {
      steps++;
    }
    assertTrue(steps > 1 && steps < 20, steps + " steps");
    assertTrue(trainer.divergence().isPresent());
  }

  @Test
  void memoryThatOverflowsIsNoticedThoughThePointDoesNotMove() {
    // y² is finite, but its gradient squared is not; AdaGrad then divides by infinity.
    Trainer trainer = descent(NamedFunction.SADDLE, new OptimizerSpec.AdaGrad(1, 1e-8), 0, 1e154);
    assertFalse(trainer.step());
    double[] at = new double[2];
    trainer.copyParameters(at);
    assertEquals(1e154, at[1]);
  }
}
