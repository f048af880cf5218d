package org.ladera.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.ladera.engine.trace.Evaluation;

/** A line and its loss over many rows, beside sums written here. */
class ObjectiveTest {
  private static final double W = 1.5;
  private static final double B = -0.25;

  private static double x(int i) {
    return StrictMath.sin(0.7 * i);
  }

  private static double y(int i) {
    return StrictMath.cos(0.3 * i);
  }

  private static Experiment line(int rows, LossSpec.Kind kind) {
    double[][] x = new double[rows][1];
    double[][] y = new double[rows][1];
    for (int i = 0; i < rows; i++) {
      x[i][0] = x(i);
      y[i][0] = y(i);
    }
    return new Experiment(
        Dataset.of(x, y),
        NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
        new LossSpec(kind, Factor.PER_SAMPLE),
        new RegularisationSpec(0.01, 0.02),
        new OptimizerSpec.Sgd(0.1),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, 2, W, B)),
        1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1023, 1024, 1025, 2048, 2500})
  void anyNumberOfRowsIsSummedOnce(int rows) {
    double[] theta = {W, B};
    double squares = 0;
    double slopeW = 0;
    double slopeB = 0;
    double[] outputs = new double[rows];
    for (int i = 0; i < rows; i++) {
      outputs[i] = W * x(i) + B;
      double e = outputs[i] - y(i);
      squares += e * e;
      slopeW += e * x(i);
      slopeB += e;
    }
    double punished = 0.01 * W + 0.02 * W * W;
    double pull = 0.01 + 2 * 0.02 * W;

    Objective mean = new Objective(line(rows, LossSpec.Kind.SQUARED));
    double[] gradient = {99, 99};
    assertEquals(squares / rows + punished, mean.loss(theta), 1e-12);
    assertEquals(squares / rows + punished, mean.gradient(theta, gradient), 1e-12);
    assertArrayEquals(new double[] {2 * slopeW / rows + pull, 2 * slopeB / rows}, gradient, 1e-12);
    assertArrayEquals(outputs, mean.outputs(theta).toArray(), 1e-15);
    assertEquals(rows, mean.outputs(theta).rows());

    Evaluation all = mean.evaluate(theta);
    assertEquals(squares / rows, all.dataLoss(), 1e-12);
    assertEquals(punished, all.penalty(), 1e-15);
    assertEquals(squares, all.lossSum(), 1e-9);
    assertArrayEquals(outputs, all.outputs().toArray(), 1e-15);
    assertEquals(Math.hypot(gradient[0], gradient[1]), all.gradientNorm(), 1e-12);

    Objective root = new Objective(line(rows, LossSpec.Kind.ROOT_SQUARED));
    double rmse = Math.sqrt(squares / rows);
    Arrays.fill(gradient, 99);
    assertEquals(rmse + punished, root.gradient(theta, gradient), 1e-12);
    assertArrayEquals(
        new double[] {slopeW / rows / rmse + pull, slopeB / rows / rmse}, gradient, 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-140, 1, 1e140, 1e200})
  void theNormNeitherOverflowsNorVanishes(double scale) {
    assertEquals(5 * scale, Objective.norm(new double[] {3 * scale, 0, -4 * scale}), 1e-15 * scale);
    assertEquals(0, Objective.norm(new double[3]));
  }
}
