package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.IceCream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.oracle.Mlp;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.train.Trainer;

class CurvatureTest {
  private static Curvature of(LossFunction subject, MatrixView theta) {
    return Curvature.at(subject, theta, () -> false);
  }

  private static LossFunction iceCream(double divisor, boolean standardised) {
    Dataset tens = IceCream.data();
    double[][] x = new double[16][1];
    double[][] y = new double[16][1];
    double mean = 0;
    for (int i = 0; i < 16; i++) {
      x[i][0] = tens.x().get(i) * 10 / divisor;
      y[i][0] = tens.y().get(i) * 10 / divisor;
      mean += x[i][0] / 16;
    }
    double variance = 0;
    for (double[] row : x) {
      variance += (row[0] - mean) * (row[0] - mean) / 16;
    }
    for (double[] row : x) {
      row[0] = standardised ? (row[0] - mean) / Math.sqrt(variance) : row[0];
    }
    return LossFunction.of(IceCream.experiment(0.01).withData(Dataset.of(x, y)));
  }

  @Test
  void eigenvaluesAndLimitOfTheThesisData() {
    Curvature curvature = of(LossFunction.of(IceCream.experiment(0.01)), IceCream.start());
    assertEquals(0.29245862, curvature.smallest(), 5e-9);
    assertEquals(185.18004138, curvature.largest(), 5e-9);
    assertEquals(0.0108003, curvature.limit(), 5e-8);
    assertTrue(curvature.exact());
  }

  @Test
  void conditionNumbersFallWithScaling() {
    assertEquals(53130, of(iceCream(1, false), IceCream.start()).condition(), 0.5);
    assertEquals(633.18, of(iceCream(10, false), IceCream.start()).condition(), 5e-3);
    assertEquals(1.0, of(iceCream(1, true), IceCream.start()).condition(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "1e-6,SLOW",
    "0.001,SLOW",
    "0.005,MONOTONE",
    "0.0054,MONOTONE",
    "0.0108,ZIGZAG",
    "0.0109,DIVERGES",
    "1,DIVERGES"
  })
  void whatARateWillDoIsPredicted(double rate, Behaviour expected) {
    Curvature curvature = of(LossFunction.of(IceCream.experiment(0.01)), IceCream.start());
    assertEquals(expected, curvature.behaviour(rate));
    Trainer trainer = new Trainer(IceCream.experiment(rate));
    double before = trainer.evaluate().totalLoss();
    for (int i = 0; i < 30; i++) {
      trainer.step();
    }
    double after = trainer.evaluate().totalLoss();
    assertEquals(expected == Behaviour.DIVERGES, after > before);
  }

  @Test
  void iterationFindsTheEigenvaluesThatTheDecompositionFinds() {
    RandomSubject random = new RandomSubject(11);
    LossFunction subject = random.linear(9, 1, 40);
    Curvature exact = of(subject, random.theta(subject));
    HessianProduct product = new HessianProduct(withoutL1(subject), random.theta(subject));
    double[] found = Eigenvalues.extremes(product, 10, () -> false);
    assertEquals(exact.largest(), found[1], 1e-8 * exact.largest());
    assertEquals(exact.smallest(), found[0], 1e-8 * exact.largest());
  }

  private static LossFunction withoutL1(LossFunction subject) {
    double l2 = subject.experiment().regularisation().l2();
    return LossFunction.of(subject.experiment().withRegularisation(new RegularisationSpec(0, l2)));
  }

  @Test
  void hessianOfASmallNetworkAgreesWithSecondDifferencesOfItsLoss() {
    LossFunction subject = xor(4);
    MatrixView theta = new RandomSubject(2).theta(subject);
    HessianProduct product = new HessianProduct(subject, theta);
    double h = 1e-3;
    double[] out = new double[theta.size()];
    for (int i = 0; i < theta.size(); i++) {
      double[] unit = new double[theta.size()];
      unit[i] = 1;
      product.times(unit, out);
      double[] point = theta.toArray();
      double here = subject.objective().loss(point);
      point[i] += h;
      double above = subject.objective().loss(point);
      point[i] -= 2 * h;
      double below = subject.objective().loss(point);
      assertEquals((above - 2 * here + below) / (h * h), out[i], 1e-5);
    }
  }

  private static LossFunction xor(int hidden) {
    NetworkSpec network =
        NetworkSpec.of(
            2,
            LayerSpec.dense(hidden, ActivationSpec.TANH),
            LayerSpec.dense(1, ActivationSpec.SIGMOID));
    Experiment experiment =
        Mlp.experiment(
            Dataset.of(
                new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}},
                new double[][] {{0}, {1}, {1}, {0}}),
            network,
            LossSpec.SSE,
            new OptimizerSpec.Sgd(0.1),
            new InitSpec.Normal(0, 1));
    return LossFunction.of(experiment);
  }

  @Test
  void aLargeNetworkIsJudgedByIterationLikeASmallOneByAllEigenvalues() {
    LossFunction subject = xor(20);
    MatrixView theta = new RandomSubject(4).theta(subject);
    Curvature curvature = of(subject, theta);
    assertFalse(curvature.exact());
    HessianProduct product = new HessianProduct(subject, theta);
    int n = theta.size();
    double[] all = new double[n * n];
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      double[] column = new double[n];
      unit[j] = 1;
      product.times(unit, column);
      for (int i = 0; i < n; i++) {
        all[i * n + j] = column[i];
      }
    }
    double[] values = Eigenvalues.of(new org.ejml.data.DMatrixRMaj(n, n, true, all));
    assertEquals(values[n - 1], curvature.largest(), 1e-6 * values[n - 1]);
    assertEquals(values[0], curvature.smallest(), 1e-6 * values[n - 1]);
  }

  @Test
  void lossThatIsNotFiniteHasNoCurvatureButNoError() {
    LossFunction subject = xor(2);
    double[] theta = new double[9];
    Arrays.fill(theta, 1e308);
    Curvature curvature = of(subject, MatrixView.of(1, 9, theta));
    assertTrue(Double.isNaN(curvature.largest()) || Double.isFinite(curvature.largest()));
  }
}
