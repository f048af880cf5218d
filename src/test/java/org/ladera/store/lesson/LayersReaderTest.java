package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/**
 * Layers of every kind in a scene of 4 × 4 pixels, and one clear sentence for what does not fit.
 */
class LayersReaderTest {
  private static final String YAML =
      """
      id: pixels
      group: own
      scene:
        data: {rows: [[%s, 1]], inputs: [%s], targets: [y]}
        network:
      %s
        loss: {kind: squared, factor: half}
        learningRate: 0.01
        start: he-normal
        epochs: 10
      steps:
        - id: one
          views: [{view: network}]
      """;

  @TempDir Path folder;

  private LessonReader.Result read(String network) throws IOException {
    List<String> names = IntStream.rangeClosed(1, 16).mapToObj(i -> "p" + i).toList();
    String labels =
        names.stream().map(n -> "- column." + n + ": " + n + "\n").collect(Collectors.joining());
    Files.writeString(
        folder.resolve("lesson.yaml"),
        YAML.formatted(
            String.join(", ", Collections.nCopies(16, "1")),
            String.join(", ", names),
            network.indent(4).stripTrailing()));
    for (String language : List.of("en", "es")) {
      Files.writeString(
          folder.resolve(language + ".md"),
          "# Pixels\n\n### labels\n\n" + labels + "- column.y: y\n\n## One {#one}\n\nText.\n");
    }
    return LessonReader.read(folder);
  }

  @Test
  void everyKindIsReadAndItsShapeFollows() throws IOException {
    LessonReader.Result result =
        read(
            """
            inputShape: [4, 4]
            layers:
              - {kind: convolution, filters: 2, kernel: [3, 2], padding: 1, activation: relu}
              - {kind: average-pool, size: 2, stride: 1}
              - {kind: max-pool, size: 2}
              - {kind: flatten}
              - {units: 1, activation: identity}
            """);
    assertEquals(List.of(), result.faults());
    NetworkSpec network =
        result
            .lesson()
            .orElseThrow()
            .steps()
            .getFirst()
            .scene()
            .runs()
            .getFirst()
            .experiment()
            .network();
    assertEquals("1×4×4-2×4×5-2×3×4-2×1×2-4-1", network.shape());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [5, 4] | {kind: flatten}                                               | 20 values
          [16]   | {kind: flatten}                                               | two or three whole numbers
          [4, 4] | {kind: convolution, filters: 1, kernel: 5, activation: relu}  | 5×5 does not fit into what enters this layer: 1×4×4
          [4, 4] | {kind: max-pool, size: 6}                                     | 6×6 does not fit
          [4, 4] | {kind: max-pool, size: 2, activation: relu}                   | has no such field
          [4, 4] | {kind: maxpool, size: 2}                                      | max-pool
          [4, 4] | {kind: convolution, filters: 1, kernel: 2, activation: softmax} | softmax
          """)
  void whatDoesNotFitIsSaidOnce(String shape, String layer, String says) throws IOException {
    assertSays("inputShape: " + shape + "\nlayers:\n  - " + layer, says);
  }

  @Test
  void picturesAreAskedForWhereThereAreNone() throws IOException {
    assertSays("layers:\n  - {kind: max-pool, size: 2}", "inputShape: [28, 28]");
    assertSays(
        """
        inputShape: [4, 4]
        layers:
          - {kind: flatten}
          - {kind: max-pool, size: 2}
        """,
        "a row of 16 values enters it");
  }

  private void assertSays(String network, String says) throws IOException {
    String last = "\n  - {units: 1, activation: identity}\n";
    LessonReader.Result result = read(network.stripTrailing() + last);
    assertEquals(1, result.faults().size(), result.faults().toString());
    String sentence = result.faults().getFirst().text(Messages.load(Language.EN));
    assertTrue(sentence.contains(says), sentence);
  }
}
