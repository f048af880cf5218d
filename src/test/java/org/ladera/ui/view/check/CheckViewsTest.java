package org.ladera.ui.view.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.check.DerivativeModel;
import org.ladera.present.check.GradientCheckModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.ui.Fx;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

/** The gradient check under the hand. */
class CheckViewsTest {
  private static final ParameterRef W = ParameterRef.weight(1, 2, 1);
  private static final Optional<LossSpec> PRINTED = Optional.of(LossSpec.SSE);

  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static Frame frame(Optional<LossSpec> claimed) {
    return CheckPictures.thesis(
        600,
        claimed,
        new FieldRequest.Derivative("main", W, claimed),
        new FieldRequest.Gradient("main", claimed, true));
  }

  private static DerivativePanel panel(ViewBench bench, Optional<LossSpec> claimed) {
    DerivativePanel panel = new DerivativePanel(bench.context);
    panel.render(DerivativeModel.of(frame(claimed), "main", W, bench.messages.get()));
    return panel;
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void thePanelShowsItsVerdictItsCurveAndTheLeastErrorInTheirColours(Profile profile) {
    Frame right = frame(Optional.empty());
    Frame wrong = frame(PRINTED);
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          Tokens tokens = Tokens.of(profile);
          bench.tokens.set(tokens);
          DerivativePanel panel = new DerivativePanel(bench.context);
          double k = tokens.scale();
          Scene scene = Fx.scene(panel.node(), (int) (290 * k), (int) (230 * k));
          panel.render(DerivativeModel.of(right, "main", W, bench.messages.get()));
          WritableImage passes = Fx.picture(scene);
          assertTrue(ViewBench.count(passes, tokens.success().ink()) > 300);
          assertEquals(0, ViewBench.count(passes, tokens.danger().ink()));
          // Curve, symbol and the disc of the least error.
          assertTrue(ViewBench.count(passes, tokens.gradient().ink()) > 150);
          panel.render(DerivativeModel.of(wrong, "main", W, bench.messages.get()));
          WritableImage fails = Fx.picture(scene);
          assertTrue(ViewBench.count(fails, tokens.danger().ink()) > 300);
          assertEquals(0, ViewBench.count(fails, tokens.success().ink()));
          // A picture is the same each time it is drawn.
          panel.render(DerivativeModel.of(wrong, "main", W, bench.messages.get()));
          assertTrue(ViewBench.same(fails, Fx.picture(scene)));
          return null;
        });
  }

  @Test
  void pointingAtTheCurveReadsStepAndErrorAndLeavingEndsIt() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DerivativePanel panel = panel(bench, Optional.empty());
          Scene scene = Fx.scene(panel.node(), 290, 230);
          WritableImage before = Fx.picture(scene);
          ViewBench.mouse(panel.node(), MouseEvent.MOUSE_MOVED, 150, 170, 0);
          WritableImage during = Fx.picture(scene);
          assertFalse(ViewBench.same(before, during));
          ViewBench.mouse(panel.node(), MouseEvent.MOUSE_EXITED, 150, 300, 0);
          assertTrue(ViewBench.same(before, Fx.picture(scene)));
          return null;
        });
  }

  @Test
  void theKeyboardWalksAlongTheCurveAndCopiesTheNumbers() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DerivativePanel panel = panel(bench, Optional.empty());
          Fx.scene(panel.node(), 290, 230);
          String state = panel.node().getAccessibleText();
          assertTrue(state.contains("razón 1,000") && state.contains("−0,0177358853"), state);
          ViewBench.press(panel.node(), KeyCode.RIGHT, false, false);
          String best = panel.node().getAccessibleText();
          assertTrue(best.startsWith("h = ") && best.contains("10⁻"), best);
          ViewBench.press(panel.node(), KeyCode.RIGHT, false, false);
          assertFalse(best.equals(panel.node().getAccessibleText()));
          ViewBench.press(panel.node(), KeyCode.C, false, true);
          String copied = Clipboard.getSystemClipboard().getString();
          assertTrue(copied.startsWith("∂J/∂W"), copied);
          assertEquals(5, copied.lines().count());
          return null;
        });
  }

  private static GradientCheckView view(ViewBench bench, Optional<LossSpec> claimed) {
    GradientCheckView view = new GradientCheckView(bench.context);
    ViewSpec.GradientCheck ref = new ViewSpec.GradientCheck("main", Optional.of(W), false);
    view.render(
        GradientCheckModel.of(
            frame(claimed), ref, Highlight.NONE, bench.messages.get(), Labels.NONE));
    return view;
  }

  @Test
  void aRowChoosesItsDerivativeByMouseAndByKey() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          GradientCheckView view = view(bench, PRINTED);
          Fx.picture(Fx.scene(view.node(), 720, 400));
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          assertEquals(
              new Intent.Choose(ParameterRef.weight(1, 2, 2)), bench.last(Intent.Choose.class));
          ViewBench.press(view.node(), KeyCode.HOME, false, false);
          assertEquals(
              new Intent.Choose(ParameterRef.weight(1, 1, 1)), bench.last(Intent.Choose.class));
          ViewBench.press(view.node(), KeyCode.END, false, false);
          assertEquals(
              new Intent.Choose(ParameterRef.weight(2, 3, 1)), bench.last(Intent.Choose.class));
          // Somewhere among the rows at the right; what it lights up is what it chooses.
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_MOVED, 560, 200, 0);
          ParameterRef lit = bench.last(Intent.Light.class).highlight().parameter().orElseThrow();
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, 560, 200, 1);
          assertEquals(new Intent.Choose(lit), bench.last(Intent.Choose.class));
          return null;
        });
  }

  @Test
  void whereThereIsNoRoomForTheTableTheButtonsStillChoose() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          GradientCheckView view = view(bench, PRINTED);
          Scene scene = Fx.scene(view.node(), 300, 320);
          Fx.picture(scene);
          IconButton next = ViewBench.all(scene, IconButton.class).get(1);
          assertEquals("Derivada siguiente", next.getAccessibleText());
          next.fire();
          assertEquals(
              new Intent.Choose(ParameterRef.weight(1, 2, 2)), bench.last(Intent.Choose.class));
          Bounds box = next.localToScene(next.getLayoutBounds());
          assertTrue(box.getMaxX() <= 300);
          return null;
        });
  }

  @Test
  void nothingIsDrawnOverTheEdgeAtAnySize() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          bench.tokens.set(Tokens.of(Profile.PROJECTOR).zoomed(1.5));
          for (int[] size : new int[][] {{240, 180}, {320, 240}, {520, 300}, {900, 700}}) {
            GradientCheckView view = view(bench, PRINTED);
            WritableImage image = Fx.picture(Fx.scene(view.node(), size[0], size[1]));
            assertEquals(size[0], (int) image.getWidth());
            view.dispose();
          }
          return null;
        });
  }
}
