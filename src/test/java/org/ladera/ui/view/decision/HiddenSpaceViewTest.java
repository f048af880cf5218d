package org.ladera.ui.view.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.decision.HiddenModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

class HiddenSpaceViewTest {
  private static final ViewSpec.HiddenSpace REF = Xor.view(ViewSpec.HiddenSpace.class);
  private static final Frame FRAME =
      Xor.after(
          Xor.thesis(),
          680,
          HiddenModel.wanted(REF, Xor.after(Xor.thesis(), 0)).toArray(FieldRequest[]::new));

  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static HiddenModel model(ViewBench bench, Highlight highlight) {
    return HiddenModel.of(FRAME, REF, highlight, bench.messages.get(), Labels.NONE);
  }

  private static Scene shown(ViewBench bench, HiddenSpaceView view, int width, int height) {
    Scene scene = Fx.scene(view.node(), width, height);
    view.render(model(bench, Highlight.NONE));
    Fx.picture(scene);
    view.settle();
    return scene;
  }

  private static void on(Callable<Void> work) {
    Fx.on(work);
  }

  @Test
  void drawingTwiceGivesTheSamePicture() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          HiddenSpaceView view = new HiddenSpaceView(bench.context);
          Scene scene = shown(bench, view, 380, 340);
          WritableImage once = Fx.picture(scene);
          view.render(model(bench, Highlight.NONE));
          view.settle();
          assertTrue(ViewBench.same(once, Fx.picture(scene)));
          view.dispose();
          return null;
        });
  }

  @Test
  void theArrowKeysLeadFromLayerToLayerAndTheSpokenTextFollows() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          HiddenSpaceView view = new HiddenSpaceView(bench.context);
          Scene scene = shown(bench, view, 380, 340);
          String folded = view.node().getAccessibleText();
          WritableImage hidden = Fx.picture(scene);
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          view.settle();
          Fx.picture(scene);
          view.settle();
          assertFalse(folded.equals(view.node().getAccessibleText()));
          assertFalse(ViewBench.same(hidden, Fx.picture(scene)));
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          ViewBench.press(view.node(), KeyCode.UP, false, false);
          view.settle();
          Fx.picture(scene);
          view.settle();
          assertEquals(folded, view.node().getAccessibleText());
          assertTrue(ViewBench.same(hidden, Fx.picture(scene)));
          view.dispose();
          return null;
        });
  }

  @Test
  void theArrowKeysLightExamplesAndTheLitOneIsRinged() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          HiddenSpaceView view = new HiddenSpaceView(bench.context);
          Scene scene = shown(bench, view, 380, 340);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          assertEquals(0, bench.last(Intent.Light.class).highlight().sample());
          int before = ViewBench.count(Fx.picture(scene), bench.tokens.get().accent());
          view.render(model(bench, Highlight.ofSample(0)));
          int after = ViewBench.count(Fx.picture(scene), bench.tokens.get().accent());
          assertTrue(after > before + 30, before + " " + after);
          view.dispose();
          return null;
        });
  }

  @Test
  void itIsDrawnInEverySizeProfileAndLanguage() {
    int[][] sizes = {{240, 180}, {420, 300}, {3840, 2160}};
    for (Profile profile : Profile.values()) {
      for (int[] size : sizes) {
        on(
            () -> {
              ViewBench bench = new ViewBench();
              bench.tokens.set(Tokens.of(profile));
              bench.messages.set(
                  Messages.load(profile == Profile.DARK ? Language.EN : Language.ES));
              HiddenSpaceView view = new HiddenSpaceView(bench.context);
              WritableImage picture = Fx.picture(shown(bench, view, size[0], size[1]));
              assertTrue(ViewBench.count(picture, bench.tokens.get().class0().mark()) > 40);
              view.dispose();
              return null;
            });
      }
    }
  }
}
