package org.ladera.engine.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
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
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.spec.Suitability;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.train.Trainer;

/** Random features: a layer that stays as it began, and a last layer found by least squares. */
final class FrozenLayersTest {
  private static final int EXAMPLES = 9;

  private static Experiment features(int count, OptimizerSpec rule) {
    return new Experiment(
        Registry.data(EXAMPLES, 3, 1),
        NetworkSpec.of(
            3,
            LayerSpec.dense(count, ActivationSpec.RELU).frozen(),
            LayerSpec.dense(1, ActivationSpec.IDENTITY).withoutBias()),
        new LossSpec(LossSpec.Kind.SQUARED, Factor.PER_SAMPLE),
        RegularisationSpec.NONE,
        rule,
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Normal(0, 1),
        5);
  }

  private static double[] parameters(Trainer trainer) {
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    return theta;
  }

  @Test
  void noRuleMovesAFrozenLayerAndEveryRuleMovesTheOther() {
    for (OptimizerSpec rule : Registry.optimizers()) {
      Trainer trainer = new Trainer(features(4, rule));
      double[] before = parameters(trainer);
      for (int i = 0; i < 30; i++) {
        LayerTrace first = trainer.preview().layers().getFirst();
        assertEquals(first.w().before(), first.w().after());
        trainer.step();
      }
      double[] after = parameters(trainer);
      assertArrayEquals(Arrays.copyOf(before, 16), Arrays.copyOf(after, 16), rule.toString());
      assertFalse(Arrays.equals(before, 16, 20, after, 16, 20), rule.toString());
    }
  }

  /** Below as many features as examples (AᵀA)⁻¹Aᵀy, beyond them Aᵀ(AAᵀ)⁻¹y, by elimination. */
  @Test
  void theClosedFormIsTheSolutionOfLeastNorm() {
    for (int count : new int[] {4, EXAMPLES, 15, 60}) {
      Trainer trainer = new Trainer(features(count, new OptimizerSpec.ClosedForm(1)));
      MatrixView a = trainer.preview().layers().getFirst().a();
      double[] y = trainer.experiment().data().y().toArray();
      trainer.step();
      double[] expected = leastNorm(a, y);
      double[] found = Arrays.copyOfRange(parameters(trainer), 4 * count, 5 * count);
      double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
      assertArrayEquals(expected, found, 1e-7 * size, count + " features");
      double loss = trainer.evaluate().totalLoss();
      assertTrue(count < EXAMPLES ? loss > 1e-4 : loss < 1e-20, count + ": " + loss);
      assertTrue(
          count >= EXAMPLES
              || trainer.preview().layers().getLast().w().gradient().map(Math::abs).get(0) < 1e-12);
    }
  }

  @Test
  void aShareOfTheWayIsAShare() {
    Trainer whole = new Trainer(features(4, new OptimizerSpec.ClosedForm(1)));
    Trainer half = new Trainer(features(4, new OptimizerSpec.ClosedForm(0.5)));
    double start = parameters(whole)[17];
    whole.step();
    half.step();
    assertEquals((start + parameters(whole)[17]) / 2, parameters(half)[17], 1e-12);
  }

  @Test
  void whatHasNoClosedFormIsNotTouched() {
    Experiment sigmoid =
        features(4, new OptimizerSpec.ClosedForm(1))
            .withNetwork(
                NetworkSpec.of(
                    3,
                    LayerSpec.dense(4, ActivationSpec.RELU).frozen(),
                    LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias()));
    assertFalse(Suitability.hasClosedForm(sigmoid));
    assertTrue(Suitability.of(sigmoid).getFirst().serious());
    Trainer trainer = new Trainer(sigmoid);
    double[] before = parameters(trainer);
    trainer.step();
    assertArrayEquals(before, parameters(trainer));
    assertEquals(ParameterRef.Kind.WEIGHT, trainer.layout().refAt(16).kind());
  }

  private static double[] leastNorm(MatrixView a, double[] y) {
    int n = a.rows();
    int p = a.columns();
    boolean tall = p < n;
    int size = Math.min(n, p);
    double[][] system = new double[size][size + 1];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < (tall ? n : p); k++) {
          system[i][j] += tall ? a.get(k, i) * a.get(k, j) : a.get(i, k) * a.get(j, k);
        }
      }
      for (int k = 0; k < n && tall; k++) {
        system[i][size] += a.get(k, i) * y[k];
      }
      system[i][size] += tall ? 0 : y[i];
    }
    double[] solved = eliminate(system);
    if (tall) {
      return solved;
    }
    double[] w = new double[p];
    for (int k = 0; k < p; k++) {
      for (int i = 0; i < n; i++) {
        w[k] += a.get(i, k) * solved[i];
      }
    }
    return w;
  }

  private static double[] eliminate(double[][] m) {
    int n = m.length;
    for (int c = 0; c < n; c++) {
      int best = c;
      for (int r = c; r < n; r++) {
        best = Math.abs(m[r][c]) > Math.abs(m[best][c]) ? r : best;
      }
      double[] row = m[best];
      m[best] = m[c];
      m[c] = row;
      for (int r = 0; r < n; r++) {
        double factor = m[r][c] / row[c];
        for (int k = c; k <= n && r != c; k++) {
          m[r][k] -= factor * row[k];
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = m[i][n] / m[i][i];
    }
    return x;
  }
}
