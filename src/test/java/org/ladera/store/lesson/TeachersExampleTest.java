package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.lesson.grading.Mistake;
import org.ladera.lesson.grading.SolutionPlayer;
import org.ladera.lesson.model.Step;

/** What {@code lessons/README.md} tells a teacher is so. */
class TeachersExampleTest {
  @TempDir Path folder;

  private static String readme() throws IOException {
    return Files.readString(LessonCopy.SHIPPED.resolve("README.md"));
  }

  private static String block(String readme, String language) {
    Matcher m = Pattern.compile("(?s)~~~~" + language + "\n(.*?)~~~~").matcher(readme);
    assertTrue(m.find(), language);
    return m.group(1);
  }

  @Test
  void theExampleIsALessonThatWorks() throws IOException {
    String readme = readme();
    Files.writeString(folder.resolve("lesson.yaml"), block(readme, "yaml"));
    Files.writeString(folder.resolve("es.md"), block(readme, "markdown"));
    Files.writeString(folder.resolve("en.md"), block(readme, "markdown"));
    LessonReader.Result result = LessonReader.read(folder);
    assertEquals(List.of(), result.faults());
    for (Step step : result.lesson().orElseThrow().steps()) {
      SolutionPlayer.Result played = SolutionPlayer.play(step);
      assertTrue(played.passed(), () -> played.verdicts().toString());
      assertFalse(SolutionPlayer.doNothing(step).passed());
    }
  }

  @Test
  void everyMistakeIsListed() throws IOException {
    String readme = readme();
    Arrays.stream(Mistake.values())
        .forEach(mistake -> assertTrue(readme.contains("`" + mistake.id() + "`"), mistake.id()));
  }
}
