package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Lesson;
import org.ladera.session.Status;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/** The badge of the transport and its sheet, in the shipped lesson about the lost factor. */
class CheckBadgeTest {
  private static Typesetter typesetter;
  private static List<Lesson> lessons;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
    lessons =
        LessonLibrary.load(Path.of(System.getProperty("ladera.lessons", "lessons"))).lessons();
  }

  private static void with(
      Settings settings, double width, String step, Consumer<WindowBench> test) {
    Fx.on(
        () -> {
          try (WindowBench bench = new WindowBench(lessons, typesetter, settings, width, 640)) {
            int xor = 0;
            while (!lessons.get(xor).id().equals("xor")) {
              xor++;
            }
            List<String> ids = lessons.get(xor).steps().stream().map(s -> s.id()).toList();
            bench.controller.open(xor, ids.indexOf(step));
            test.accept(bench.settle().settle());
          }
          return null;
        });
  }

  private static Button badge(WindowBench bench) {
    return (Button) bench.find("badge").orElseThrow();
  }

  @Test
  void itIsRedWhereAFactorIsLostAndGreenInTheStepBefore() {
    with(
        WindowBench.plain(Language.EN),
        1280,
        "lost-factor",
        bench -> {
          assertTrue(badge(bench).getStyleClass().contains("fail"));
          assertEquals("∂J/∂W[1]1,1: ratio 2.000", badge(bench).getAccessibleText());
        });
    with(
        WindowBench.plain(Language.EN),
        1280,
        "thesis",
        bench -> {
          assertTrue(badge(bench).getStyleClass().contains("pass"));
          assertTrue(badge(bench).getAccessibleText().startsWith("9 derivatives checked"));
        });
  }

  @Test
  void pressedItPausesChecksEverythingAndListsTheWorst() {
    with(
        WindowBench.plain(Language.EN),
        1280,
        "lost-factor",
        bench -> {
          bench.press(KeyCode.RIGHT);
          badge(bench).fire();
          bench.settle().settle();
          assertFalse(bench.frame().status() instanceof Status.Running);
          assertTrue(bench.find("check-rows").isPresent());
          List<String> words = bench.words();
          assertEquals(9, words.stream().filter("2.000"::equals).count());
          String all = String.join("", words);
          assertTrue(all.contains("Update 1: 9 of 9 derivatives checked, 9 do not agree."), all);
          assertTrue(all.contains("A factor of 2 is missing."), all);
          assertEquals(List.of(), bench.outside());
          bench.press(KeyCode.ESCAPE);
          assertTrue(bench.find("check-rows").isEmpty());
        });
  }

  @Test
  void aKeyDoesTheSameAndTheSheetFollowsTheLanguage() {
    with(
        new Settings(Language.ES, Profile.PROJECTOR, 1),
        1024,
        "thesis",
        bench -> {
          bench.press(KeyCode.G).settle();
          assertTrue(bench.find("check-rows").isPresent());
          assertTrue(bench.words().contains("Comprobación del gradiente"));
          assertEquals(List.of(), bench.outside());
          assertEquals(List.of(), bench.cut());
        });
  }
}
