package org.ladera.ui.view;

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
import org.ladera.lesson.ViewRef;
import org.ladera.lesson.ViewRef.Kind;
import org.ladera.present.Brush;
import org.ladera.present.HiddenModel;
import org.ladera.present.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

class HiddenSpaceViewTest {
  private static final ViewRef REF = Xor.view(Kind.HIDDEN_SPACE);
  private static final Frame FRAME =
      Xor.after(
          Xor.thesis(),
          680,
          HiddenModel.wanted(REF, Xor.after(Xor.thesis(), 0)).toArray(FieldRequest[]::new));

  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static HiddenModel model(Bench bench, Brush brush) {
    return HiddenModel.of(FRAME, REF, brush, bench.messages.get(), Labels.NONE);
  }

  private static Scene shown(Bench bench, HiddenSpaceView view, int width, int height) {
    Scene scene = Fx.scene(view.node(), width, height);
    view.render(model(bench, Brush.NONE));
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
          Bench bench = new Bench();
          HiddenSpaceView view = new HiddenSpaceView(bench.context);
          Scene scene = shown(bench, view, 380, 340);
          WritableImage once = Fx.picture(scene);
          view.render(model(bench, Brush.NONE));
          view.settle();
          assertTrue(Bench.same(once, Fx.picture(scene)));
          view.dispose();
          return null;
        });
  }

  @Test
  void theArrowKeysLeadFromLayerToLayerAndTheSpokenTextFollows() {
    on(
        () -> {
          Bench bench = new Bench();
          HiddenSpaceView view = new HiddenSpaceView(bench.context);
          Scene scene = shown(bench, view, 380, 340);
          String folded = view.node().getAccessibleText();
          WritableImage hidden = Fx.picture(scene);
          Bench.press(view.node(), KeyCode.DOWN, false, false);
          view.settle();
          Fx.picture(scene);
          view.settle();
          assertFalse(folded.equals(view.node().getAccessibleText()));
          assertFalse(Bench.same(hidden, Fx.picture(scene)));
          Bench.press(view.node(), KeyCode.DOWN, false, false);
          Bench.press(view.node(), KeyCode.UP, false, false);
          view.settle();
          Fx.picture(scene);
          view.settle();
          assertEquals(folded, view.node().getAccessibleText());
          assertTrue(Bench.same(hidden, Fx.picture(scene)));
          view.dispose();
          return null;
        });
  }

  @Test
  void theArrowKeysLightExamplesAndTheLitOneIsRinged() {
    on(
        () -> {
          Bench bench = new Bench();
          HiddenSpaceView view = new HiddenSpaceView(bench.context);
          Scene scene = shown(bench, view, 380, 340);
          Bench.press(view.node(), KeyCode.RIGHT, false, false);
          assertEquals(0, bench.last(Intent.Light.class).brush().sample());
          int before = Bench.count(Fx.picture(scene), bench.tokens.get().accent());
          view.render(model(bench, Brush.ofSample(0)));
          int after = Bench.count(Fx.picture(scene), bench.tokens.get().accent());
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
              Bench bench = new Bench();
              bench.tokens.set(Tokens.of(profile));
              bench.messages.set(
                  Messages.load(profile == Profile.DARK ? Language.EN : Language.ES));
              HiddenSpaceView view = new HiddenSpaceView(bench.context);
              WritableImage picture = Fx.picture(shown(bench, view, size[0], size[1]));
              assertTrue(Bench.count(picture, bench.tokens.get().class0().mark()) > 40);
              view.dispose();
              return null;
            });
      }
    }
  }
}
