package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
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

class LogisticOptimumTest {
  private static Experiment experiment(double[] x, double[] y) {
    double[][] inputs = new double[x.length][1];
    double[][] targets = new double[y.length][1];
    for (int i = 0; i < x.length; i++) {
      inputs[i][0] = x[i];
      targets[i][0] = y[i];
    }
    return new Experiment(
        Dataset.of(inputs, targets),
        NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.SIGMOID)),
        new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.PER_SAMPLE),
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.5),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Zeros(),
        0);
  }

  private static final double[] HOURS = {0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4};
  private static final double[] PASSED = {0, 0, 0, 1, 0, 1, 1, 1};

  /** Worked out in NumPy before. */
  @Test
  void hoursAndPasses() {
    LossFunction subject = LossFunction.of(experiment(HOURS, PASSED));
    MatrixView theta = LogisticOptimum.of(subject).orElseThrow();
    assertEquals(2.5645868, theta.get(0), 5e-8);
    assertEquals(-5.7703204, theta.get(1), 5e-8);
    assertEquals(0.3128812123, subject.objective().loss(theta.toArray()), 5e-11);
  }

  @Test
  void separatedClassesHaveNoneUnlessWeightsCostSomething() {
    double[] x = {1, 2, 3, 4, 5, 6};
    double[] y = {0, 0, 0, 1, 1, 1};
    Experiment separated = experiment(x, y);
    assertTrue(LogisticOptimum.of(LossFunction.of(separated)).isEmpty());
    Experiment held = separated.withRegularisation(RegularisationSpec.of(new double[] {0, 0.01}));
    MatrixView theta = LogisticOptimum.of(LossFunction.of(held)).orElseThrow();
    assertEquals(2.5038, theta.get(0), 5e-5);
    assertEquals(-8.7634, theta.get(1), 5e-5);
  }

  @Test
  void otherNetworksHaveNone() {
    Experiment squared = experiment(HOURS, PASSED).withLoss(LossSpec.SSE);
    assertTrue(LogisticOptimum.of(LossFunction.of(squared)).isEmpty());
  }
}
