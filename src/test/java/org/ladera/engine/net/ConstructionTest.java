package org.ladera.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.FunctionSyntaxException;
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
import org.ladera.engine.train.Trainer;

/** The greatest errors of plateaus and polylines of sin πx on −1…1, as computed with numpy. */
final class ConstructionTest {
  private static final int POINTS = 20_001;

  private static double worst(ActivationSpec hidden, int units, int pieces)
      throws FunctionSyntaxException {
    double[][] x = new double[POINTS][1];
    double[][] y = new double[POINTS][1];
    for (int i = 0; i < POINTS; i++) {
      x[i][0] = -1 + 2.0 * i / (POINTS - 1);
      y[i][0] = StrictMath.sin(Math.PI * x[i][0]);
    }
    Dataset data = Dataset.of(x, y);
    Experiment experiment =
        new Experiment(
            data,
            NetworkSpec.of(
                1, LayerSpec.dense(units, hidden), LayerSpec.dense(1, ActivationSpec.IDENTITY)),
            LossSpec.HALF_SSE,
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(0.1),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Approximation(FunctionGraph.parse("sin(pi*x)"), pieces, -1, 1),
            0);
    MatrixView outputs = new Trainer(experiment).evaluate().outputs();
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
      worst = Math.max(worst, Math.abs(outputs.get(i) - y[i][0]));
    }
    return worst;
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0.7071, 0.2105",
    "8, 0.3827, 0.0704",
    "16, 0.1951, 0.01885",
    "32, 0.0980, 0.0048"
  })
  void errorsFallAsThePiecesBecomeMore(int pieces, double steps, double polyline)
      throws FunctionSyntaxException {
    assertEquals(steps, worst(ActivationSpec.STEP, pieces, 0), 5e-5);
    assertEquals(polyline, worst(ActivationSpec.RELU, pieces, 0), 5e-5);
    assertEquals(steps, worst(ActivationSpec.STEP, 40, pieces), 5e-5);
  }

  @Test
  void aNetworkOfAnotherKindIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> worst(ActivationSpec.TANH, 8, 8));
    assertThrows(IllegalArgumentException.class, () -> worst(ActivationSpec.STEP, 8, 9));
  }
}
