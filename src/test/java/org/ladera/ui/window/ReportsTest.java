package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;

/** What is said of lessons while a person writes them. */
class ReportsTest {
  private static final List<Lesson> LESSONS = HillLesson.lessons();

  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static Fault fault(String lesson) {
    return new Fault(lesson + "/lesson.yaml", 3, 1, "loss", "file.missing", Map.of());
  }

  private static void said(WindowBench bench, Fault... faults) {
    bench.controller.complete(LESSONS, List.of(faults));
    bench.settle();
  }

  private static boolean names(WindowBench bench, String lesson) {
    return bench.words().stream().anyMatch(words -> words.contains(lesson + "/lesson.yaml"));
  }

  @Test
  void anOpenSheetSaysWhatIsWrongNowAndGoesWhenNothingIs() {
    Typesetter typesetter = new Typesetter();
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(LESSONS, typesetter, WindowBench.plain(Language.EN), 1280, 800)) {
            said(bench, fault("mine"), fault("yours"));
            ((Button) bench.find("sidebar-left-out").orElseThrow()).fire();
            bench.settle();
            assertTrue(names(bench, "mine") && names(bench, "yours"), bench.words().toString());
            said(bench, fault("yours"));
            assertEquals(
                List.of(false, true), List.of(names(bench, "mine"), names(bench, "yours")));
            said(bench);
            assertTrue(bench.find("sheet-close").isEmpty(), "nothing is wrong any more");
            bench.controller.sheets.keys();
            said(bench);
            assertTrue(bench.find("sheet-close").isPresent(), "another sheet stays");
          }
          return null;
        });
  }
}
