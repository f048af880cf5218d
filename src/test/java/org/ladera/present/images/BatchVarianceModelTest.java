package org.ladera.present.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** The variance of batch gradients beside all batches that there are. */
class BatchVarianceModelTest {
  private static final double[] X = {0.2, -0.7, 1.1, 0.5, -0.3, 0.9, 1.7, -1.2, 0.1};
  private static final double[] Y = {1, 0, 2, 1, -1, 0.5, 3, -2, 0};

  private static BatchVarianceModel model(int examples) {
    double[][] x = new double[examples][1];
    double[][] y = new double[examples][1];
    for (int i = 0; i < examples; i++) {
      x[i][0] = X[i];
      y[i][0] = Y[i];
    }
    Experiment e =
        new Experiment(
            Dataset.of(x, y),
            NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
            new LossSpec(LossSpec.Kind.SQUARED, Factor.PER_SAMPLE),
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(0.01),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Given(MatrixView.of(1, 2, 0.5, 0.25)),
            1);
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(e, 10)));
    return BatchVarianceModel.of(
        session.newest(),
        new PictureView.BatchVariance(
            Scene.MAIN, List.of(ParameterRef.weight(1, 1, 1), ParameterRef.bias(1, 1))),
        Highlight.NONE,
        Messages.load(Language.EN),
        Labels.NONE);
  }

  /** E|g_b − g|² over every batch of {@code b} of the examples, from the numbers themselves. */
  private static double everyBatch(int b) {
    int m = X.length;
    double[] w = new double[m];
    double[] bias = new double[m];
    double allW = 0;
    double allB = 0;
    for (int i = 0; i < m; i++) {
      bias[i] = 2 * (0.5 * X[i] + 0.25 - Y[i]);
      w[i] = bias[i] * X[i];
      allW += w[i] / m;
      allB += bias[i] / m;
    }
    double sum = 0;
    int count = 0;
    for (int set = 0; set < 1 << m; set++) {
      if (Integer.bitCount(set) != b) {
        continue;
      }
      double meanW = 0;
      double meanB = 0;
      for (int i = 0; i < m; i++) {
        if ((set >> i & 1) == 1) {
          meanW += w[i] / b;
          meanB += bias[i] / b;
        }
      }
      sum += (meanW - allW) * (meanW - allW) + (meanB - allB) * (meanB - allB);
      count++;
    }
    return sum / count;
  }

  @Test
  void theFormulaIsWhatAllBatchesHaveAndTheDrawnOnesComeNear() {
    BatchVarianceModel model = model(X.length);
    assertArrayEquals(new double[] {1, 2, 4, 8}, model.sizes());
    for (int i = 0; i < model.sizes().length; i++) {
      double truth = everyBatch((int) model.sizes()[i]);
      assertEquals(truth, model.expected()[i], 1e-12 * truth);
      assertEquals(truth, model.measured()[i], 0.3 * truth, "b = " + model.sizes()[i]);
      assertTrue(i == 0 || model.alone()[i] > truth);
    }
  }

  @Test
  void oneExampleHasNoVariance() {
    BatchVarianceModel model = model(1);
    assertTrue(model.sizes().length == 0 && !model.empty().isEmpty(), model.spoken());
  }
}
