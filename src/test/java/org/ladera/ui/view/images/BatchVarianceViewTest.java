package org.ladera.ui.view.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.IceCreamFrames;
import org.ladera.present.images.BatchVarianceModel;
import org.ladera.present.shared.Highlight;
import org.ladera.ui.Fx;
import org.ladera.ui.view.ViewBench;

class BatchVarianceViewTest {
  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static BatchVarianceModel model(ViewBench bench, long epoch, Highlight highlight) {
    return BatchVarianceModel.of(
        IceCreamFrames.after(epoch),
        new PictureView.BatchVariance(
            org.ladera.session.Scene.MAIN, List.of(ParameterRef.weight(1, 1, 1))),
        highlight,
        bench.messages.get(),
        IceCreamFrames.LABELS);
  }

  @Test
  void batchesAreDrawnBesideTheWindowOnceForAnUpdate() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          BatchVarianceView view = new BatchVarianceView(bench.context);
          Stage stage = new Stage();
          Scene scene = new Scene(view.node(), 420, 300);
          stage.setScene(scene);
          stage.show();
          BatchVarianceModel first = model(bench, 3, Highlight.NONE);
          view.render(first);
          assertFalse(view.isSettled(), "what is drawn is awaited");
          assertEquals(first.spoken(), view.node().getAccessibleText());
          int dots = ViewBench.count(Fx.picture(scene), bench.tokens.get().gradient().mark());
          view.settle();
          assertTrue(view.isSettled());
          String told = first.told(first.measured(), bench.messages.get());
          assertEquals(first.spoken() + ". " + told, view.node().getAccessibleText());
          assertTrue(
              ViewBench.count(Fx.picture(scene), bench.tokens.get().gradient().mark()) > dots);
          view.render(first);
          assertTrue(view.isSettled(), "the same update is not measured again");
          BatchVarianceModel next = model(bench, 9, Highlight.NONE);
          view.render(next);
          assertFalse(view.isSettled());
          assertEquals(
              next.spoken(), view.node().getAccessibleText(), "no numbers of another update");
          view.dispose();
          stage.close();
          return null;
        });
  }
}
