package org.ladera.ui.window.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Generator;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.train.Trainer;
import org.ladera.explain.comparison.GivenArray;
import org.ladera.store.document.LabDocument;
import org.ladera.store.document.LabFolder;
import org.ladera.store.document.NewLab;
import org.ladera.store.lesson.LessonReader;
import org.ladera.store.python.UnreadableArrays;
import org.ladera.store.weights.TrainedWeights;

/** Weights that were trained elsewhere, read either way, beside the network of a laboratory. */
class StartWeightsTest {
  private static GivenArray array(String name, int rows, int columns, double... values) {
    return new GivenArray(name, rows, columns, values, new double[values.length]);
  }

  private static Experiment read(LabDocument document) {
    LessonReader.Result read = new LabFolder().read(document);
    assertEquals(List.of(), read.faults());
    return read.lesson().orElseThrow().steps().getFirst().scene().runs().getFirst().experiment();
  }

  @Test
  void a_network_is_built_after_them_and_begins_with_them() throws UnreadableArrays {
    LabDocument document = NewLab.drawn(Generator.XOR);
    List<GivenArray> arrays =
        List.of(
            array("layers.0.weight", 3, 2, 1, 2, 3, 4, 5, 6),
            array("layers.0.bias", 1, 3, 0.1, 0.2, 0.3),
            array("layers.1.weight", 1, 3, 7, 8, 9),
            array("layers.1.bias", 1, 1, 0.4));
    TrainedWeights weights = TrainedWeights.of(arrays);
    StartWeights found = StartWeights.of("mine", weights, read(document).network());
    assertTrue(found.buildable());
    assertEquals("2×3", found.misfit().orElseThrow().values().get("found"));
    assertEquals("2×8", found.misfit().orElseThrow().values().get("expected"));

    Experiment built = read(found.in(document, true));
    double[] parameters = new double[13];
    new Trainer(built).copyParameters(parameters);
    assertEquals(
        List.of(1.0, 3.0, 5.0, 2.0, 4.0, 6.0, 0.1, 0.2, 0.3, 7.0, 8.0, 9.0, 0.4),
        java.util.Arrays.stream(parameters).boxed().toList());

    // Read with a row for each input the first layer has two units, and three biases.
    Optional<UnreadableArrays> wrong = Optional.empty();
    try {
      TrainedWeights.of(arrays, Optional.of(false));
    } catch (UnreadableArrays e) {
      wrong = Optional.of(e);
    }
    assertEquals("weights.bias", wrong.orElseThrow().key());
    assertEquals("2", wrong.orElseThrow().values().get("expected"));
  }
}
