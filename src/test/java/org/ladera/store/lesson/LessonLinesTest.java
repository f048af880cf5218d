package org.ladera.store.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lessons of which a line is spoilt, beside those of {@link LessonMutationTest}. */
class LessonLinesTest {
  @TempDir Path folder;

  @BeforeAll
  static void load() {
    SpoiltLesson.warmUp();
  }

  static Stream<Path> shipped() {
    return SpoiltLesson.shipped();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void withALineMissingOrOfAnotherType(Path shipped) {
    LessonCopy lesson = new LessonCopy(shipped, folder);
    List<String> lines = lesson.text("lesson.yaml").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int colon = line.indexOf(": ");
      List<String> instead =
          colon < 0
              ? List.of("")
              : Stream.of("", " []", " -1", " {a: [1]}")
                  .map(value -> value.isEmpty() ? "" : line.substring(0, colon + 1) + value)
                  .toList();
      for (String other : instead) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(i, other);
        SpoiltLesson.answers(
            lesson.write("lesson.yaml", String.join("\n", changed)),
            "line " + (i + 1) + ": " + other);
      }
    }
  }
}
