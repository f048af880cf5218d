package org.ladera.ui.view.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.SpreadView;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.network.DeltasModel;
import org.ladera.present.network.LayersModel;
import org.ladera.present.network.NetworkModel;
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

class NetworkViewsTest {
  private static Frame frame;

  @BeforeAll
  static void start() {
    Fx.start();
    frame = NetworkPictures.frame(Xor.thesis(), 680);
  }

  private static NetworkModel network(ViewBench bench, Highlight highlight) {
    return NetworkModel.of(
        frame, NetworkPictures.NETWORK, highlight, bench.messages.get(), Labels.NONE);
  }

  private static DeltasModel deltas(ViewBench bench, Highlight highlight) {
    return DeltasModel.of(
        frame, Xor.view(ViewSpec.Deltas.class), highlight, bench.messages.get(), Labels.NONE);
  }

  private static void move(Node node, double x, double y) {
    ViewBench.mouse(node, MouseEvent.MOUSE_MOVED, x, y, 0);
  }

  /** Sweeps over the view; the first highlight that {@code wanted} likes. */
  private static double[] find(
      ViewBench bench, Node node, java.util.function.Predicate<Highlight> wanted) {
    for (double y = 40; y < 390; y += 4) {
      for (double x = 4; x < 516; x += 4) {
        move(node, x, y);
        if (!bench.intents.isEmpty()
            && bench.intents.getLast() instanceof Intent.Light(Highlight highlight)
            && wanted.test(highlight)) {
          return new double[] {x, y};
        }
      }
    }
    throw new AssertionError("nothing there");
  }

  private static List<String> words(Scene scene) {
    return ViewBench.all(scene, Text.class).stream().map(Text::getText).toList();
  }

  @Test
  void pointingAtAUnitLightsItAndLeavingEndsIt() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          NetworkView view = new NetworkView(bench.context);
          Fx.scene(view.node(), 520, 392);
          view.render(network(bench, Highlight.NONE));
          find(bench, view.node(), b -> b.layer() == 1 && b.unit() == 3);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_EXITED, 0, 0, 0);
          assertEquals(Highlight.NONE, bench.last(Intent.Light.class).highlight());
          return null;
        });
  }

  @Test
  void theArrowKeysWalkOverTheLayersAndLightThem() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          LayersView view = new LayersView(bench.context);
          Fx.scene(view.node(), 520, 392);
          Frame deep = Xor.after(Xor.deep(), 20, new FieldRequest.Layers("main"));
          view.render(
              LayersModel.of(
                  deep,
                  Xor.view(SpreadView.Layers.class),
                  Highlight.NONE,
                  bench.messages.get(),
                  Labels.NONE));
          String all = view.node().getAccessibleText();
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          assertEquals(2, bench.last(Intent.Light.class).highlight().layer());
          String second = view.node().getAccessibleText();
          assertFalse(second.equals(all), second);
          ViewBench.press(view.node(), KeyCode.ESCAPE, false, false);
          assertEquals(Highlight.NONE, bench.last(Intent.Light.class).highlight());
          assertEquals(all, view.node().getAccessibleText());
          return null;
        });
  }

  @Test
  void aClickOnAWeightLetsAPersonTypeItWithADecimalComma() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          NetworkView view = new NetworkView(bench.context);
          Scene scene = Fx.scene(view.node(), 520, 392);
          view.render(network(bench, Highlight.NONE));
          ParameterRef ref = ParameterRef.weight(2, 2, 1);
          double[] at = find(bench, view.node(), b -> b.parameter().equals(Optional.of(ref)));
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_CLICKED, at[0], at[1], 1);
          TextField field = ViewBench.all(scene, TextField.class).getFirst();
          double now = network(bench, Highlight.NONE).tips().value(ref).getAsDouble();
          assertEquals(bench.messages.get().numbers().exact(now), field.getText());
          field.setText("dos");
          field.fireEvent(new ActionEvent());
          assertFalse(ViewBench.all(scene, TextField.class).isEmpty(), "what is no number stays");
          field.setText("\u22122,5");
          field.fireEvent(new ActionEvent());
          assertEquals(Map.of(ref, -2.5), bench.last(Intent.SetParameters.class).values());
          assertTrue(ViewBench.all(scene, TextField.class).isEmpty());
          return null;
        });
  }

  @Test
  void whoDoesNotWantMotionSeesAStepAtOnce() {
    ViewBench bench = new ViewBench();
    NetworkView view = Fx.on(() -> new NetworkView(bench.context));
    Stage stage =
        Fx.on(
            () -> {
              Stage shown = new Stage();
              shown.setScene(new Scene(view.node(), 520, 392));
              shown.show();
              shown.getScene().getPreferences().setReducedMotion(true);
              view.render(network(bench, Highlight.NONE));
              view.render(
                  NetworkModel.of(
                      NetworkPictures.frame(Xor.thesis(), 681),
                      NetworkPictures.NETWORK,
                      Highlight.NONE,
                      bench.messages.get(),
                      Labels.NONE));
              return shown;
            });
    Fx.pulse();
    Fx.pulse();
    Fx.pulse();
    Fx.on(
        () -> {
          WritableImage before = Fx.picture(stage.getScene());
          view.settle();
          assertTrue(ViewBench.same(before, Fx.picture(stage.getScene())));
          view.dispose();
          stage.close();
          return null;
        });
  }

  @Test
  void theArrowKeysWalkFromUnitsOverWeightsAndEnterOpensThem() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          NetworkView view = new NetworkView(bench.context);
          Scene scene = Fx.scene(view.node(), 520, 392);
          view.render(network(bench, Highlight.NONE));
          Highlight[] seen = new Highlight[4];
          KeyCode[] keys = {KeyCode.RIGHT, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT};
          for (int i = 0; i < keys.length; i++) {
            ViewBench.press(view.node(), keys[i], false, false);
            seen[i] = bench.last(Intent.Light.class).highlight();
            view.render(network(bench, seen[i]));
          }
          assertEquals(1, seen[0].unit());
          assertEquals(2, seen[1].unit());
          assertEquals(Optional.of(ParameterRef.weight(1, 2, 1)), seen[2].parameter());
          assertEquals(1, seen[3].layer());
          assertEquals(1, seen[3].unit());
          ViewBench.press(view.node(), KeyCode.LEFT, false, false);
          view.render(network(bench, bench.last(Intent.Light.class).highlight()));
          ViewBench.press(view.node(), KeyCode.ENTER, false, false);
          TextField field = ViewBench.all(scene, TextField.class).getFirst();
          ViewBench.press(field, KeyCode.ESCAPE, false, false);
          assertTrue(ViewBench.all(scene, TextField.class).isEmpty());
          ViewBench.press(view.node(), KeyCode.ESCAPE, false, false);
          assertEquals(Highlight.NONE, bench.last(Intent.Light.class).highlight());
          return null;
        });
  }

  @Test
  void pointingAtACellLightsItsUnitAndSampleAndAClickTakesItApart() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          bench.messages.set(Messages.load(Language.EN));
          DeltasView view = new DeltasView(bench.context);
          Scene scene = Fx.scene(view.node(), 520, 392);
          view.render(deltas(bench, Highlight.NONE));
          double[] at =
              find(bench, view.node(), b -> b.layer() == 1 && b.unit() == 2 && b.sample() == 1);
          view.render(deltas(bench, bench.last(Intent.Light.class).highlight()));
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_CLICKED, at[0], at[1], 1);
          assertTrue(
              words(scene).stream().anyMatch(w -> w.startsWith("slope of the activation")),
              words(scene).toString());
          assertTrue(view.node().getAccessibleText().contains("comes in"));
          ViewBench.press(view.node(), KeyCode.ESCAPE, false, false);
          assertEquals(Highlight.NONE, bench.last(Intent.Light.class).highlight());
          return null;
        });
  }

  @Test
  void cellsAreReachedByKeyboardAndTheNormsChangeTheirKind() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DeltasView view = new DeltasView(bench.context);
          Scene scene = Fx.scene(view.node(), 360, 316);
          view.render(deltas(bench, Highlight.ofSample(2)));
          WritableImage before = Fx.picture(scene);
          ViewBench.press(view.node(), KeyCode.N, false, false);
          assertFalse(ViewBench.same(before, Fx.picture(scene)));
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          assertEquals(2, bench.last(Intent.Light.class).highlight().sample());
          ViewBench.press(view.node(), KeyCode.UP, false, false);
          assertEquals(
              2, bench.last(Intent.Light.class).highlight().layer(), "round to the output");
          return null;
        });
  }

  @Test
  void aClickOnTheNormsGoesToThatEpoch() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          DeltasView view = new DeltasView(bench.context);
          Fx.scene(view.node(), 360, 316);
          view.render(deltas(bench, Highlight.NONE));
          // The axis reaches to the planned 4000 epochs.
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_CLICKED, 120, 236, 1);
          long update = bench.last(Intent.SeekUpdate.class).update();
          assertTrue(update > 400 && update < 1100, "update " + update);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_CLICKED, 330, 236, 1);
          long planned = bench.last(Intent.SeekUpdate.class).update();
          assertTrue(planned <= frame.main().reachedEpoch(), "what is planned is not reached yet");
          return null;
        });
  }

  @Test
  void aStepRunsThroughTheNetworkAndSettlingEndsIt() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          NetworkView view = new NetworkView(bench.context);
          Scene scene = Fx.scene(view.node(), 520, 392);
          Frame later = NetworkPictures.frame(Xor.thesis(), 681);
          NetworkModel next =
              NetworkModel.of(
                  later,
                  NetworkPictures.NETWORK,
                  Highlight.NONE,
                  bench.messages.get(),
                  Labels.NONE);
          view.render(next);
          WritableImage still = Fx.picture(scene);
          view.render(network(bench, Highlight.NONE));
          view.render(next);
          view.settle();
          assertTrue(ViewBench.same(still, Fx.picture(scene)));
          return null;
        });
  }

  @Test
  void everySizeProfileAndLanguageIsDrawnAndPicturesAreTheSameAgain() {
    int[][] sizes = {{240, 180}, {360, 316}, {1024, 640}, {3840, 2160}};
    for (Profile profile : Profile.values()) {
      for (Language language : Language.values()) {
        for (int[] size : sizes) {
          Fx.on(
              () -> {
                ViewBench bench = new ViewBench();
                bench.tokens.set(Tokens.of(profile));
                bench.messages.set(Messages.load(language));
                NetworkView network = new NetworkView(bench.context);
                network.render(network(bench, Highlight.ofSample(1)));
                Scene scene = Fx.scene(network.node(), size[0], size[1]);
                WritableImage image = Fx.picture(scene);
                assertTrue(ViewBench.count(image, bench.tokens.get().positive()) > 100);
                DeltasView deltas = new DeltasView(bench.context);
                deltas.render(deltas(bench, Highlight.ofSample(1)));
                Scene other = Fx.scene(deltas.node(), size[0], size[1]);
                WritableImage first = Fx.picture(other);
                assertTrue(ViewBench.count(first, bench.tokens.get().accent()) > 100);
                deltas.render(deltas(bench, Highlight.ofSample(1)));
                if (size[0] < 1000) {
                  assertTrue(ViewBench.same(first, Fx.picture(other)));
                }
                return null;
              });
        }
      }
    }
  }
}
