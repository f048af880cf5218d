package org.ladera.ui.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.OptionalDouble;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.RaceView;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.DialModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.ui.Fx;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

/** x²y + y at (1, 1): the gradient is (2, 2). */
class DialViewTest {
  private static final Step STEP =
      LessonLibrary.load(Path.of(System.getProperty("ladera.lessons", "lessons")))
          .lesson("valleys")
          .orElseThrow()
          .step("directions")
          .orElseThrow();

  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static Frame frame() {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(STEP.scene()));
      return session.newest();
    }
  }

  private static <V extends ViewSpec> V view(Class<V> type) {
    return STEP.views().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private static DialModel model(ViewBench bench, Highlight highlight) {
    return DialModel.of(
        frame(), view(RaceView.Dial.class), highlight, bench.messages.get(), Labels.NONE);
  }

  @Test
  void theSlopeIsTheCosineAroundTheGradient() {
    ViewBench bench = new ViewBench();
    DialModel model = model(bench, Highlight.NONE);
    assertEquals(45, model.steepest(), 1e-12);
    assertEquals(Math.sqrt(8), model.norm(), 1e-12);
    assertEquals(2, model.slope(0), 1e-12);
    assertEquals(2, model.slope(90), 1e-12);
    assertEquals(0, model.slope(135), 1e-12);
    assertEquals(-Math.sqrt(8), model.slope(-135), 1e-12);
    // Along (3, 4)/5: (2·3 + 2·4)/5.
    assertEquals(2.8, model.slope(Math.toDegrees(Math.atan2(4, 3))), 1e-12);
  }

  @Test
  void keysAndMouseTurnTheDirectionEverywhere() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DialView view = new DialView(bench.context);
          Fx.scene(view.node(), 420, 300);
          view.render(model(bench, Highlight.NONE));
          ViewBench.press(view.node(), KeyCode.LEFT, false, false);
          assertEquals(Math.toRadians(40), direction(bench), 1e-12);
          view.render(model(bench, bench.last(Intent.Light.class).highlight()));
          ViewBench.press(view.node(), KeyCode.RIGHT, true, false);
          assertEquals(Math.toRadians(40.5), direction(bench), 1e-12);
          ViewBench.press(view.node(), KeyCode.HOME, false, false);
          assertEquals(Math.toRadians(45), direction(bench), 1e-12);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, 100, 150, 1);
          double first = direction(bench);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_DRAGGED, 200, 150, 1);
          assertTrue(direction(bench) > first);
          return null;
        });
  }

  private static double direction(ViewBench bench) {
    return bench.last(Intent.Light.class).highlight().direction().orElseThrow();
  }

  @Test
  void theContourShowsTheDirectionWithItsSlope() {
    ViewBench bench = new ViewBench();
    ContourModel map =
        ContourModel.of(
            frame(),
            view(ViewSpec.Contour.class),
            Highlight.ofDirection(Math.atan2(4, 3)),
            bench.messages.get());
    ContourModel.Direction direction = map.direction().orElseThrow();
    assertEquals(Math.atan2(4, 3), direction.angle());
    assertTrue(direction.label().contains("2") && direction.label().contains("8"));
    assertEquals(OptionalDouble.empty(), Highlight.NONE.direction());
  }
}
