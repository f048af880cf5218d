package org.ladera.engine.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.net.Loss;
import org.ladera.engine.trace.OutsideDomain;
import org.ladera.engine.train.Trainer;

final class SuitabilityTest {
  private static Experiment experiment(
      ActivationSpec last, LossSpec.Kind loss, double[]... targets) {
    double[][] x = new double[targets.length][];
    Arrays.setAll(x, i -> new double[] {i});
    return new Experiment(
        Dataset.of(x, targets),
        NetworkSpec.of(1, LayerSpec.dense(targets[0].length, last)),
        new LossSpec(loss, Factor.PER_SAMPLE),
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.1),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Constant(-0.5),
        0);
  }

  private static List<String> keys(Experiment experiment) {
    return Suitability.of(experiment).stream().map(Misfit::key).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "SIGMOID, BINARY_CROSS_ENTROPY, 0, 1, ''",
    "SIGMOID, BINARY_CROSS_ENTROPY, 0.3, 1, ''",
    "SIGMOID, BINARY_CROSS_ENTROPY, -1, 1, targets.binary-cross-entropy",
    "SIGMOID, BINARY_CROSS_ENTROPY, 255, 0, targets.binary-cross-entropy",
    "IDENTITY, BINARY_CROSS_ENTROPY, 0, 1, outputs.binary-cross-entropy",
    "TANH, BINARY_CROSS_ENTROPY, 0, 1, outputs.binary-cross-entropy",
    "SOFTMAX, CATEGORICAL_CROSS_ENTROPY, 1, 1, softmax-one",
    "IDENTITY, SQUARED, -100, 1e6, ''",
    "SIGMOID, SQUARED, 0, 1, ''",
    "SIGMOID, SQUARED, 0, 1.5, reach",
    "TANH, HUBER, -1, 2, reach",
    "RELU, SQUARED, 0, 1e6, ''",
    "RELU, SQUARED, -3, 1, reach.above",
    "IDENTITY, SQUARED_LOG, 0, 1, outputs.squared-log",
    "RELU, SQUARED_LOG, 0, 7, ''",
  })
  void whatBelongsTogether(
      ActivationSpec.Kind last, LossSpec.Kind loss, double first, double second, String key) {
    Experiment experiment =
        experiment(last.usual(), loss, new double[] {first}, new double[] {second});
    assertEquals(key.isEmpty() ? List.of() : List.of(key), keys(experiment));
  }

  /**
   * Every output layer with every loss, on two classes and on several: either it is said that they
   * do not belong together, or the least loss is where each example is called what it is.
   */
  @ParameterizedTest
  @EnumSource(LossSpec.Kind.class)
  void noPairIsAcceptedThatLearnsSomethingElse(LossSpec.Kind loss) {
    double[][] targets = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (ActivationSpec.Kind last : ActivationSpec.Kind.values()) {
      if (loss == LossSpec.Kind.OUTPUT
          || !keys(experiment(last.usual(), loss, targets)).isEmpty()) {
        continue;
      }
      for (double[] y : targets) {
        double right = sum(loss, last, y, y);
        for (double[] wrong : OUTPUTS) {
          if (possible(last, wrong) && !Arrays.equals(wrong, y)) {
            assertTrue(sum(loss, last, wrong, y) > right, last + " " + Arrays.toString(wrong));
          }
        }
      }
    }
  }

  /** Some outputs, among them all classes at once and none. */
  private static final double[][] OUTPUTS = {
    {1, 1, 1},
    {0, 0, 0},
    {0.5, 0.5, 0},
    {0.25, 0.5, 0.25},
    {0, 0.5, 0.5},
    {1, 0, 0},
    {0, 1, 0},
    {0, 0, 1},
    {3, 0, 0},
    {0.9, 0.9, 0.9}
  };

  private static boolean possible(ActivationSpec.Kind last, double[] outputs) {
    boolean shares = last == ActivationSpec.Kind.SOFTMAX;
    return Arrays.stream(outputs).allMatch(a -> a >= last.low() && a <= last.high())
        && (!shares || Arrays.stream(outputs).sum() == 1);
  }

  /** Within a rounding of the edges, where logarithms have values. */
  private static double sum(LossSpec.Kind loss, ActivationSpec.Kind last, double[] a, double[] y) {
    double[] inside = a.clone();
    if (Suitability.domain(loss).high() == 1) {
      Arrays.setAll(inside, i -> Math.clamp(a[i], 1e-9, 1 - 1e-9));
    }
    return Loss.sum(
        new LossSpec(loss, Factor.ONE), ActivationSpec.IDENTITY, inside, inside, y, 1, y.length);
  }

  @Test
  void classesAddUpToOne() {
    LossSpec.Kind loss = LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY;
    double[] good = {0.25, 0.75};
    assertEquals(List.of(), keys(experiment(ActivationSpec.SOFTMAX, loss, good)));
    double[] none = {0, 0};
    Misfit shares = Suitability.of(experiment(ActivationSpec.SOFTMAX, loss, good, none)).getFirst();
    assertEquals("shares", shares.key());
    assertEquals("2", shares.values().get("example"));
  }

  @Test
  void anExampleAloneIsItsOwnMean() {
    double[][] y = {{0}, {1}, {0}, {1}, {0}};
    Experiment plain = experiment(ActivationSpec.IDENTITY, LossSpec.Kind.SQUARED, y);
    Experiment normalised =
        plain.withNetwork(
            NetworkSpec.of(
                1,
                new LayerSpec(2, ActivationSpec.TANH, false, true, 0),
                LayerSpec.dense(1, ActivationSpec.IDENTITY)));
    BatchSpec.Order order = new BatchSpec.Order.Fixed();
    assertEquals(List.of(), keys(normalised));
    assertEquals(List.of("batch-one"), keys(normalised.withBatch(new BatchSpec(1, order))));
    assertEquals(List.of("batch-rest"), keys(normalised.withBatch(new BatchSpec(2, order))));
    assertEquals(List.of(), keys(normalised.withBatch(new BatchSpec(3, order))));
    assertEquals(List.of(), keys(plain.withBatch(new BatchSpec(1, order))));
  }

  /** The table says of each loss what its formula gives. */
  @ParameterizedTest
  @EnumSource(LossSpec.Kind.class)
  void theDomainIsWhereTheFormulaHasAValue(LossSpec.Kind kind) {
    LossSpec loss = new LossSpec(kind, Factor.ONE);
    for (double a : new double[] {-3, -1, -0.5, 0, 0.5, 1, 2}) {
      for (double y : new double[] {0, 0.5, 1}) {
        double sum =
            Loss.sum(
                loss,
                ActivationSpec.IDENTITY,
                new double[] {a},
                new double[] {a},
                new double[] {y},
                1,
                1);
        assertEquals(Double.isFinite(sum), Suitability.takes(kind, a, y), kind + " " + a + " " + y);
      }
    }
  }

  /** −0.5·x − 0.5 is −0.5 for the first example, whose ln (1 − a) there is. */
  @Test
  void theFirstOutputWithoutLossIsNamed() {
    Experiment experiment =
        experiment(
            ActivationSpec.IDENTITY,
            LossSpec.Kind.BINARY_CROSS_ENTROPY,
            new double[] {0},
            new double[] {0},
            new double[] {1});
    Trainer trainer = new Trainer(experiment);
    assertFalse(trainer.step());
    OutsideDomain outside = OutsideDomain.in(trainer.preview()).orElseThrow();
    assertEquals(3, outside.example());
    assertEquals(-1.5, outside.z());
    assertEquals(-1.5, outside.a());
    assertEquals(1, outside.y());
    assertTrue(outside.layer() == 1 && outside.unit() == 1);
    assertEquals(
        Optional.empty(),
        OutsideDomain.in(
            new Trainer(
                    experiment.withNetwork(
                        NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.SIGMOID))))
                .preview()));
  }
}
