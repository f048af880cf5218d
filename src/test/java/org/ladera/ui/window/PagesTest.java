package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.view.ViewBench;

class PagesTest {
  private static Typesetter typesetter;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  private static void with(double width, double height, Consumer<WindowBench> test) {
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(typesetter, WindowBench.plain(Language.EN), width, height)) {
            test.accept(bench);
          }
          return null;
        });
  }

  @Test
  void the_first_start_begins_with_the_opening_and_a_later_one_where_the_person_was() {
    Fx.on(
        () -> {
          InMemoryState person = new InMemoryState(WindowBench.plain(Language.ES), Progress.NONE);
          assertTrue(started(person), "opening at the first start");
          assertFalse(person.progress().at().isPresent(), "the opening is no step");
          var lesson = HillLesson.lessons().getFirst();
          person.keep(person.progress().opened(lesson.id(), lesson.steps().getFirst().id()));
          assertFalse(started(person), "no opening later");
          return null;
        });
  }

  @Test
  void the_other_lessons_may_come_when_the_first_is_on_the_screen() {
    List<Lesson> all = HillLesson.lessons();
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(
                  all.subList(1, 2), typesetter, WindowBench.plain(Language.EN), 1280, 800)) {
            bench.controller.open(0, 1);
            String title = bench.settle().stage.getTitle();
            var frame = bench.frame();
            bench.controller.complete(all, List.of());
            bench.settle();
            assertEquals(title, bench.stage.getTitle());
            assertEquals(frame.main().experiment(), bench.frame().main().experiment());
            bench.control(KeyCode.O);
            assertEquals(all.size(), cards(bench).size());
            bench.press(KeyCode.ESCAPE).control(KeyCode.PAGE_UP);
            assertTrue(bench.stage.getTitle().contains("Linear regression"));
          }
          return null;
        });
  }

  private static boolean started(InMemoryState person) {
    Stage stage = new Stage();
    MainController controller =
        new MainController(
            HillLesson.lessons(),
            new InlineSession(),
            Grading::grade,
            typesetter,
            stage,
            person,
            1280,
            800);
    stage.setScene(controller.window().scene());
    controller.start();
    controller.pulse();
    boolean opening = stage.getScene().lookup("#opening") != null;
    stage.close();
    return opening;
  }

  @Test
  void a_sheet_that_is_closed_leaves_the_page_under_it() {
    with(
        1280,
        800,
        bench -> {
          bench.controller.pages().showOpening();
          bench.controller.pages().laboratory();
          bench.settle();
          ((Button) bench.find("laboratory-formula").orElseThrow()).fire();
          bench.settle();
          assertTrue(bench.find("formula-sheet").isPresent());
          assertTrue(bench.find("laboratory").isPresent(), "the page is seen behind it");
          Node veil = bench.stage.getScene().lookup(".veil");
          ViewBench.mouse(veil, MouseEvent.MOUSE_PRESSED, 2, 2, 1);
          assertTrue(bench.find("formula-sheet").isPresent(), "what was typed is not lost");
          bench.press(KeyCode.ESCAPE);
          assertFalse(bench.find("formula-sheet").isPresent());
          assertTrue(bench.find("laboratory").isPresent(), "the page of before");
          bench.press(KeyCode.ESCAPE);
          assertTrue(bench.find("opening").isPresent(), "its keys work as before");
        });
  }

  @Test
  void a_key_skips_the_opening_and_the_keys_of_its_controls_do_not() {
    with(
        1280,
        800,
        bench -> {
          bench.controller.pages().showOpening();
          bench.settle().press(KeyCode.TAB);
          assertTrue(bench.find("opening").isPresent());
          bench.control(KeyCode.L);
          assertTrue(bench.words().contains("Mira aprender a una red"), bench.words().toString());
          bench.press(KeyCode.X);
          assertFalse(bench.find("opening").isPresent());
          assertTrue(bench.frame() != null, "a step is on stage");
        });
  }

  @Test
  void a_lesson_is_found_by_its_words_and_opened_by_keyboard() {
    with(
        1280,
        800,
        bench -> {
          bench.controller.resume();
          bench.settle().control(KeyCode.O);
          List<String> ids = cards(bench);
          assertEquals(HillLesson.lessons().size(), ids.size());
          ((TextField) bench.find("gallery-search").orElseThrow()).setText("qqzzq");
          bench.settle();
          assertEquals(List.of(), cards(bench));
          ((TextField) bench.find("gallery-search").orElseThrow()).setText("");
          bench.settle().press(KeyCode.RIGHT).press(KeyCode.RIGHT);
          bench.press(KeyCode.LEFT).press(KeyCode.LEFT);
          assertEquals(ids.getFirst(), bench.scene().getFocusOwner().getId());
          bench.press(KeyCode.ENTER);
          assertFalse(bench.find("gallery").isPresent());
        });
  }

  @Test
  void escape_leaves_the_gallery_for_the_step_that_is_open() {
    with(
        1024,
        640,
        bench -> {
          bench.controller.resume();
          bench.settle();
          String title = bench.stage.getTitle();
          bench.control(KeyCode.O).press(KeyCode.ESCAPE);
          assertFalse(bench.find("gallery").isPresent());
          assertEquals(title, bench.stage.getTitle());
        });
  }

  @Test
  void the_poster_names_the_lesson_and_leads_back_and_on() {
    with(
        1024,
        640,
        bench -> {
          bench.controller.open(0, 0);
          bench.settle().press(KeyCode.END);
          bench.controller.pages().poster();
          bench.settle();
          assertTrue(bench.find("poster-page").isPresent());
          assertEquals(List.of(), bench.outside());
          bench.press(KeyCode.ESCAPE);
          assertFalse(bench.find("poster-page").isPresent());
          bench.controller.pages().poster();
          bench.settle();
          String before = bench.stage.getTitle();
          bench.find("poster-next").map(Button.class::cast).orElseThrow().fire();
          bench.settle();
          assertFalse(bench.find("poster-page").isPresent());
          assertFalse(before.equals(bench.stage.getTitle()), before);
        });
  }

  @Test
  void nothing_is_outside_or_cut_at_the_smallest_size_in_the_largest_letters() {
    with(
        1024,
        640,
        bench -> {
          for (Language language : Language.values()) {
            for (var profile : org.ladera.ui.theme.Profile.values()) {
              bench.controller.change(WindowBench.plain(language).withProfile(profile));
              bench.controller.pages().showOpening();
              bench.settle();
              assertEquals(List.of(), bench.outside(), language + " " + profile);
              assertEquals(List.of(), bench.cut(), language + " " + profile);
              ((Button) bench.find("opening-lessons").orElseThrow()).fire();
              bench.settle().settle();
              assertEquals(List.of(), bench.outside(), language + " " + profile);
              assertEquals(List.of(), bench.cut(), language + " " + profile);
              bench.press(KeyCode.ESCAPE);
            }
          }
        });
  }

  private static List<String> cards(WindowBench bench) {
    return bench
        .shown()
        .filter(n -> n.getId() != null && n.getId().startsWith("card-"))
        .map(n -> n.getId())
        .toList();
  }
}
