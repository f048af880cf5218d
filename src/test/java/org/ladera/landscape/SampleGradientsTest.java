package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.train.Trainer;

class SampleGradientsTest {
  private final Experiment line = IceCream.experiment(0.01);
  private final ParameterLayout layout = new ParameterLayout(line.network());
  private final MatrixView theta = MatrixView.of(1, 2, 1.25, -0.5);

  @Test
  void each_example_asks_for_its_residual_times_its_input() {
    MatrixView gradients = SampleGradients.of(line, theta);
    int w = layout.indexOf(ParameterRef.weight(1, 1, 1));
    int b = layout.indexOf(ParameterRef.bias(1, 1));
    Dataset data = line.data();
    for (int i = 0; i < data.size(); i++) {
      double residual = theta.get(w) * data.x().get(i, 0) + theta.get(b) - data.y().get(i, 0);
      assertEquals(residual * data.x().get(i, 0), gradients.get(i, w), 1e-12);
      assertEquals(residual, gradients.get(i, b), 1e-12);
    }
  }

  @Test
  void together_they_are_the_gradient_of_the_sum() {
    Trainer trainer = new Trainer(line);
    double[] start = new double[layout.count()];
    trainer.copyParameters(start);
    MatrixView gradients = SampleGradients.of(line, MatrixView.of(1, start.length, start));
    for (int k = 0; k < start.length; k++) {
      double sum = 0;
      for (int i = 0; i < gradients.rows(); i++) {
        sum += gradients.get(i, k);
      }
      assertEquals(trainer.evaluate().gradient().get(k), sum, 1e-9);
    }
  }
}
