package org.ladera.present.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.lesson.model.SpreadView;
import org.ladera.lesson.model.Step;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class NormsModelTest {
  @Test
  void twoNetworksStandInOneScaleWithTheNormsOfTheirNextUpdates() {
    Step step =
        LessonLibrary.load(Path.of("lessons"))
            .lesson("sigmoid-derivative")
            .orElseThrow()
            .step("deep")
            .orElseThrow();
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      session.send(new Command.RunTo(5));
      Frame frame = session.newest();
      NormsModel model =
          NormsModel.of(
              frame,
              (SpreadView.Norms) step.views().getFirst(),
              Highlight.NONE,
              Messages.load(Language.EN),
              Labels.NONE);
      assertEquals(2, model.blocks().size());
      String[] runs = {"main", "relu"};
      for (int b = 0; b < runs.length; b++) {
        DeltasModel.Course course = model.blocks().get(b).course();
        int now = course.pointAt(course.now());
        assertEquals(9, course.layers().size());
        for (int l = 0; l < 9; l++) {
          double norm = norm(frame.run(runs[b]).next().layers().get(l));
          assertEquals(norm, course.layers().get(l).gradients()[now], 1e-12 * norm, runs[b] + l);
          assertTrue(norm >= Math.pow(10, model.range().lowest()), runs[b] + l);
          assertTrue(norm <= Math.pow(10, model.range().highest()), runs[b] + l);
        }
      }
    }
  }

  @Test
  void theOnlyLayerIsNotCalledFirstAndLast() {
    Step step =
        LessonLibrary.load(Path.of("lessons"))
            .lesson("linear-regression")
            .orElseThrow()
            .steps()
            .getFirst();
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      session.send(new Command.RunTo(1));
      String spoken =
          NormsModel.of(
                  session.newest(),
                  new SpreadView.Norms(Scene.MAIN, List.of()),
                  Highlight.NONE,
                  Messages.load(Language.EN),
                  Labels.NONE)
              .spoken();
      assertTrue(spoken.endsWith(" in the only layer."), spoken);
    }
  }

  private static double norm(LayerTrace layer) {
    double sum = 0;
    for (double slope : layer.w().gradient().toArray()) {
      sum += slope * slope;
    }
    return Math.sqrt(sum);
  }
}
