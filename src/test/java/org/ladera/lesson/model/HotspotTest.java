package org.ladera.lesson.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.store.lesson.LessonLibrary;

class HotspotTest {
  private static final List<Lesson> LESSONS =
      LessonLibrary.load(Path.of(System.getProperty("ladera.lessons", "lessons"))).lessons();

  private static Step step(String lesson, String step) {
    return LESSONS.stream()
        .filter(l -> l.id().equals(lesson))
        .findFirst()
        .flatMap(l -> l.step(step))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "#contour, contour, main",
    "#contour:raw, contour, raw",
    "#contour:standard, contour, standard",
    "#contour:2, contour, main",
    "#runs, runs, main"
  })
  void a_phrase_finds_its_view_by_kind_by_run_or_by_number(String target, String kind, String run) {
    Step step = step("linear-regression", "scaling");
    int index = Hotspot.of(target).flatMap(h -> h.in(step)).orElseThrow().view();
    ViewSpec view = step.views().get(index);
    assertEquals(kind, view.kind().word());
    if (target.contains(":")) {
      assertEquals(run, view.run());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "#contour:minimum, 0, MINIMUM",
    "#contour:main:arrow, 1, ARROW",
    "#contour:3:start, 2, START"
  })
  void a_phrase_finds_a_mark_in_its_view(String target, int view, ViewMark mark) {
    Step step = step("linear-regression", "scaling");
    assertEquals(
        new Hotspot.Place(view, Optional.of(mark)),
        Hotspot.of(target).flatMap(h -> h.in(step)).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "#boundary",
    "#contour:nobody",
    "#contour:9",
    "#",
    "#contour:main:limit",
    "#runs:now"
  })
  void what_the_step_has_not_is_not_found(String target) {
    Step step = step("linear-regression", "scaling");
    assertEquals(Optional.empty(), Hotspot.of(target).flatMap(h -> h.in(step)));
  }

  @Test
  void other_links_are_no_hotspots() {
    assertEquals(Optional.empty(), Hotspot.of("lesson:xor"));
  }

  /** Every lesson says what to look at, and in both languages points at the same views. */
  @Test
  void both_languages_point_at_the_same_views() {
    var pattern = java.util.regex.Pattern.compile("\\]\\((#[^)]*)\\)");
    for (Lesson lesson : LESSONS) {
      for (Step step : lesson.steps()) {
        List<List<String>> found =
            lesson.texts().values().stream()
                .map(
                    text ->
                        pattern
                            .matcher(text.step(step.id()).body())
                            .results()
                            .map(m -> m.group(1))
                            .sorted()
                            .toList())
                .distinct()
                .toList();
        assertEquals(1, found.size(), lesson.id() + " " + step.id() + " " + found);
      }
    }
  }
}
