package org.ladera.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.oracle.Mlp;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.ForwardPass;
import org.ladera.landscape.LossFunction;

class GeneratorTest {
  private static Dataset usual(Generator generator, long seed) {
    return generator.make(generator.usualExamples(), generator.usualNoise(), seed);
  }

  @ParameterizedTest
  @EnumSource
  void anyNumberOfExamplesIsDrawnAndFinite(Generator generator) {
    for (int examples : new int[] {1, 2, 3, 10, 101}) {
      Dataset data = generator.make(examples, generator.usualNoise(), 3);
      assertEquals(examples, data.size());
      assertTrue(Arrays.stream(data.x().toArray()).allMatch(Double::isFinite));
      assertTrue(Arrays.stream(data.y().toArray()).allMatch(Double::isFinite));
    }
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedGivesTheSameBitsAndAnotherSeedOtherPoints(Generator generator) {
    assertEquals(usual(generator, 5), usual(generator, 5));
    boolean table = generator.usualNoise() == 0;
    Dataset shaken = generator.make(40, table ? 0.1 : generator.usualNoise(), 5);
    Dataset other = generator.make(40, table ? 0.1 : generator.usualNoise(), 6);
    assertNotEquals(shaken.x(), other.x());
  }

  @ParameterizedTest
  @EnumSource
  void classesAreWellFormedAndAllThere(Generator generator) {
    Dataset data = usual(generator, 1);
    if (Set.of(Generator.LINE, Generator.PARABOLA, Generator.CUBIC, Generator.SINE)
        .contains(generator)) {
      return;
    }
    assertEquals(1, Accuracy.of(data.y(), data.y()));
    Set<Integer> found = new HashSet<>();
    for (int row = 0; row < data.size(); row++) {
      found.add(Accuracy.classOf(data.y(), row));
    }
    assertEquals(Math.max(2, data.y().columns()), found.size());
  }

  @ParameterizedTest
  @CsvSource({"AND,0001", "OR,0111", "NAND,1110", "NOR,1000", "XOR,0110", "XNOR,1001"})
  void truthTablesHaveTheirFourRows(Generator generator, String outputs) {
    Dataset data = usual(generator, 9);
    assertEquals(MatrixView.of(4, 2, 0, 0, 0, 1, 1, 0, 1, 1), data.x());
    for (int i = 0; i < 4; i++) {
      assertEquals(outputs.charAt(i) - '0', data.y().get(i));
    }
  }

  @Test
  void withoutNoiseThePointsLieOnTheirCurves() {
    Dataset moons = Generator.MOONS.make(40, 0, 1);
    Dataset rings = Generator.CIRCLES.make(40, 0, 1);
    Dataset sine = Generator.SINE.make(40, 0, 1);
    for (int i = 0; i < 40; i++) {
      double dx = moons.x().get(i, 0) - (i % 2 == 0 ? 0 : 1);
      double dy = moons.x().get(i, 1) - (i % 2 == 0 ? 0 : 0.5);
      assertEquals(1, Math.hypot(dx, dy), 1e-12);
      assertEquals(
          i % 2 == 0 ? 1 : 0.5, Math.hypot(rings.x().get(i, 0), rings.x().get(i, 1)), 1e-12);
      assertEquals(Math.sin(Math.PI * sine.x().get(i)), sine.y().get(i), 1e-12);
    }
  }

  @Test
  void noiseHasTheDeviationAskedFor() {
    Dataset line = Generator.LINE.make(20_000, 0.3, 2);
    double squares = 0;
    for (int i = 0; i < line.size(); i++) {
      double off = line.y().get(i) - 2 * line.x().get(i) - 1;
      squares += off * off;
    }
    assertEquals(0.3, Math.sqrt(squares / line.size()), 0.01);
  }

  private static double accuracy(Dataset train, Dataset test, int hidden, int epochs) {
    int outputs = train.y().columns();
    boolean two = outputs == 1;
    NetworkSpec network =
        NetworkSpec.of(
            train.x().columns(),
            LayerSpec.dense(hidden, ActivationSpec.TANH),
            LayerSpec.dense(outputs, two ? ActivationSpec.SIGMOID : ActivationSpec.SOFTMAX));
    LossSpec loss =
        new LossSpec(
            two ? LossSpec.Kind.BINARY_CROSS_ENTROPY : LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY,
            Factor.PER_SAMPLE);
    Trainer trainer =
        new Trainer(
            Mlp.experiment(
                    train,
                    network,
                    loss,
                    new OptimizerSpec.Adam(0.02),
                    new InitSpec.GlorotUniform(1))
                .withBatch(BatchSpec.mini(32)));
    while (trainer.epoch() < epochs) {
      assertTrue(trainer.step());
    }
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    MatrixView out =
        new ForwardPass(LossFunction.of(trainer), MatrixView.of(1, theta.length, theta))
            .outputs(test.x());
    return Accuracy.of(out, test.y());
  }

  @ParameterizedTest
  @CsvSource({
    "HALF_PLANES,0.9",
    "MOONS,0.9",
    "CIRCLES,0.95",
    "BLOBS,0.95",
    "THREE_BLOBS,0.95",
    "QUADRANTS,0.9",
    "SINE_CLASSES,0.85"
  })
  void aSmallNetworkLearnsTheClouds(Generator generator, double reached) {
    Dataset train = generator.make(300, generator.usualNoise(), 1);
    Dataset test = generator.make(300, generator.usualNoise(), 2);
    double accuracy = accuracy(train, test, 24, 200);
    assertTrue(accuracy >= reached, () -> generator + " " + accuracy);
  }

  /** Arms wind around each other: the nearest point tells the arm, a straight line does not. */
  @ParameterizedTest
  @EnumSource(names = {"SPIRALS", "THREE_SPIRALS"})
  void armsAreApartButNotOnTwoSidesOfALine(Generator generator) {
    Dataset train = usual(generator, 1);
    Dataset test = usual(generator, 2);
    int right = 0;
    for (int row = 0; row < test.size(); row++) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int other = 0; other < train.size(); other++) {
        double away =
            Math.hypot(
                test.x().get(row, 0) - train.x().get(other, 0),
                test.x().get(row, 1) - train.x().get(other, 1));
        nearest = away < least ? other : nearest;
        least = Math.min(least, away);
      }
      boolean same = Accuracy.classOf(test.y(), row) == Accuracy.classOf(train.y(), nearest);
      right += same ? 1 : 0;
    }
    assertTrue(right >= 0.97 * test.size(), generator + " " + right);
    assertTrue(accuracy(train, test, 1, 100) < 0.8);
  }

  @ParameterizedTest
  @EnumSource(names = {"DIGITS_8", "DIGITS_28"})
  void digitsLookDifferentEnoughToBeLearnedAndAlikeEnoughToBeRecognised(Generator generator) {
    Split split = Split.of(generator.make(1500, 0.6, 4), 0, 0.3, 1);
    double accuracy = accuracy(split.train(), split.test().orElseThrow(), 32, 25);
    assertTrue(accuracy >= 0.93, () -> generator + " " + accuracy);
  }

  @ParameterizedTest
  @EnumSource(names = {"DIGITS_8", "DIGITS_28"})
  void pixelsAreGreysWithinTheFrame(Generator generator) {
    int size = generator == Generator.DIGITS_8 ? 8 : 28;
    Dataset data = generator.make(100, 1, 2);
    for (int row = 0; row < data.size(); row++) {
      double ink = 0;
      for (int p = 0; p < size * size; p++) {
        double value = data.x().get(row, p);
        assertTrue(value >= 0 && value <= 1);
        ink += value;
      }
      double share = ink / (size * size);
      assertTrue(share > 0.03 && share < 0.5, "row " + row + " has ink " + share);
    }
  }

  @Test
  void namesInFilesAreDistinct() {
    List<String> names = Arrays.stream(Generator.values()).map(Generator::fileName).toList();
    assertEquals(names.size(), new HashSet<>(names).size());
    assertTrue(names.contains("three-blobs"));
  }

  @Test
  void noExamplesOrNegativeNoiseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Generator.MOONS.make(0, 0.1, 1));
    assertThrows(IllegalArgumentException.class, () -> Generator.MOONS.make(5, -0.1, 1));
    assertThrows(IllegalArgumentException.class, () -> Generator.MOONS.make(5, Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> OneHot.of(new int[] {0, 3}, 3));
  }
}
