package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoilt lessons either load or say what is wrong, and quickly. */
class LessonMutationTest {
  private static final int SAMPLES = 60;

  @TempDir Path folder;

  @BeforeAll
  static void load() {
    SpoiltLesson.warmUp();
  }

  static Stream<Path> shipped() {
    return SpoiltLesson.shipped();
  }

  private static List<String> files(LessonCopy lesson) {
    List<String> files = new ArrayList<>(List.of("lesson.yaml", "es.md", "en.md"));
    Arrays.stream(lesson.folder().toFile().list())
        .filter(name -> name.endsWith(".csv"))
        .forEach(files::add);
    return files;
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void truncatedAnywhere(Path shipped) {
    LessonCopy lesson = new LessonCopy(shipped, folder);
    for (String file : files(lesson)) {
      byte[] whole = lesson.bytes(file);
      int every = Math.max(1, whole.length / SAMPLES);
      for (int length = 0; length < whole.length; length += every) {
        SpoiltLesson.answers(
            lesson.write(file, Arrays.copyOf(whole, length)), file + " cut at " + length);
      }
      lesson.write(file, whole);
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void withOneByteChanged(Path shipped) {
    LessonCopy lesson = new LessonCopy(shipped, folder);
    SplittableRandom random = new SplittableRandom(714);
    for (String file : files(lesson)) {
      byte[] whole = lesson.bytes(file);
      for (int i = 0; i < SAMPLES; i++) {
        byte[] changed = whole.clone();
        int at = random.nextInt(changed.length);
        changed[at] ^= (byte) (1 << random.nextInt(8));
        SpoiltLesson.answers(lesson.write(file, changed), file + " changed at " + at);
      }
      lesson.write(file, whole);
    }
  }

  @Test
  void withAFileMissing() {
    for (String file : files(LessonCopy.ofLine(folder))) {
      LessonCopy lesson = LessonCopy.ofLine(folder);
      assertTrue(lesson.folder().resolve(file).toFile().delete());
      assertTrue(lesson.read().lesson().isEmpty(), file);
      SpoiltLesson.answers(lesson, file + " missing");
    }
  }
}
