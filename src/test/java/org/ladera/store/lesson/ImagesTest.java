package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.data.HeldOut;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Step;

/** Data of a lesson that are pictures. */
class ImagesTest {
  private static final String SCENE =
      """
      id: pictures
      group: own
      scene:
        data: {DATA}
        network: {layers: [{units: UNITS, activation: softmax}]}
        loss: {kind: categorical-cross-entropy, factor: mean}
        learningRate: 0.1
        start: zeros
        epochs: 5
      steps:
        - id: one
          views: [{view: loss-curve}]
        - id: two
          views: [{view: loss-curve}]
      """;

  @TempDir private Path folder;

  private LessonReader.Result read(String data, int classes) throws Exception {
    Path lesson = Files.createDirectories(folder.resolve("lesson"));
    Files.writeString(
        lesson.resolve("lesson.yaml"),
        SCENE.replace("DATA", data).replace("UNITS", String.valueOf(classes)));
    for (String language : List.of("es", "en")) {
      Files.writeString(
          lesson.resolve(language + ".md"), "# T\n\n## A {#one}\n\nx\n\n## B {#two}\n\nx\n");
    }
    return LessonReader.read(lesson);
  }

  private Experiment experiment(String data, int classes) throws Exception {
    LessonReader.Result result = read(data, classes);
    assertEquals(List.of(), result.faults());
    List<Step> steps = result.lesson().orElseThrow().steps();
    Experiment first = steps.getFirst().scene().runs().getFirst().experiment();
    assertSame(
        first.data(), steps.getLast().scene().runs().getFirst().experiment().data(), "read once");
    return first;
  }

  private Fault fault(String data) throws Exception {
    List<Fault> faults = read(data, 10).faults();
    assertTrue(!faults.isEmpty());
    return faults.getFirst();
  }

  @Test
  void drawnDigitsAreThoseOfTheGeneratorIn256Levels() throws Exception {
    Experiment e =
        experiment(
            "images: {shape: [8, 8]}, generate: digits-8, examples: 40, seed: 3, "
                + "test: {seed: 4, examples: 20}, validation: {share: 0.25}",
            10);
    HeldOut held = e.heldOut();
    assertEquals(30, e.data().size());
    assertEquals(10, held.validation().orElseThrow().size());
    assertEquals(Optional.of(new Shape(1, 8, 8)), held.validation().orElseThrow().images());
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), e.data().targets());
    Dataset drawn = Generator.DIGITS_8.make(20, Generator.DIGITS_8.usualNoise(), 4);
    Dataset test = held.test().orElseThrow();
    assertEquals(drawn.y(), test.y());
    for (int i = 0; i < drawn.x().size(); i++) {
      assertEquals(drawn.x().get(i), test.x().get(i), 0.5 / 255 + 1e-12);
      assertEquals(Math.rint(255 * test.x().get(i)), 255 * test.x().get(i), 1e-9);
    }
    assertEquals(test.x().size(), test.x().bytes());
  }

  @Test
  void aTableHasALabelAndAColumnForEachValue() throws Exception {
    Path lesson = Files.createDirectories(folder.resolve("lesson"));
    Files.writeString(
        lesson.resolve("small.csv"),
        "a,b,digit,c,d\n0,255,1,51,0\n1,2,0,3,4\n9,9,2,9,9\n8,8,0,8,8\n");
    Dataset data =
        experiment(
                "images: {shape: [2, 2], classes: [no, yes, perhaps]}, file: small.csv, "
                    + "targets: [digit]",
                3)
            .data();
    assertEquals(List.of("no", "yes", "perhaps"), data.targets());
    assertEquals(1.0, data.x().get(0, 1));
    assertEquals(51 / 255.0, data.x().get(0, 2));
    assertEquals(1, data.y().get(0, 1));
  }

  @Test
  void whatDoesNotFitIsNamed() throws Exception {
    assertEquals(
        "images.drawn", fault("images: {shape: [8, 8]}, generate: digits-28, examples: 9").key());
    assertEquals("images.source", fault("images: {shape: [8, 8]}").key());
    assertEquals("images.sizes", fault("images: {shape: [8]}, generate: digits-8").key());
    assertEquals("images.no-folder", fault("images: {shape: [8, 8]}, folder: nowhere").key());
    assertEquals("images.none", fault("folder: nowhere").key());
    assertNotEquals(
        "", fault("images: {shape: [8, 8], classes: [one]}, generate: digits-8").field());
  }
}
