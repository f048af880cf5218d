package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.lesson.model.Lesson;
import org.ladera.text.Language;

/** Lessons of a person's own, while they are written. */
class OwnLessonsTest {
  private static final Path SHIPPED = Path.of("lessons", "04b-logistic-regression");

  private static void copy(Path from, Path to, String id) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    Path yaml = to.resolve("lesson.yaml");
    Files.writeString(yaml, Files.readString(yaml).replaceFirst("(?m)^id: .*$", "id: " + id));
  }

  private static String title(LessonLibrary all, String id) {
    return all.lesson(id).orElseThrow().text(Language.EN).title();
  }

  @Test
  void they_are_added_changed_found_faulty_and_gone(@TempDir Path own) throws IOException {
    LessonLibrary shipped = LessonLibrary.load(SHIPPED);
    Lesson first = shipped.lessons().getFirst();
    OwnLessons lessons = new OwnLessons(shipped, List.of());
    assertEquals(Optional.empty(), lessons.renewed(List.of()));

    Path mine = own.resolve("mine");
    copy(SHIPPED, mine, "mine");
    LessonLibrary added = lessons.renewed(List.of(own)).orElseThrow();
    assertEquals(List.of(first.id(), "mine"), added.lessons().stream().map(Lesson::id).toList());
    assertSame(first, added.lessons().getFirst());
    assertEquals(Optional.empty(), lessons.renewed(List.of(own)));

    Path text = mine.resolve("en.md");
    Files.writeString(text, Files.readString(text).replaceFirst("(?m)^# .*$", "# Written anew"));
    assertEquals("Written anew", title(lessons.renewed(List.of(own)).orElseThrow(), "mine"));

    Files.writeString(mine.resolve("lesson.yaml"), "id: mine\nsteps: nothing\n");
    LessonLibrary faulty = lessons.renewed(List.of(own)).orElseThrow();
    assertTrue(faulty.lesson("mine").isEmpty());
    assertTrue(faulty.faults().getFirst().file().startsWith("mine/"), faulty.faults().toString());

    LessonLibrary left = lessons.renewed(List.of()).orElseThrow();
    assertEquals(List.of(first), left.lessons());
    assertEquals(List.of(), left.faults());
  }

  @Test
  void lessons_of_a_folder_that_was_left_stay_away(@TempDir Path left, @TempDir Path own)
      throws IOException {
    copy(SHIPPED, left.resolve("old"), "old");
    copy(SHIPPED, own.resolve("mine"), "mine");
    OwnLessons lessons = new OwnLessons(LessonLibrary.load(List.of(SHIPPED, left)), List.of(left));
    List<String> ids = List.of(LessonLibrary.load(SHIPPED).lessons().getFirst().id(), "mine");

    LessonLibrary other = lessons.renewed(List.of(own)).orElseThrow();
    assertEquals(ids, other.lessons().stream().map(Lesson::id).toList());

    Path text = own.resolve("mine").resolve("en.md");
    Files.writeString(text, Files.readString(text).replaceFirst("(?m)^# .*$", "# Written anew"));
    LessonLibrary changed = lessons.renewed(List.of(own)).orElseThrow();
    assertEquals(ids, changed.lessons().stream().map(Lesson::id).toList());
  }
}
