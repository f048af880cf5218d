package org.ladera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.TinyLesson;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** The cause of a run that cannot be is the same sentence in lesson, trace case and explanation. */
final class CausesTest {
  private static final String LOG_OF_MINUS_TWO =
      """
      {"sizes": [1, 2], "activations": ["linear"], "loss": {"name": "cce", "factor": 1},
       "optimizer": {"name": "sgd", "lr": 0.1}, "X": [[5], [1]], "Y": [[1, 0], [1, 0]],
       "W": [[[-2, 1]]], "b": [[0, 0]], "rows": [[1]], "steps": 1}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aLossWithoutValueNamesUnitExampleAndNumbers() throws IOException {
    Path file = Files.writeString(folder.resolve("case.json"), LOG_OF_MINUS_TWO);
    assertEquals(0, ladera("trace", file.toString()));
    assertTrue(
        out.toString()
            .contains(
                "\"diverged\":{\"step\":0,\"layer\":1,\"unit\":1,\"quantity\":\"loss\","
                    + "\"example\":2,\"z\":-2.0,\"a\":-2.0,\"y\":1.0}"),
        out::toString);
    String sentence = err.toString().lines().toList().getLast();
    assertTrue(sentence.contains("example 2: z = −2"), sentence);
    assertTrue(sentence.contains("softmax"), sentence);
    assertEquals(0, ladera("explain", file.toString(), "--at", "loss"));
    assertEquals(sentence, err.toString().lines().toList().getLast());
  }

  @Test
  void aLessonWhoseLossHasNoValueIsRefusedWithTheSameWords() throws IOException {
    Path yaml = TinyLesson.in(folder).resolve("lesson.yaml");
    String text = Files.readString(yaml);
    String odd =
        text.replace("kind: squared", "kind: squared-log").replace("1.0151747625338823", "-9");
    Files.writeString(yaml, odd);
    assertEquals(1, ladera("check", folder.toString()));
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.getFirst().contains("lesson.yaml, line"), lines::toString);
    assertTrue(lines.getFirst().contains("z = −"), lines::toString);
    assertTrue(lines.getFirst().contains("squared logarithm"), lines::toString);
  }

  private int ladera(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Surroundings here =
        new Surroundings(
            Messages.load(Language.EN),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            folder,
            folder.resolve("log"));
    return new Commands(here).run(args);
  }
}
