package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ladera.Rigs;
import org.ladera.lesson.model.Fault;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** A spoilt lesson either loads or says what is wrong, and quickly. */
final class SpoiltLesson {
  private static final long MOST_MILLIS = 200;
  private static final List<Messages> LANGUAGES =
      Stream.of(Language.values()).map(Messages::load).toList();

  private SpoiltLesson() {}

  /** The first lesson that a Java machine reads also loads the classes that read it. */
  static void warmUp() {
    for (int i = 0; i < 5; i++) {
      LessonCopy.shipped().forEach(LessonReader::read);
    }
  }

  /** Lessons to spoil. */
  static Stream<Path> shipped() {
    // Among them networks, a function, classes and cells.
    return Rigs.sample(LessonCopy.shipped(), 5, 1).stream();
  }

  static void answers(LessonCopy lesson, String what) {
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
