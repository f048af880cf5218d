package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.HeldOut;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.reading.RunReading;
import org.ladera.session.run.InlineSession;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Finding;

/**
 * Twelve points of a noisy sine to learn from and twelve others to choose by. The numbers of the
 * two hidden layers of 30 were computed before, with the validation loss worked out in NumPy.
 */
class HeldOutTest {
  private static final String YAML =
      """
      id: noisy
      group: training
      scene:
        data:
          inputs: [x]
          targets: [y]
          rows: [[-1, -0.2], [-0.82, -0.87], [-0.64, -0.97], [-0.45, -0.88], [-0.27, -0.47], [-0.09, -0.25], [0.09, 0.14], [0.27, 0.55], [0.45, 1.17], [0.64, 1.31], [0.82, 0.6], [1, -0.31]]
          validation: {rows: [[-0.95, -0.4], [-0.78, -0.24], [-0.6, -0.9], [-0.43, -1.41], [-0.26, -0.75], [-0.09, -0.57], [0.09, 0.12], [0.26, 0.61], [0.43, 0.8], [0.6, 1.09], [0.78, 0.62], [0.95, 0.01]]}
        network: {layers: [{units: 30, activation: tanh}, {units: 30, activation: tanh}, {units: 1, activation: identity}]}
        loss: {kind: squared, factor: mean}
        optimizer: adam
        learningRate: 0.01
        start: glorot-uniform
        seed: 1
        epochs: 1000
      steps:
        - id: stop
          scene: {patience: 50}
          views:
            - {view: data}
        - id: on
          views:
            - {view: data}
      """;

  @TempDir Path folder;

  private LessonReader.Result read(String yaml) throws IOException {
    Files.writeString(folder.resolve("lesson.yaml"), yaml);
    String text =
        """
        # Noisy

        ### labels

        - column.x: x
        - column.y: y

        ## Stop {#stop}

        At $\\num{validation:J}$.

        ## On {#on}

        At $\\num{J}$.
        """;
    Files.writeString(folder.resolve("es.md"), text);
    Files.writeString(folder.resolve("en.md"), text);
    return LessonReader.read(folder);
  }

  private Scene scene(int step) throws IOException {
    LessonReader.Result result = read(YAML);
    assertEquals(List.of(), result.faults());
    return result.lesson().orElseThrow().steps().get(step).scene();
  }

  private static double value(Frame frame, String reading) {
    return RunReading.parse(reading).orElseThrow().value(frame).orElseThrow();
  }

  private static double[] parameters(Frame frame) {
    return frame.main().parameters().toArray();
  }

  @Test
  void stopsWhenPatienceEndsAndStandsWhereValidationWasLeast() throws IOException {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(scene(0)));
    session.send(new Command.RunTo(1000));
    Frame frame = session.newest();
    assertEquals(176, frame.main().reachedEpoch());
    assertEquals(126, frame.main().epoch());
    assertEquals(0.05883, value(frame, "validation:J"), 5e-6);
    assertEquals(value(frame, "validation:least"), value(frame, "validation:J"));
    assertEquals(
        Optional.of(new Finding.Stalled(value(frame, "validation:least"), 126)),
        frame.stop().orElseThrow().finding());

    InlineSession straight = new InlineSession();
    straight.send(new Command.Load(scene(1)));
    straight.send(new Command.RunTo(126));
    assertArrayEquals(parameters(straight.newest()), parameters(frame));
  }

  @Test
  void playStopsThereTooAndWhoeverGoesOnIsNotStoppedAgain() throws IOException {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(scene(0)));
    session.send(new Command.Play());
    assertEquals(126, session.newest().main().epoch());
    assertTrue(session.newest().status() instanceof Status.Paused);
    session.send(new Command.RunTo(1000));
    Frame end = session.newest();
    assertEquals(1000, end.main().epoch());
    assertEquals(0.00118, value(end, "J"), 5e-6);
    assertEquals(0.09733, value(end, "validation:J"), 5e-6);
    assertEquals(126, value(end, "validation:epoch"));
  }

  @Test
  void aRunCanBeAskedToLookForThatMoment() throws IOException {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(scene(1)));
    session.send(new Command.RunUntil(new Condition.ValidationStalls(50)));
    assertEquals(176, session.newest().main().epoch());
  }

  @Test
  void afterAChangeWhatCameLaterIsForgotten() throws IOException {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(scene(1)));
    session.send(new Command.RunTo(300));
    session.send(new Command.Seek(50));
    double there = value(session.newest(), "validation:J");
    session.send(new Command.Apply(new Edit.SetRate(1e-9), false));
    session.send(new Command.RunTo(60));
    Frame frame = session.newest();
    assertEquals(there, value(frame, "validation:J"), 1e-5);
    assertTrue(value(frame, "validation:epoch") <= 60);
    assertEquals(61, frame.main().validation().orElseThrow().history().count());
  }

  @Test
  void sharesAreDrawnFromTheRowsAndScaledAsTheOthers() throws IOException {
    String yaml =
        YAML.replaceFirst(
            "validation: \\{rows.*\\}",
            "validation: {share: 0.25, seed: 3}\n"
                + "    test: {share: 0.25}\n"
                + "    scaling: standardise");
    LessonReader.Result result = read(yaml);
    assertEquals(List.of(), result.faults());
    var experiment =
        result.lesson().orElseThrow().steps().getFirst().scene().runs().getFirst().experiment();
    HeldOut held = experiment.heldOut();
    assertEquals(6, experiment.data().size());
    assertEquals(3, held.validation().orElseThrow().size());
    assertEquals(3, held.test().orElseThrow().size());
    assertFalse(held.testIsOpen());
    // Of the training rows alone the mean is 0 and the deviation 1.
    assertEquals(0, mean(experiment.data().x()), 1e-12);
    assertTrue(Math.abs(mean(held.validation().orElseThrow().x())) > 1e-3);
    double sum = 0;
    for (Dataset part :
        List.of(experiment.data(), held.validation().get(), held.test().orElseThrow())) {
      for (int i = 0; i < part.size(); i++) {
        sum += part.inputScaling().invert(0, part.x().get(i, 0));
      }
    }
    assertEquals(0, sum, 1e-9);
  }

  private static double mean(MatrixView column) {
    double sum = 0;
    for (int i = 0; i < column.rows(); i++) {
      sum += column.get(i, 0);
    }
    return sum / column.rows();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "validation: {share: 0.99}|data.validation.share",
        "validation: {share: 0.2, rows: [[1, 2]]}|data.validation.rows",
        "validation: {seed: 2}|data.validation",
        "validation: {rows: [[1]]}|data.validation.rows[1]",
        "testOpen: true|data.testOpen",
      })
  void whatCannotBeHeldOutIsSaid(String part, String field) throws IOException {
    LessonReader.Result result = read(YAML.replaceFirst("validation: \\{rows.*\\}", part));
    assertTrue(
        result.faults().stream()
            .anyMatch(f -> f.field().equals("scene." + field) || f.field().endsWith(field)),
        () -> result.faults().toString());
  }

  @Test
  void patienceNeedsValidationExamples() throws IOException {
    LessonReader.Result without = read(YAML.replaceFirst(" *validation: \\{rows.*\\}\n", ""));
    assertTrue(
        without.faults().stream().anyMatch(f -> f.field().endsWith("patience")),
        () -> without.faults().toString());
  }
}
