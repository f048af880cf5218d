package org.ladera.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.LossModelsTest;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.SliceModel;
import org.ladera.present.loss.SurfaceModel;
import org.ladera.present.shared.Highlight;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.fx.FrameClock;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.loss.ContourView;
import org.ladera.ui.view.loss.SliceView;
import org.ladera.ui.view.loss.SurfaceView;

/** What surface, contour and slice show, and what gestures in them ask for. */
class LossViewsTest {
  private static final ParameterRef B = ParameterRef.bias(1, 1);
  private static final ParameterRef W = ParameterRef.weight(1, 1, 1);
  private static final Tokens LIGHT = Tokens.of(Profile.LIGHT);
  private static Frame frame;

  @BeforeAll
  static void start() {
    Fx.start();
    frame = LossModelsTest.surface(0.01, 600, 240);
  }

  private static SurfaceModel surface(ViewBench bench) {
    return SurfaceModel.of(frame, LossModelsTest.SURFACE, Highlight.NONE, bench.messages.get());
  }

  private static ContourModel contour(ViewBench bench) {
    return ContourModel.of(frame, LossModelsTest.SURFACE, Highlight.NONE, bench.messages.get());
  }

  /** The middle of the present point: the only place where so much gold lies together. */
  private static double[] gold(WritableImage image) {
    PixelReader pixels = image.getPixelReader();
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    for (int y = 5; y < image.getHeight() - 5; y++) {
      for (int x = 5; x < image.getWidth() - 5; x++) {
        boolean all = true;
        for (int d = -5; d <= 5 && all; d++) {
          all = near(pixels, x + d, y) && near(pixels, x, y + d);
        }
        if (all) {
          sumX += x + 0.5;
          sumY += y + 0.5;
          count++;
        }
      }
    }
    assertTrue(count > 0, "no present point");
    return new double[] {sumX / count, sumY / count};
  }

  private static boolean near(PixelReader pixels, int x, int y) {
    Color c = pixels.getColor(x, y);
    Color gold = LIGHT.loss().mark();
    return Math.abs(c.getRed() - gold.getRed())
            + Math.abs(c.getGreen() - gold.getGreen())
            + Math.abs(c.getBlue() - gold.getBlue())
        < 0.05;
  }

  private static void click(Region node, double x, double y) {
    ViewBench.mouse(node, MouseEvent.MOUSE_PRESSED, x, y, 1);
    ViewBench.mouse(node, MouseEvent.MOUSE_RELEASED, x, y, 1);
    ViewBench.mouse(node, MouseEvent.MOUSE_CLICKED, x, y, 1);
  }

  /** Clicks on the present point and waits for the start that it asks for. */
  private static Intent.PutStart startAtPresent(boolean onSurface) throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Intent[] got = new Intent[1];
    ViewBench bench = new ViewBench();
    ViewContext context =
        new ViewContext(
            bench.tokens,
            bench.messages,
            intent -> {
              got[0] = intent;
              asked.countDown();
            });
    Fx.on(
        () -> {
          Region node;
          if (onSurface) {
            SurfaceView view = new SurfaceView(context);
            node = view.node();
            Fx.scene(node, 700, 560);
            view.render(surface(bench));
          } else {
            ContourView view = new ContourView(context);
            node = view.node();
            Fx.scene(node, 700, 560);
            view.render(contour(bench));
          }
          double[] at = gold(Fx.picture(node.getScene()));
          click(node, at[0], at[1]);
          return null;
        });
    assertTrue(asked.await(20, TimeUnit.SECONDS), "the click asked for nothing");
    return (Intent.PutStart) got[0];
  }

  @Test
  void aClickOnTheHillsidePutsTheStartThere() throws InterruptedException {
    Intent.PutStart start = startAtPresent(true);
    assertEquals(frame.main().parameters().get(1), start.values().get(B), 0.06);
    assertEquals(frame.main().parameters().get(0), start.values().get(W), 0.06);
  }

  @Test
  void aClickOnTheContourPutsTheStartThere() throws InterruptedException {
    Intent.PutStart start = startAtPresent(false);
    assertEquals(frame.main().parameters().get(1), start.values().get(B), 0.01);
    assertEquals(frame.main().parameters().get(0), start.values().get(W), 0.01);
  }

  @Test
  void drawingTwiceGivesTheSamePicture() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          SurfaceView surface = new SurfaceView(bench.context);
          Scene scene = Fx.scene(surface.node(), 440, 376);
          surface.render(surface(bench));
          WritableImage first = Fx.picture(scene);
          surface.render(surface(bench));
          assertTrue(ViewBench.same(first, Fx.picture(scene)));
          ContourView contour = new ContourView(bench.context);
          Scene other = Fx.scene(contour.node(), 440, 332);
          contour.render(contour(bench));
          WritableImage map = Fx.picture(other);
          contour.render(contour(bench));
          assertTrue(ViewBench.same(map, Fx.picture(other)));
          return null;
        });
  }

  @Test
  void keysTurnTheHillsideAndPutItBack() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          SurfaceView view = new SurfaceView(bench.context);
          Scene scene = Fx.scene(view.node(), 440, 376);
          view.render(surface(bench));
          WritableImage home = Fx.picture(scene);
          for (KeyCode code : new KeyCode[] {KeyCode.LEFT, KeyCode.UP}) {
            ViewBench.press(view.node(), code, false, false);
            assertFalse(ViewBench.same(home, Fx.picture(scene)), code + " turns");
            ViewBench.press(view.node(), KeyCode.R, false, false);
            assertTrue(ViewBench.same(home, Fx.picture(scene)), "R puts it back");
          }
          ViewBench.press(view.node(), KeyCode.L, false, false);
          assertFalse(ViewBench.same(home, Fx.picture(scene)), "L changes the height");
          return null;
        });
  }

  @Test
  void aDragTurnsAndAsksForNothing() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          SurfaceView view = new SurfaceView(bench.context);
          Scene scene = Fx.scene(view.node(), 440, 376);
          view.render(surface(bench));
          WritableImage home = Fx.picture(scene);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, 200, 200, 1);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_DRAGGED, 260, 210, 1);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_RELEASED, 260, 210, 1);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_CLICKED, 260, 210, 1);
          assertFalse(ViewBench.same(home, Fx.picture(scene)));
          assertTrue(bench.intents.isEmpty());
          return null;
        });
  }

  @Test
  void theKeyboardSetsAStartOnTheContour() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          ContourView view = new ContourView(bench.context);
          Fx.scene(view.node(), 440, 332);
          view.render(contour(bench));
          ViewBench.press(view.node(), KeyCode.ENTER, false, false);
          assertTrue(bench.intents.isEmpty(), "without a cross there is no place");
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          ViewBench.press(view.node(), KeyCode.UP, true, false);
          assertTrue(view.node().getAccessibleText().contains("costo aproximado"));
          ViewBench.press(view.node(), KeyCode.ENTER, false, false);
          Intent.PutStart start = bench.last(Intent.PutStart.class);
          assertEquals(frame.main().parameters().get(1) + 0.16, start.values().get(B), 1e-9);
          assertEquals(frame.main().parameters().get(0) + 0.01, start.values().get(W), 1e-9);
          ViewBench.press(view.node(), KeyCode.ESCAPE, false, false);
          assertFalse(view.node().getAccessibleText().contains("costo aproximado"));
          return null;
        });
  }

  @Test
  void theSlidingPointFollowsPointerAndKeys() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          SliceView view = new SliceView(bench.context);
          Scene scene = Fx.scene(view.node(), 440, 332);
          view.render(
              SliceModel.of(
                  LossModelsTest.slice(0.3),
                  LossModelsTest.SLICE,
                  Highlight.NONE,
                  bench.messages.get()));
          double[] at = gold(Fx.picture(scene));
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, at[0], 200, 1);
          double here = bench.last(Intent.SetParameters.class).values().get(W);
          assertEquals(0.3, here, 0.01);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          assertEquals(
              0.36, bench.last(Intent.SetParameters.class).values().get(W), 1e-9, "a fiftieth");
          ViewBench.press(view.node(), KeyCode.LEFT, true, false);
          assertEquals(0.294, bench.last(Intent.SetParameters.class).values().get(W), 1e-9);
          return null;
        });
  }

  @Test
  void nearAMarkTheMarkIsMeant() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          SliceView view = new SliceView(bench.context);
          Fx.scene(view.node(), 440, 332);
          view.render(
              SliceModel.of(
                  LossModelsTest.slice(0.3),
                  LossModelsTest.SLICE,
                  Highlight.NONE,
                  bench.messages.get()));
          boolean exact = false;
          for (double x = 60; x < 400; x += 2) {
            ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, x, 200, 1);
            exact |= bench.last(Intent.SetParameters.class).values().get(W) == 1.5;
          }
          assertTrue(exact);
          return null;
        });
  }

  @Test
  void everySizeAndProfileIsDrawn() {
    Fx.on(
        () -> {
          for (Profile profile : Profile.values()) {
            for (int[] size : new int[][] {{240, 180}, {900, 300}, {320, 800}, {1600, 1000}}) {
              ViewBench bench = new ViewBench();
              bench.tokens.set(Tokens.of(profile));
              SurfaceView surface = new SurfaceView(bench.context);
              surface.render(surface(bench));
              WritableImage image = Fx.picture(Fx.scene(surface.node(), size[0], size[1]));
              assertTrue(ViewBench.count(image, bench.tokens.get().loss().mark()) > 10);
              ContourView contour = new ContourView(bench.context);
              contour.render(contour(bench));
              image = Fx.picture(Fx.scene(contour.node(), size[0], size[1]));
              assertTrue(ViewBench.count(image, bench.tokens.get().loss().mark()) > 10);
              surface.dispose();
              contour.dispose();
            }
          }
          return null;
        });
  }

  @Test
  void anotherLanguageIsDrawnAtOnce() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          SurfaceView view = new SurfaceView(bench.context);
          Scene scene = Fx.scene(view.node(), 440, 376);
          view.render(surface(bench));
          WritableImage spanish = Fx.picture(scene);
          bench.messages.set(Messages.load(Language.EN));
          view.render(surface(bench));
          assertFalse(ViewBench.same(spanish, Fx.picture(scene)));
          assertTrue(view.node().getAccessibleText().startsWith("Loss surface"));
          return null;
        });
  }

  private static int gold(Scene scene) {
    return ViewBench.count(scene.snapshot(null), LIGHT.loss().mark());
  }

  @Test
  void inAWindowThePictureComesFromTheWorker() throws InterruptedException {
    CountDownLatch drawn = new CountDownLatch(2);
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          SurfaceView surface = new SurfaceView(bench.context);
          ContourView contour = new ContourView(bench.context);
          for (Region node : new Region[] {surface.node(), contour.node()}) {
            Stage stage = new Stage();
            stage.setScene(new Scene(node, 440, 376));
            stage.show();
            boolean[] first = {true};
            FrameClock[] clock = new FrameClock[1];
            clock[0] =
                new FrameClock(
                    () -> {
                      if (gold(node.getScene()) > 10) {
                        clock[0].stop();
                        stage.close();
                        drawn.countDown();
                      } else if (first[0]) {
                        first[0] = false;
                        surface.render(surface(bench));
                        contour.render(contour(bench));
                      }
                    });
            clock[0].start();
          }
          return null;
        });
    assertTrue(drawn.await(30, TimeUnit.SECONDS));
  }

  @Test
  void settledViewsAreCompleteAtOnce() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          SurfaceView surface = new SurfaceView(bench.context);
          ContourView contour = new ContourView(bench.context);
          surface.render(surface(bench));
          contour.render(contour(bench));
          for (Visual<?> view : new Visual<?>[] {surface, contour}) {
            Stage stage = new Stage();
            stage.setScene(new Scene(view.node(), 440, 376));
            stage.show();
            view.settle();
            assertTrue(gold(stage.getScene()) > 10);
            stage.close();
            view.dispose();
          }
          return null;
        });
  }
}
