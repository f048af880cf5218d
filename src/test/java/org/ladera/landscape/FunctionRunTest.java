package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.oracle.Case;
import org.ladera.engine.oracle.Mlp;
import org.ladera.engine.spec.OptimizerSpec;

class FunctionRunTest {
  @ParameterizedTest
  @ValueSource(strings = {"quadratic", "rosenbrock", "saddle"})
  void everyOptimizerFollowsTheReferencePath(String name) {
    Case oracle = Case.load("f-" + name);
    TestFunction function = TestFunction.named(name).orElseThrow();
    double[] start = oracle.at("start").numbers();
    for (Case run : oracle.at("runs").list()) {
      OptimizerSpec spec = Mlp.optimizer(run.at("optimizer").text(), run.at("hyper"));
      FunctionRun descent = new FunctionRun(function, spec, start[0], start[1]);
      for (Case expected : run.at("steps").list()) {
        FunctionRun.Step step = descent.step();
        expected.at("w").matches(step.w(), oracle.tolerance());
        expected.at("f").matches(step.f(), oracle.tolerance());
        expected.at("grad").matches(step.gradient(), oracle.tolerance());
        expected.at("w_after").matches(step.wAfter(), oracle.tolerance());
        if (spec instanceof OptimizerSpec.Nesterov) {
          continue;
        }
        for (Map.Entry<String, double[]> memory : step.memoryAfter().entrySet()) {
          expected
              .at("state_after", memory.getKey())
              .matches(memory.getValue(), oracle.tolerance());
        }
      }
    }
  }

  @Test
  void gradientOfTheExampleOfTheNotes() {
    Case oracle = Case.load("c-gradient-x2y");
    for (Case point : oracle.at("points").list()) {
      double[] at = point.at("point").numbers();
      point.at("f").matches(TestFunction.X_SQUARED_Y.at(at[0], at[1]), oracle.tolerance());
      double[] gradient = new double[2];
      TestFunction.X_SQUARED_Y.gradient(at[0], at[1], gradient);
      point.at("gradient").matches(gradient, oracle.tolerance());
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAgreeWithDifferences(TestFunction function) {
    SplittableRandom random = new SplittableRandom(5);
    double h = 1e-3;
    for (int i = 0; i < 100; i++) {
      double x = random.nextDouble(-3, 3);
      double y = random.nextDouble(-3, 3);
      double[] gradient = new double[2];
      function.gradient(x, y, gradient);
      double dx =
          (8 * (function.at(x + h, y) - function.at(x - h, y))
                  - (function.at(x + 2 * h, y) - function.at(x - 2 * h, y)))
              / (12 * h);
      double dy =
          (8 * (function.at(x, y + h) - function.at(x, y - h))
                  - (function.at(x, y + 2 * h) - function.at(x, y - 2 * h)))
              / (12 * h);
      double within = 1e-8 * Math.max(1, function.at(x, y));
      assertEquals(dx, gradient[0], within);
      assertEquals(dy, gradient[1], within);
    }
  }

  @Test
  void minimaAreWhereThePapersPutThem() {
    assertEquals(0, TestFunction.ROSENBROCK.at(1, 1));
    assertEquals(0, TestFunction.BEALE.at(3, 0.5));
    assertEquals(0, TestFunction.HIMMELBLAU.at(3, 2));
    assertEquals(0, TestFunction.HIMMELBLAU.at(-2.805118, 3.131312), 1e-9);
  }

  @Test
  void anExplodingRunSaysSo() {
    FunctionRun run = new FunctionRun(TestFunction.ROSENBROCK, new OptimizerSpec.Sgd(1), 5, 5);
    FunctionRun.Step step = run.step();
    for (int i = 0; i < 20 && step.isFinite(); i++) {
      step = run.step();
    }
    assertFalse(step.isFinite());
  }

  @Test
  void fieldHoldsTheFunction() {
    Field field = TestFunction.BEALE.field(new Axis(-1, 2, 7), new Axis(0, 1, 3));
    assertEquals(TestFunction.BEALE.at(0.5, 0.5), field.get(3, 1));
    assertEquals(TestFunction.BEALE.at(2, 0), field.get(6, 0));
  }

  @Test
  void memoryThatOverflowsIsNoticedThoughThePointDoesNotMove() {
    // y² is finite, but its gradient squared is not; AdaGrad then divides by infinity.
    FunctionRun run =
        new FunctionRun(TestFunction.SADDLE, new OptimizerSpec.AdaGrad(1, 1e-8), 0, 1e154);
    FunctionRun.Step step = run.step();
    assertEquals(1e154, step.wAfter()[1]);
    assertFalse(step.isFinite());
  }
}
