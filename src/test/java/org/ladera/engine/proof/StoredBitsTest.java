package org.ladera.engine.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.data.Split;
import org.ladera.engine.net.Initialiser;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;

/**
 * A saved run is its recipe: what is drawn from a seed must be the same in every later version. The
 * stored lines were written once; a line that changes makes old runs come out differently.
 */
class StoredBitsTest {
  private static final String FILE = "/engine/drawn.txt";

  private static String hash(double[]... parts) {
    long hash = 1125899906842597L;
    for (double[] part : parts) {
      for (double value : part) {
        hash = 31 * hash + Double.doubleToLongBits(value + 0.0);
      }
    }
    return String.format(Locale.ROOT, "%016x", hash);
  }

  private static String hash(Dataset data) {
    return hash(data.x().toArray(), data.y().toArray());
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Generator generator : Generator.values()) {
      String drawn = hash(generator.make(37, 0.3, 11));
      String usual = hash(generator.make(generator.usualExamples(), generator.usualNoise(), 1));
      lines.add(generator.fileName() + " " + drawn + " " + usual);
    }
    NetworkSpec network =
        NetworkSpec.of(
            3,
            new LayerSpec(5, ActivationSpec.RELU, true, true, 0.3),
            LayerSpec.dense(2, ActivationSpec.SOFTMAX));
    for (InitSpec init : Registry.initialisers(new ParameterLayout(network).count())) {
      lines.add(init.getClass().getSimpleName() + " " + hash(Initialiser.draw(network, init, 77)));
    }
    Split split = Split.of(Generator.THREE_BLOBS.make(50, 0.4, 2), 0.2, 0.25, 9);
    lines.add(
        "split "
            + hash(split.train())
            + hash(split.validation().orElseThrow())
            + hash(split.test().orElseThrow()));
    lines.add("order and masks " + orderAndMasks());
    return lines;
  }

  /** The rows and the dropout masks of the first updates of a run. */
  private static String orderAndMasks() {
    Trainer trainer =
        new Trainer(
            Registry.rich(new OptimizerSpec.Sgd(0.01), RegularisationSpec.NONE)
                .withBatch(BatchSpec.mini(3)));
    List<double[]> seen = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      StepTrace step = trainer.preview();
      seen.add(step.rows().stream().mapToDouble(Integer::doubleValue).toArray());
      seen.add(step.layers().getFirst().mask().orElseThrow().toArray());
      trainer.step();
    }
    return hash(seen.toArray(double[][]::new));
  }

  @Test
  void whatIsDrawnFromASeedStaysTheSameForEver() throws IOException {
    try (InputStream in = StoredBitsTest.class.getResourceAsStream(FILE)) {
      List<String> stored = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertEquals(stored, lines(), () -> String.join("\n", lines()));
    }
  }

  /** Writes the lines, for a new generator. */
  public static void main(String[] args) {
    lines().forEach(System.out::println);
  }
}
