package org.ladera.ui.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.IceCreamFrames;
import org.ladera.present.loss.CurveModel;
import org.ladera.present.shared.Highlight;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

class LossCurveViewTest {
  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static Frame rewound() {
    InlineSession session = IceCreamFrames.played(1500, 1500, IceCreamFrames.experiment(0.01));
    session.send(new Command.Seek(240));
    return session.newest();
  }

  private static CurveModel model(ViewBench bench, Frame frame, String... options) {
    return CurveModel.of(
        frame,
        IceCreamFrames.view(ViewSpec.LossCurve.class, options),
        Highlight.NONE,
        bench.messages.get());
  }

  private static Scene shown(ViewBench bench, LossCurveView view, Frame frame) {
    Scene scene = Fx.scene(view.node(), 420, 320);
    view.render(model(bench, frame));
    return scene;
  }

  private static long seek(ViewBench bench) {
    return bench.last(Intent.SeekUpdate.class).update();
  }

  @Test
  void aClickGoesToTheEpochUnderThePointerAndADragFollowsIt() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          LossCurveView view = new LossCurveView(bench.context);
          shown(bench, view, rewound());
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, 200, 200, 1);
          long first = seek(bench);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_DRAGGED, 300, 200, 1);
          long second = seek(bench);
          // 1500 epochs over some 356 pixels.
          assertTrue(first > 500 && first < 800, "epoch " + first);
          assertEquals(100 * 1500 / 356.0, second - first, 12);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_DRAGGED, 9000, 200, 1);
          assertEquals(1500, seek(bench));
          return null;
        });
  }

  @Test
  void aClickInTheHeaderGoesNowhere() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          LossCurveView view = new LossCurveView(bench.context);
          shown(bench, view, rewound());
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, 200, 12, 1);
          assertTrue(bench.intents.isEmpty());
          return null;
        });
  }

  @Test
  void keysGoThroughTheEpochs() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          LossCurveView view = new LossCurveView(bench.context);
          shown(bench, view, rewound());
          ViewBench.press(view.node(), KeyCode.LEFT, false, false);
          assertEquals(239, seek(bench));
          ViewBench.press(view.node(), KeyCode.RIGHT, true, false);
          assertEquals(250, seek(bench));
          ViewBench.press(view.node(), KeyCode.HOME, false, false);
          assertEquals(0, seek(bench));
          ViewBench.press(view.node(), KeyCode.END, false, false);
          assertEquals(1500, seek(bench));
          return null;
        });
  }

  @Test
  void theScaleCanBeSwitchedAndStaysSwitched() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          LossCurveView view = new LossCurveView(bench.context);
          Frame frame = rewound();
          Scene scene = shown(bench, view, frame);
          List<ToggleButton> buttons = ViewBench.all(scene, ToggleButton.class);
          assertTrue(buttons.get(1).isSelected());
          WritableImage log = Fx.picture(scene);
          buttons.get(0).fire();
          WritableImage linear = Fx.picture(scene);
          assertFalse(ViewBench.same(log, linear));
          view.render(model(bench, frame));
          assertTrue(ViewBench.same(linear, Fx.picture(scene)));
          buttons.get(0).fire();
          assertTrue(buttons.get(0).isSelected(), "choosing it again keeps it");
          ViewBench.press(view.node(), KeyCode.L, false, false);
          assertTrue(ViewBench.same(log, Fx.picture(scene)));
          return null;
        });
  }

  @Test
  void theCurveIsGoldAndTurnsRedWhenTheRunDiverges() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          LossCurveView view = new LossCurveView(bench.context);
          Tokens tokens = bench.tokens.get();
          Scene scene = shown(bench, view, IceCreamFrames.after(1500));
          assertTrue(ViewBench.count(Fx.picture(scene), tokens.loss().ink()) > 100);
          assertEquals(0, ViewBench.count(Fx.picture(scene), tokens.danger().mark()));
          Frame far =
              IceCreamFrames.played(15000, 15000, IceCreamFrames.experiment(0.012)).newest();
          view.render(model(bench, far));
          assertTrue(ViewBench.count(Fx.picture(scene), tokens.danger().mark()) > 100);
          ViewBench.press(view.node(), KeyCode.L, false, false);
          assertTrue(ViewBench.count(Fx.picture(scene), tokens.danger().mark()) > 20);
          return null;
        });
  }

  @Test
  void pointingReadsTheLossOfThatEpoch() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          LossCurveView view = new LossCurveView(bench.context);
          Scene scene = shown(bench, view, rewound());
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_MOVED, 45, 200, 0);
          List<String> words =
              ViewBench.all(scene, javafx.scene.text.Text.class).stream()
                  .map(javafx.scene.text.Text::getText)
                  .toList();
          assertTrue(words.stream().anyMatch(w -> w.startsWith("época ")), words.toString());
          assertTrue(words.stream().anyMatch(w -> w.startsWith("exacto ")), words.toString());
          return null;
        });
  }

  @Test
  void theSpokenTextFollowsTheState() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          LossCurveView view = new LossCurveView(bench.context);
          shown(bench, view, rewound());
          assertTrue(view.node().getAccessibleText().contains("Época 240 de 1500"));
          bench.messages.set(Messages.load(Language.EN));
          view.render(model(bench, IceCreamFrames.after(7)));
          assertTrue(view.node().getAccessibleText().contains("Epoch 7 of 1500"));
          return null;
        });
  }

  @Test
  void itIsDrawnInEverySizeProfileAndLanguage() {
    Frame frame = rewound();
    int[][] sizes = {{240, 180}, {288, 332}, {3840, 2160}};
    for (Profile profile : Profile.values()) {
      for (Language language : Language.values()) {
        for (int[] size : sizes) {
          Fx.on(
              () -> {
                ViewBench bench = new ViewBench();
                bench.tokens.set(Tokens.of(profile));
                bench.messages.set(Messages.load(language));
                LossCurveView view = new LossCurveView(bench.context);
                Scene scene = Fx.scene(view.node(), size[0], size[1]);
                view.render(model(bench, frame));
                WritableImage picture = Fx.picture(scene);
                assertTrue(ViewBench.count(picture, bench.tokens.get().loss().ink()) > 20);
                view.dispose();
                return null;
              });
        }
      }
    }
  }

  @Test
  void beforeARunNothingCanBeAsked() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          LossCurveView view = new LossCurveView(bench.context);
          Scene scene = Fx.scene(view.node(), 300, 240);
          Fx.picture(scene);
          view.render(CurveModel.empty(bench.messages.get()));
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, 150, 120, 1);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          Fx.picture(scene);
          assertTrue(bench.intents.isEmpty());
          return null;
        });
  }
}
