package org.ladera.explain.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.engine.data.Dataset;
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
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;

class CodeLineTest {
  private static final StepTrace UPDATE =
      new Trainer(
              new Experiment(
                  Dataset.of(new double[][] {{0, 1}, {1, 1}}, new double[][] {{0}, {1}}),
                  new NetworkSpec(
                      2,
                      List.of(
                          LayerSpec.dense(2, ActivationSpec.TANH),
                          LayerSpec.dense(1, ActivationSpec.SIGMOID))),
                  LossSpec.HALF_SSE,
                  RegularisationSpec.NONE,
                  new OptimizerSpec.Sgd(1, 0),
                  new ScheduleSpec.Constant(),
                  BatchSpec.FULL,
                  new InitSpec.Normal(0, 1),
                  1))
          .preview();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Z | 1 | '' | z1 = X @ W1 + b1 | ''",
        "Z | 2 | no-bias | z2 = a1 @ W2 + b2 | z2 = a1 @ W2",
        "A | 1 | '' | a1 = np.tanh(z1) | ''",
        "A | 1 | half | a1 = np.tanh(z1) | ''",
        "A | 1 | no-activation | a1 = np.tanh(z1) | a1 = z1",
        "DELTA | 1 | '' | d1 = (d2 @ W2.T) * (1 - a1**2) | ''",
        "DELTA | 1 | no-derivative | d1 = (d2 @ W2.T) * (1 - a1**2) | d1 = d2 @ W2.T",
        "DW | 2 | last-sample | dW2 = a1.T @ d2 | dW2 = a1[-1:].T @ d2[-1:]",
        "NEW_B | 1 | uphill | b1 = b1 - eta * db1 | b1 = b1 + eta * db1",
      })
  void onlyTheMistakeThatWasMadeStandsAgainstTheLine(
      ComparedQuantity.Kind kind, int layer, String mistake, String right, String wrong) {
    ComparedQuantity quantity =
        ComparedQuantity.of(UPDATE).stream()
            .filter(q -> q.kind() == kind && q.layer() == layer)
            .findFirst()
            .orElseThrow();
    CodeLine line =
        CodeLine.of(UPDATE, quantity, Optional.of(mistake).filter(m -> !m.isEmpty())).orElseThrow();
    assertEquals(right, line.right());
    assertEquals(wrong, line.wrong().orElse(""));
  }
}
