package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.IceCream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.RegularisationSpec;

class LeastSquaresTest {
  @Test
  void lineOfTheThesis() {
    LossFunction subject = LossFunction.of(IceCream.experiment(0.01).withLoss(LossSpec.SSE));
    MatrixView theta = LeastSquares.solve(subject).orElseThrow();
    assertEquals(2.04431519, theta.get(0), 5e-9);
    assertEquals(-3.84277801, theta.get(1), 5e-9);
    assertEquals(1.5533527212297, subject.objective().loss(theta.toArray()), 5e-14);
  }

  @Test
  void lineOfTheSlides() {
    Dataset data =
        Dataset.of(new double[][] {{50}, {80}, {120}}, new double[][] {{150}, {200}, {280}});
    LossFunction subject =
        LossFunction.of(IceCream.experiment(0.01).withLoss(LossSpec.SSE).withData(data));
    MatrixView theta = LeastSquares.solve(subject).orElseThrow();
    assertEquals(1.86486486, theta.get(0), 5e-9);
    assertEquals(54.59459459, theta.get(1), 5e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void nothingIsLeftToDescend(int seed) {
    RandomSubject random = new RandomSubject(seed);
    LossFunction drawn = random.linear(1 + seed, 2, 3 * seed);
    LossFunction subject =
        LossFunction.of(
            drawn
                .experiment()
                .withRegularisation(new RegularisationSpec(0, seed % 2 == 0 ? 0.3 : 0)));
    MatrixView theta = LeastSquares.solve(subject).orElseThrow();
    double[] gradient = new double[theta.size()];
    subject.objective().gradient(theta.toArray(), gradient);
    assertEquals(0, Objective.norm(gradient), 1e-9);
  }

  @Test
  void repeatedColumnsGiveTheSolutionOfLeastNorm() {
    Dataset data =
        Dataset.of(new double[][] {{1, 1}, {2, 2}, {4, 4}}, new double[][] {{3}, {5}, {9}});
    RandomSubject random = new RandomSubject(1);
    LossFunction subject =
        LossFunction.of(
            random
                .linear(2, 1, 3)
                .experiment()
                .withRegularisation(RegularisationSpec.NONE)
                .withData(data));
    MatrixView theta = LeastSquares.solve(subject).orElseThrow();
    assertEquals(1, theta.get(0), 1e-12);
    assertEquals(1, theta.get(1), 1e-12);
    assertEquals(1, theta.get(2), 1e-12);
  }

  @Test
  void absoluteLossHasNoClosedForm() {
    LossSpec absolute = new LossSpec(LossSpec.Kind.ABSOLUTE, LossSpec.SSE.factor());
    LossFunction subject = LossFunction.of(IceCream.experiment(0.01).withLoss(absolute));
    assertTrue(LeastSquares.solve(subject).isEmpty());
    assertTrue(new Objective(subject.experiment()).loss(new double[] {0, 0}) > 0);
  }
}
