package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.lesson.model.Lesson;

/** One lesson is found and read without the others, and then stays the one among all. */
class LessonLibraryTest {
  private static final List<Path> SHIPPED =
      List.of(Path.of(System.getProperty("ladera.lessons", "lessons")));

  private static Lesson one(String id) {
    return LessonLibrary.one(SHIPPED, id).orElseThrow().lessons().getFirst();
  }

  @Test
  void lessonIsFoundByItsId() {
    assertEquals("xor", one("xor").id());
  }

  @Test
  void withoutSuchALessonTheFirstIsTaken() {
    assertEquals("linear-regression", one("").id());
    assertEquals("linear-regression", one("no-such-lesson").id());
  }

  @Test
  void onlyTheLessonThatIsMeantOrNone(@TempDir Path root) throws IOException {
    assertEquals("xor", LessonLibrary.only(SHIPPED, "xor").orElseThrow().id());
    assertTrue(LessonLibrary.only(SHIPPED, "no-such-lesson").isEmpty());
    Files.createDirectories(root.resolve("01-broken"));
    Files.writeString(root.resolve("01-broken/lesson.yaml"), "id: broken\nsteps: 3\n");
    assertTrue(LessonLibrary.only(List.of(root), "broken").isEmpty());
  }

  @Test
  void lessonThatIsReadStaysTheOneAmongAll() {
    LessonLibrary first = LessonLibrary.one(SHIPPED, "neuron").orElseThrow();
    LessonLibrary few =
        LessonLibrary.load(
            List.of(
                SHIPPED.getFirst().resolve("02a-neuron"), SHIPPED.getFirst().resolve("03-xor")));
    LessonLibrary all = few.with(first);
    assertEquals(List.of("neuron", "xor"), all.lessons().stream().map(Lesson::id).toList());
    assertSame(first.lessons().getFirst(), all.lessons().getFirst());
  }

  @Test
  void lessonThatIsGoneMeanwhileIsKept() {
    LessonLibrary first = LessonLibrary.one(SHIPPED, "neuron").orElseThrow();
    LessonLibrary all =
        LessonLibrary.load(List.of(SHIPPED.getFirst().resolve("03-xor"))).with(first);
    assertEquals(List.of("xor", "neuron"), all.lessons().stream().map(Lesson::id).toList());
  }

  @Test
  void faultyLessonIsNotBegunWith(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("01-broken"));
    Files.writeString(root.resolve("01-broken/lesson.yaml"), "id: broken\nsteps: 3\n");
    assertTrue(LessonLibrary.one(List.of(root), "broken").isEmpty());
    assertTrue(LessonLibrary.one(List.of(root.resolve("empty")), "").isEmpty());
  }
}
