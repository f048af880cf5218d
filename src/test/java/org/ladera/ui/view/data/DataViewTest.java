package org.ladera.ui.view.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.IceCreamFrames;
import org.ladera.present.data.DataModel;
import org.ladera.present.shared.Highlight;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.plot.Grip;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

class DataViewTest {
  private final Frame frame = IceCreamFrames.after(240);

  @BeforeAll
  static void start() {
    Fx.start();
  }

  private DataModel model(ViewBench bench, Highlight highlight) {
    return DataModel.of(
        frame,
        IceCreamFrames.view(ViewSpec.Data.class, "drag", "true"),
        highlight,
        bench.messages.get(),
        IceCreamFrames.LABELS);
  }

  /** A view of 288 × 376 that shows the run at epoch 240. */
  private Scene shown(ViewBench bench, DataView view) {
    Scene scene = Fx.scene(view.node(), 288, 376);
    view.render(model(bench, Highlight.NONE));
    return scene;
  }

  private static void hover(Region node, double x, double y) {
    ViewBench.mouse(node, MouseEvent.MOUSE_MOVED, x, y, 0);
  }

  /** Hovers over the plane until some point answers; the sample that did. */
  private static int findPoint(ViewBench bench, Region node) {
    for (double y = 80; y < 330; y += 6) {
      for (double x = 50; x < 280; x += 6) {
        hover(node, x, y);
        if (!bench.intents.isEmpty()) {
          return bench.last(Intent.Light.class).highlight().sample();
        }
      }
    }
    return -1;
  }

  @Test
  void pointingAtAPointLightsItAndLeavingEndsIt() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DataView view = new DataView(bench.context);
          shown(bench, view);
          int sample = findPoint(bench, view.node());
          assertTrue(sample >= 0);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_EXITED, 0, 0, 0);
          assertEquals(Highlight.NONE, bench.last(Intent.Light.class).highlight());
          return null;
        });
  }

  @Test
  void theTooltipAppearsOnceThePointIsLitAndFollowsTheLanguage() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          bench.messages.set(Messages.load(Language.EN));
          DataView view = new DataView(bench.context);
          Scene scene = shown(bench, view);
          int sample = findPoint(bench, view.node());
          view.render(model(bench, Highlight.ofSample(sample)));
          List<String> words =
              ViewBench.all(scene, javafx.scene.text.Text.class).stream()
                  .map(javafx.scene.text.Text::getText)
                  .toList();
          assertTrue(
              words.stream().anyMatch(w -> w.startsWith("Point " + (sample + 1) + " ·")),
              words.toString());
          return null;
        });
  }

  @Test
  void arrowKeysWalkThroughThePointsFromLeftToRight() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DataView view = new DataView(bench.context);
          shown(bench, view);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          assertEquals(0, bench.last(Intent.Light.class).highlight().sample());
          view.render(model(bench, Highlight.ofSample(0)));
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          assertEquals(1, bench.last(Intent.Light.class).highlight().sample());
          view.render(model(bench, Highlight.ofSample(0)));
          ViewBench.press(view.node(), KeyCode.LEFT, false, false);
          assertEquals(15, bench.last(Intent.Light.class).highlight().sample());
          ViewBench.press(view.node(), KeyCode.ESCAPE, false, false);
          assertEquals(Highlight.NONE, bench.last(Intent.Light.class).highlight());
          return null;
        });
  }

  @Test
  void aHandleMovesTheLineByKeyboardAndMoreFinelyWithShift() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DataView view = new DataView(bench.context);
          Scene scene = shown(bench, view);
          List<Grip> grips = ViewBench.all(scene, Grip.class);
          assertEquals(2, grips.size());
          double w = frame.main().parameters().get(0);
          ViewBench.press(grips.get(1), KeyCode.UP, false, false);
          double coarse = weight(bench) - w;
          ViewBench.press(grips.get(1), KeyCode.UP, true, false);
          double fine = weight(bench) - w;
          assertTrue(coarse > 0, "the right end went up, so the line is steeper");
          assertEquals(coarse / 10, fine, 1e-9);
          ViewBench.press(grips.get(0), KeyCode.UP, false, false);
          assertTrue(weight(bench) < w, "the left end went up, so the line is flatter");
          return null;
        });
  }

  private static double weight(ViewBench bench) {
    return bench.last(Intent.SetParameters.class).values().get(ParameterRef.weight(1, 1, 1));
  }

  @Test
  void aDraggedHandleFollowsThePointerAndStaysInsideTheAxes() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DataView view = new DataView(bench.context);
          Scene scene = shown(bench, view);
          Grip right = ViewBench.all(scene, Grip.class).get(1);
          double y = right.getLayoutY();
          double x = right.getLayoutX() + 14;
          ViewBench.mouse(right, MouseEvent.MOUSE_PRESSED, x, y + 14, 1);
          ViewBench.mouse(right, MouseEvent.MOUSE_DRAGGED, x, y + 14 - 20, 1);
          double up = weight(bench);
          ViewBench.mouse(right, MouseEvent.MOUSE_DRAGGED, x, y - 5000, 1);
          double top = weight(bench);
          ViewBench.mouse(right, MouseEvent.MOUSE_DRAGGED, x, y - 9000, 1);
          assertTrue(up > frame.main().parameters().get(0));
          assertTrue(top > up);
          assertEquals(top, weight(bench), "clamped at the top of the axes");
          assertEquals(y, right.getLayoutY(), "it moves when the session answers");
          return null;
        });
  }

  @Test
  void handlesAreReachableByKeyboardAndSayWhereTheyAre() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DataView view = new DataView(bench.context);
          Scene scene = shown(bench, view);
          for (Grip grip : ViewBench.all(scene, Grip.class)) {
            assertTrue(grip.isFocusTraversable() && grip.isVisible());
            assertTrue(grip.getAccessibleText().contains("Flecha arriba"));
          }
          view.render(
              DataModel.of(
                  frame,
                  IceCreamFrames.view(ViewSpec.Data.class),
                  Highlight.NONE,
                  bench.messages.get()));
          for (Grip grip : ViewBench.all(scene, Grip.class)) {
            assertFalse(grip.isVisible());
          }
          return null;
        });
  }

  @Test
  void theSpokenTextFollowsTheState() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DataView view = new DataView(bench.context);
          shown(bench, view);
          assertTrue(view.node().getAccessibleText().contains("Época 240"));
          view.render(model(bench, Highlight.ofSample(8)));
          assertTrue(view.node().getAccessibleText().contains("Punto 9"));
          return null;
        });
  }

  @Test
  void residualsAreDrawnInTheColourOfDeltaAndOnlyWhereAskedFor() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DataView view = new DataView(bench.context);
          Scene scene = shown(bench, view);
          Tokens tokens = bench.tokens.get();
          assertTrue(ViewBench.count(Fx.picture(scene), tokens.delta().mark()) > 40);
          assertTrue(ViewBench.count(Fx.picture(scene), tokens.class0().mark()) > 300);
          view.render(
              DataModel.of(
                  frame,
                  IceCreamFrames.view(ViewSpec.Data.class, "residuals", "false"),
                  Highlight.NONE,
                  bench.messages.get()));
          assertEquals(0, ViewBench.count(Fx.picture(scene), tokens.delta().mark()));
          return null;
        });
  }

  @Test
  void drawingTwiceGivesTheSamePicture() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DataView view = new DataView(bench.context);
          Scene scene = shown(bench, view);
          WritableImage once = Fx.picture(scene);
          view.render(model(bench, Highlight.NONE));
          assertTrue(ViewBench.same(once, Fx.picture(scene)));
          return null;
        });
  }

  @Test
  void itIsDrawnInEverySizeProfileAndLanguage() {
    int[][] sizes = {{240, 180}, {288, 376}, {3840, 2160}};
    for (Profile profile : Profile.values()) {
      for (Language language : Language.values()) {
        for (int[] size : sizes) {
          Fx.on(
              () -> {
                ViewBench bench = new ViewBench();
                bench.tokens.set(Tokens.of(profile));
                bench.messages.set(Messages.load(language));
                DataView view = new DataView(bench.context);
                Scene scene = Fx.scene(view.node(), size[0], size[1]);
                view.render(model(bench, Highlight.ofSample(8)));
                WritableImage picture = Fx.picture(scene);
                assertEquals(size[0], picture.getWidth());
                assertTrue(ViewBench.count(picture, bench.tokens.get().class0().mark()) > 100);
                view.dispose();
                return null;
              });
        }
      }
    }
  }

  @Test
  void anEmptyPlaneAndADivergedRunAreDrawn() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DataView view = new DataView(bench.context);
          Scene scene = Fx.scene(view.node(), 300, 240);
          view.render(DataModel.empty(bench.messages.get()));
          Fx.picture(scene);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          assertTrue(bench.intents.isEmpty());
          Frame far = IceCreamFrames.played(3000, 3000, IceCreamFrames.experiment(0.1)).newest();
          view.render(
              DataModel.of(
                  far,
                  IceCreamFrames.view(ViewSpec.Data.class, "drag", "true"),
                  Highlight.ofSample(2),
                  bench.messages.get()));
          assertTrue(ViewBench.count(Fx.picture(scene), bench.tokens.get().class0().mark()) > 300);
          return null;
        });
  }

  @Test
  void aDoubleClickAsksToFillTheStage() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DataView view = new DataView(bench.context);
          shown(bench, view);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_CLICKED, 100, 20, 2);
          assertEquals(new Intent.ToggleExpand(), bench.intents.getLast());
          return null;
        });
  }
}
