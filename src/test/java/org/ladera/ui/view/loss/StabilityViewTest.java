package org.ladera.ui.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.lesson.model.RaceView;
import org.ladera.lesson.model.Step;
import org.ladera.present.loss.StabilityModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.ui.Fx;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

class StabilityViewTest {
  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static StabilityView shown(ViewBench bench) {
    Step step =
        LessonLibrary.load(Path.of(System.getProperty("ladera.lessons", "lessons")))
            .lesson("optimizers")
            .orElseThrow()
            .step("map")
            .orElseThrow();
    StabilityView view = new StabilityView(bench.context);
    Fx.scene(view.node(), 640, 420);
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      view.render(
          StabilityModel.of(
              session.newest(),
              (RaceView.Stability) step.views().getFirst(),
              Highlight.NONE,
              bench.messages.get(),
              Labels.NONE));
    }
    view.settle();
    return view;
  }

  @Test
  void theKeysMoveThePlaceAndEnterBeginsTheRunAnew() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          StabilityView view = shown(bench);
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          assertTrue(bench.intents.isEmpty(), "sent while it was still being moved");
          ViewBench.press(view.node(), KeyCode.ENTER, false, false);
          OptimizerSpec rule = bench.last(Intent.SetRule.class).rule();
          assertEquals(0.0125, rule.rate(), 1e-12);
          assertEquals(0.86, rule.constants()[0], 1e-12);
          view.dispose();
          return null;
        });
  }

  @Test
  void escapeLeavesTheRunAsItIs() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          StabilityView view = shown(bench);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          ViewBench.press(view.node(), KeyCode.ESCAPE, false, false);
          ViewBench.press(view.node(), KeyCode.ENTER, false, false);
          assertTrue(bench.intents.isEmpty());
          view.dispose();
          return null;
        });
  }

  @Test
  void aDragPutsThePlaceWhereItIsLetGo() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          StabilityView view = shown(bench);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, 300, 200, 1);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_DRAGGED, 300, 240, 1);
          assertTrue(bench.intents.isEmpty());
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_RELEASED, 300, 240, 1);
          OptimizerSpec first = bench.last(Intent.SetRule.class).rule();
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, 400, 240, 1);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_RELEASED, 400, 240, 1);
          OptimizerSpec second = bench.last(Intent.SetRule.class).rule();
          assertTrue(second.rate() > first.rate());
          assertEquals(first.constants()[0], second.constants()[0], 1e-12);
          view.dispose();
          return null;
        });
  }
}
