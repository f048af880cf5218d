package org.ladera.present.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.FigureView;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.ui.Fx;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;
import org.ladera.ui.view.network.LogLossView;

class LogLossModelTest {
  @BeforeAll
  static void start() {
    Fx.start();
  }

  /** Scores 1000·x and −1000·x: of the second class, softmax gives the first example exactly 0. */
  private static LogLossModel model(ViewBench bench) {
    Experiment e =
        new Experiment(
            Dataset.of(new double[][] {{1}, {0}}, new double[][] {{0, 1}, {1, 0}}),
            NetworkSpec.of(1, LayerSpec.dense(2, ActivationSpec.SOFTMAX)),
            new LossSpec(LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY, Factor.PER_SAMPLE),
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(0.01),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Given(MatrixView.of(1, 4, 1000, -1000, 0, 0)),
            1);
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(e, 10)));
    return LogLossModel.of(
        session.newest(),
        new FigureView.LogLoss(Scene.MAIN),
        Highlight.NONE,
        bench.messages.get(),
        Labels.NONE);
  }

  @Test
  void anExampleWhoseClassIsGivenNothingSaysThatItsLossHasNoEnd() {
    LogLossModel model = model(new ViewBench());
    assertTrue(model.points().getFirst().isBeyond());
    assertTrue(model.points().getFirst().name().contains("∞"));
    assertTrue(model.spoken().contains(model.points().getFirst().name()));
    assertFalse(model.points().getLast().isBeyond());
    assertEquals(Math.log(2), model.points().getLast().loss(), 1e-15);
    assertEquals("2", model.points().getLast().name());
  }

  @Test
  void itIsDrawnAtTheUpperEdgeAndCanBePointedAt() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          LogLossView view = new LogLossView(bench.context);
          var scene = Fx.scene(view.node(), 420, 300);
          view.render(model(bench));
          Fx.keep(Fx.picture(scene), "log-loss-beyond");
          for (double x = 20; x < 90 && bench.intents.isEmpty(); x += 3) {
            for (double y = 30; y < 90 && bench.intents.isEmpty(); y += 3) {
              ViewBench.mouse(view.node(), javafx.scene.input.MouseEvent.MOUSE_MOVED, x, y, 0);
            }
          }
          assertEquals(0, bench.last(Intent.Light.class).highlight().sample());
          view.dispose();
          return null;
        });
  }
}
