package org.ladera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The sources have one format. To bring them into it: {@code mvn test-compile exec:exec@format}.
 */
final class FormattingTest {
  @Test
  void everySourceIsWrittenAsTheFormatterWritesIt() throws Exception {
    List<Path> sources = SourceFormat.sources(Path.of("src"));
    assertFalse(sources.isEmpty(), "no sources found from " + Path.of("").toAbsolutePath());
    SourceFormat format = new SourceFormat();
    List<Path> others = new ArrayList<>();
    for (Path file : sources) {
      String source = Files.readString(file);
      if (!format.of(source).equals(source)) {
        others.add(file);
      }
    }
    assertEquals(List.of(), others, "run: mvn test-compile exec:exec@format");
  }
}
