package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;

class MagnifierTest {
  private static Typesetter typesetter;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  private record Seen(Bounds play, double canvas, double canvasSeen) {}

  private static Seen at(double width, double height) {
    return Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(typesetter, WindowBench.plain(Language.ES), width, height)) {
            bench.controller.open(0, 0);
            bench.settle();
            Node play = bench.find("transport-play_pause").orElseThrow();
            Canvas canvas =
                bench
                    .shown()
                    .filter(Canvas.class::isInstance)
                    .map(Canvas.class::cast)
                    .findFirst()
                    .orElseThrow();
            return new Seen(
                play.localToScene(play.getLayoutBounds()),
                canvas.getWidth(),
                canvas.localToScene(canvas.getLayoutBounds()).getWidth());
          }
        });
  }

  @Test
  void a_large_window_shows_everything_larger_by_its_height_over_900() {
    double small = at(1280, 800).play().getWidth();
    assertEquals(small, at(1440, 900).play().getWidth(), 0.01);
    assertEquals(small * 1.2, at(1920, 1080).play().getWidth(), 0.01);
    assertEquals(small * 1.6, at(2560, 1440).play().getWidth(), 0.01);
    assertEquals(small * 2.4, at(3840, 2160).play().getWidth(), 0.01);
    assertEquals(small * 2.4, at(5120, 2880).play().getWidth(), 0.01);
  }

  @Test
  void a_high_and_narrow_window_stays_as_it_is() {
    assertEquals(at(1280, 800).play().getWidth(), at(1280, 1600).play().getWidth(), 0.01);
  }

  @Test
  void plots_have_a_point_for_every_pixel_that_is_seen() {
    Seen seen = at(3840, 2160);
    assertEquals(seen.canvasSeen(), seen.canvas(), 0.5);
    assertTrue(seen.canvas() > 500, "canvas " + seen.canvas());
  }
}
