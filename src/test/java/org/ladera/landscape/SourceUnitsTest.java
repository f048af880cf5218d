package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;

/** Whatever the scaling, the same line stands in the units of the file. */
final class SourceUnitsTest {
  private static final double[][] X = {{25, 300}, {28, 500}, {34, 100}, {40, 250}};
  private static final double[][] Y = {{10}, {20}, {35}, {41}};

  private static Dataset scaled(boolean standardised) {
    MatrixView x =
        MatrixView.of(
            4, 2, List.of(X).stream().flatMapToDouble(java.util.Arrays::stream).toArray());
    MatrixView y =
        MatrixView.of(
            4, 1, List.of(Y).stream().flatMapToDouble(java.util.Arrays::stream).toArray());
    Scaling ofX = standardised ? Scaling.standardised(x) : Scaling.minMax(x);
    Scaling ofY = standardised ? Scaling.minMax(y) : Scaling.none(1);
    return new Dataset(List.of("a", "b"), List.of("y"), ofX.apply(x), ofY.apply(y), ofX, ofY);
  }

  private static Experiment experiment(Dataset data, ActivationSpec activation) {
    Experiment line = IceCream.experiment(0.01);
    return new Experiment(
        data,
        NetworkSpec.of(2, LayerSpec.dense(1, activation)),
        line.loss(),
        line.regularisation(),
        line.optimizer(),
        line.schedule(),
        line.batch(),
        new InitSpec.Zeros(),
        0);
  }

  @Test
  void theLineAnswersAlikeInBothUnits() {
    MatrixView theta = MatrixView.of(1, 3, new double[] {0.7, -1.3, 0.4});
    for (boolean standardised : new boolean[] {true, false}) {
      Dataset data = scaled(standardised);
      MatrixView raw =
          SourceUnits.of(experiment(data, ActivationSpec.IDENTITY), theta).orElseThrow();
      for (int i = 0; i < 4; i++) {
        double scaled = 0.4 + 0.7 * data.x().get(i, 0) - 1.3 * data.x().get(i, 1);
        double file = raw.get(2) + raw.get(0) * X[i][0] + raw.get(1) * X[i][1];
        assertEquals(data.targetScaling().invert(0, scaled), file, 1e-11);
      }
    }
  }

  @Test
  void whereTargetsAreScaledOnlyALinearUnitHasThem() {
    assertTrue(SourceUnits.differ(experiment(scaled(false), ActivationSpec.SIGMOID)));
    Experiment bent = experiment(scaled(true), ActivationSpec.SIGMOID);
    assertEquals(Optional.empty(), SourceUnits.of(bent, MatrixView.of(1, 3, new double[3])));
    Dataset plain = Dataset.of(X, Y);
    assertTrue(!SourceUnits.differ(experiment(plain, ActivationSpec.IDENTITY)));
  }
}
