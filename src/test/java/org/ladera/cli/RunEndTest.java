package org.ladera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ladera.session.Scene;
import org.ladera.store.lesson.LessonLibrary;

/** What is carried out is the run as it stands, not as it was planned. */
class RunEndTest {
  private static Scene scene(String step) {
    return LessonLibrary.load(Path.of("lessons"))
        .lesson("overfitting")
        .orElseThrow()
        .step(step)
        .orElseThrow()
        .scene();
  }

  @Test
  void earlyStoppingStandsAtTheLeastValidationLoss() {
    assertEquals(126, RunEnd.epochs(scene("stop"), 1000));
    assertEquals(100, RunEnd.epochs(scene("stop"), 100));
    assertEquals(0, RunEnd.epochs(scene("stop"), 0));
  }

  @Test
  void everyOtherRunIsAsLongAsWasAsked() {
    assertEquals(1000, RunEnd.epochs(scene("validation"), 1000));
  }
}
