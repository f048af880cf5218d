package org.ladera.ui.view.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewKind;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.activation.ActivationModel;
import org.ladera.present.activation.ChainModel;
import org.ladera.present.activation.DerivationModel;
import org.ladera.present.activation.DifferenceModel;
import org.ladera.present.activation.Unit;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.Visual;

class ActivationViewsTest {
  private static final ParameterRef WEIGHT = ParameterRef.weight(1, 1, 1);
  private static final ParameterRef BIAS = ParameterRef.bias(1, 1);

  @BeforeAll
  static void start() {
    Fx.start();
  }

  /** One view on a bench, 600 × 500. */
  private static final class Stand<M> {
    final ViewBench bench = new ViewBench();
    final Visual<M> view;
    final Scene scene;
    private final Function<Messages, M> model;

    Stand(Function<ViewContext, Visual<M>> view, Function<Messages, M> model) {
      this.view = view.apply(bench.context);
      this.model = model;
      scene = Fx.scene(this.view.node(), 600, 500);
      render();
    }

    void render() {
      view.render(model.apply(bench.messages.get()));
    }

    WritableImage picture() {
      return Fx.picture(scene);
    }

    Region node() {
      return view.node();
    }

    void press(KeyCode code, boolean shift) {
      ViewBench.press(view.node(), code, shift, false);
    }

    double set(ParameterRef parameter) {
      return bench.last(Intent.SetParameters.class).values().get(parameter);
    }
  }

  private static Stand<ActivationModel> activation(Frame frame, String... options) {
    ViewSpec.Activation ref = Unit.view(ViewSpec.Activation.class, "main", options);
    return new Stand<>(
        ActivationView::new,
        messages -> ActivationModel.of(frame, ref, Highlight.NONE, messages, Labels.NONE));
  }

  private static Stand<DerivationModel> derivation() {
    Frame frame = Unit.frame(Unit.at(ActivationSpec.SIGMOID, 1));
    ViewSpec.Derivation ref = Unit.view(ViewSpec.Derivation.class, "main");
    return new Stand<>(
        DerivationView::new, messages -> DerivationModel.of(frame, ref, Highlight.NONE, messages));
  }

  private static Stand<DifferenceModel> difference() {
    Frame frame =
        Unit.frame(
            Unit.of(
                new double[][] {{-1}, {0}, {1}}, 1, LayerSpec.dense(1, ActivationSpec.SIGMOID)));
    ViewSpec.Difference ref = Unit.view(ViewSpec.Difference.class, "main");
    return new Stand<>(
        DifferenceView::new, messages -> DifferenceModel.of(frame, ref, Highlight.NONE, messages));
  }

  private static Stand<ChainModel> chain(Highlight highlight) {
    Frame frame =
        Unit.frame(
            Unit.chain(ActivationSpec.SIGMOID, 15, 1), Unit.chain(ActivationSpec.RELU, 15, 1));
    ViewSpec.Chain ref = Unit.view(ViewSpec.Chain.class, "main", "runs", "run1");
    Labels labels = new Labels(Map.of("run.run1", "ReLU"));
    return new Stand<>(
        ChainView::new, messages -> ChainModel.of(frame, ref, highlight, messages, labels));
  }

  private static Stand<?> stand(ViewKind kind) {
    return switch (kind) {
      case DERIVATION -> derivation();
      case DIFFERENCE -> difference();
      case CHAIN -> chain(new Highlight(-1, 8, 1, java.util.Optional.empty(), -1));
      default ->
          activation(
              Unit.frame(
                  Unit.at(ActivationSpec.SIGMOID, 1),
                  Unit.at(ActivationSpec.TANH, 1),
                  Unit.at(ActivationSpec.RELU, 1)),
              "runs",
              "run1,run2");
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = ViewKind.class,
      names = {"ACTIVATION", "DERIVATION", "DIFFERENCE", "CHAIN"})
  void drawingTwiceChangesNothingAndEveryProfileAndLanguageDoes(ViewKind kind) {
    Fx.on(
        () -> {
          Stand<?> stand = stand(kind);
          WritableImage first = stand.picture();
          stand.render();
          assertTrue(ViewBench.same(first, stand.picture()), "twice");
          stand.bench.messages.set(Messages.load(Language.EN));
          stand.render();
          WritableImage english = stand.picture();
          assertFalse(ViewBench.same(first, english), "language");
          for (Profile profile : new Profile[] {Profile.DARK, Profile.PROJECTOR}) {
            stand.bench.tokens.set(Tokens.of(profile));
            stand.render();
            assertFalse(ViewBench.same(english, stand.picture()), profile.name());
          }
          stand.view.dispose();
          return null;
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = ViewKind.class,
      names = {"ACTIVATION", "DERIVATION", "DIFFERENCE", "CHAIN"})
  void tinyAndDoubledViewsAreDrawn(ViewKind kind) {
    Fx.on(
        () -> {
          Stand<?> stand = stand(kind);
          for (double[] size : new double[][] {{240, 180}, {900, 180}, {260, 700}}) {
            stand.bench.tokens.set(Tokens.of(Profile.PROJECTOR).zoomed(2));
            stand.node().resize(size[0], size[1]);
            stand.node().layout();
            stand.render();
          }
          return null;
        });
  }

  @Test
  void arrowsMoveThePointAndShiftMovesItFiner() {
    Fx.on(
        () -> {
          Stand<ActivationModel> stand =
              activation(Unit.frame(Unit.at(ActivationSpec.SIGMOID, 1)), "range", "-6,6");
          stand.press(KeyCode.RIGHT, false);
          assertEquals(1.1, stand.set(WEIGHT), 1e-12);
          stand.press(KeyCode.LEFT, true);
          assertEquals(0.99, stand.set(WEIGHT), 1e-12);
          stand.press(KeyCode.HOME, false);
          assertEquals(-6, stand.set(WEIGHT));
          stand.press(KeyCode.END, false);
          assertEquals(6, stand.set(WEIGHT));
          return null;
        });
  }

  @Test
  void aDragMovesThePointAlongZ() {
    Fx.on(
        () -> {
          Stand<ActivationModel> stand =
              activation(Unit.frame(Unit.at(ActivationSpec.SIGMOID, 1)), "range", "-6,6");
          stand.picture();
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_PRESSED, 320, 150, 1);
          double first = stand.set(WEIGHT);
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_DRAGGED, 420, 150, 1);
          double right = stand.set(WEIGHT);
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_DRAGGED, 2000, 150, 1);
          double beyond = stand.set(WEIGHT);
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_RELEASED, 2000, 150, 1);
          int asked = stand.bench.intents.size();
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_DRAGGED, 100, 150, 1);
          assertTrue(first > -1 && first < 1, "the middle of the view is near 0: " + first);
          assertTrue(right > first + 1.5 && right < first + 3, "100 pixels: " + right);
          assertEquals(6, beyond);
          assertEquals(asked, stand.bench.intents.size(), "released is released");
          return null;
        });
  }

  @Test
  void whereTheExampleMovesTheViewAsksForOtherData() {
    Fx.on(
        () -> {
          Stand<ActivationModel> stand =
              activation(Unit.frame(Unit.at(ActivationSpec.SIGMOID, 1)), "input", "true");
          stand.press(KeyCode.RIGHT, false);
          assertEquals(1.1, stand.bench.last(Intent.SetData.class).data().x().get(0, 0), 1e-12);
          return null;
        });
  }

  @Test
  void aWholeLayerStandsStill() {
    Fx.on(
        () -> {
          Stand<ActivationModel> stand =
              activation(Unit.frame(Unit.at(ActivationSpec.SIGMOID, 1)), "all", "true");
          stand.picture();
          stand.press(KeyCode.RIGHT, false);
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_PRESSED, 320, 150, 1);
          assertTrue(stand.bench.intents.isEmpty());
          return null;
        });
  }

  @Test
  void keysChangeTheStepAndThePointOfTheDifference() {
    Fx.on(
        () -> {
          Stand<DifferenceModel> stand = difference();
          stand.press(KeyCode.LEFT, false);
          assertEquals(0.562, stand.set(WEIGHT), 1e-12);
          stand.press(KeyCode.LEFT, true);
          assertEquals(0.891, stand.set(WEIGHT), 1e-12);
          stand.press(KeyCode.RIGHT, false);
          assertEquals(1, stand.set(WEIGHT), "no step above 1");
          stand.press(KeyCode.UP, false);
          assertEquals(1.1, stand.set(BIAS), 1e-12);
          stand.press(KeyCode.DOWN, true);
          assertEquals(0.99, stand.set(BIAS), 1e-12);
          return null;
        });
  }

  @Test
  void aDragOverTheErrorsMovesTheStepAndOneOverTheCurveThePoint() {
    Fx.on(
        () -> {
          Stand<DifferenceModel> stand = difference();
          stand.picture();
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_PRESSED, 330, 380, 1);
          double step = stand.set(WEIGHT);
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_RELEASED, 330, 380, 1);
          assertTrue(step > 1e-9 && step < 1e-6, "the middle of 15 decades: " + step);
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_PRESSED, 330, 130, 1);
          double point = stand.set(BIAS);
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_RELEASED, 330, 130, 1);
          assertTrue(point > -1 && point < 1, "the middle of z: " + point);
          return null;
        });
  }

  @Test
  void pointingAtADepthLightsItsLayerUpAndLeavingEndsIt() {
    Fx.on(
        () -> {
          Stand<ChainModel> stand = chain(Highlight.NONE);
          stand.picture();
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_MOVED, 320, 200, 0);
          int layer = stand.bench.last(Intent.Light.class).highlight().layer();
          assertTrue(layer >= 7 && layer <= 9, "the middle of fifteen: " + layer);
          ViewBench.mouse(stand.node(), MouseEvent.MOUSE_EXITED, 320, 600, 0);
          assertEquals(Highlight.NONE, stand.bench.last(Intent.Light.class).highlight());
          return null;
        });
  }

  @Test
  void keysGoFromLayerToLayer() {
    Fx.on(
        () -> {
          Stand<ChainModel> stand = chain(new Highlight(-1, 8, 1, java.util.Optional.empty(), -1));
          stand.press(KeyCode.RIGHT, false);
          assertEquals(7, stand.bench.last(Intent.Light.class).highlight().layer());
          stand.press(KeyCode.HOME, false);
          assertEquals(15, stand.bench.last(Intent.Light.class).highlight().layer());
          stand.press(KeyCode.END, false);
          assertEquals(1, stand.bench.last(Intent.Light.class).highlight().layer());
          stand.press(KeyCode.ESCAPE, false);
          assertEquals(Highlight.NONE, stand.bench.last(Intent.Light.class).highlight());
          return null;
        });
  }

  @Test
  void whatIsDrawnIsAlsoSaid() {
    Fx.on(
        () -> {
          String spoken = chain(Highlight.NONE).node().getAccessibleText();
          assertTrue(spoken.contains("por 15 capas"), spoken);
          assertTrue(derivation().node().getAccessibleText().contains("0,1966119332"));
          assertTrue(difference().node().getAccessibleText().contains("secante 0,190399"));
          return null;
        });
  }
}
