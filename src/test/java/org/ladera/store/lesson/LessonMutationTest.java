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
import org.ladera.Rigs;
import org.ladera.lesson.model.Fault;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Spoilt lessons either load or say what is wrong, and quickly. */
class LessonMutationTest {
  private static final int SAMPLES = 60;
  private static final long MOST_MILLIS = 200;
  private static final List<Messages> LANGUAGES =
      Stream.of(Language.values()).map(Messages::load).toList();

  @TempDir Path folder;

  /** The first lesson that a Java machine reads also loads the classes that read it. */
  @BeforeAll
  static void load() {
    for (int i = 0; i < 5; i++) {
      LessonCopy.shipped().forEach(LessonReader::read);
    }
  }

  static Stream<Path> shipped() {
    // Among them networks, a function, classes and cells.
    return Rigs.sample(LessonCopy.shipped(), 5, 1).stream();
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
        answers(lesson.write(file, Arrays.copyOf(whole, length)), file + " cut at " + length);
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
        answers(lesson.write(file, changed), file + " changed at " + at);
      }
      lesson.write(file, whole);
    }
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
              : Rigs.sample(List.of("", " []", " -1", " {a: [1]}"), 1, i).stream()
                  .map(value -> value.isEmpty() ? "" : line.substring(0, colon + 1) + value)
                  .toList();
      for (String other : instead) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(i, other);
        answers(
            lesson.write("lesson.yaml", String.join("\n", changed)),
            "line " + (i + 1) + ": " + other);
      }
    }
  }

  @Test
  void withAFileMissing() {
    for (String file : files(LessonCopy.ofLine(folder))) {
      LessonCopy lesson = LessonCopy.ofLine(folder);
      assertTrue(lesson.folder().resolve(file).toFile().delete());
      assertTrue(lesson.read().lesson().isEmpty(), file);
      answers(lesson, file + " missing");
    }
  }

  private static void answers(LessonCopy lesson, String what) {
    CpuTime.Timed<LessonReader.Result> timed = CpuTime.of(lesson::read);
    LessonReader.Result result = timed.value();
    assertTrue(timed.millis() <= MOST_MILLIS, () -> what + " took " + timed.millis() + " ms");
    assertTrue(result.lesson().isPresent() == result.faults().isEmpty(), what);
    for (Fault fault : result.faults()) {
      for (Messages messages : LANGUAGES) {
        assertTrue(fault.text(messages).contains(fault.file()), what);
      }
    }
  }
}
