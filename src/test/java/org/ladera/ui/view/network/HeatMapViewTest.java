package org.ladera.ui.view.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.explain.Quantity;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.network.MatrixModel;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

class HeatMapViewTest {
  @BeforeAll
  static void start() {
    Fx.start();
  }

  @Test
  void aCellShowsItsArithmeticAndAsksForItsActivation() {
    Frame frame = Xor.after(Xor.threeClasses(), 20);
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          bench.messages.set(Messages.load(Language.EN));
          var view = new org.ladera.ui.view.network.HeatMapView(bench.context);
          Scene scene = Fx.scene(view.node(), 400, 400);
          MatrixModel model =
              MatrixModel.of(
                  frame,
                  Xor.view(ViewSpec.Matrix.class, "sample", "5"),
                  Highlight.NONE,
                  bench.messages.get(),
                  Labels.NONE);
          view.render(model);
          Fx.picture(scene);
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          MatrixView a = frame.main().next().layers().getLast().a();
          String shown = words(view.node());
          String value = String.format(Locale.ROOT, "= %.4f", a.get(4, 1) * (1 - a.get(4, 1)));
          assertTrue(shown.contains(value), shown + " should have " + value);
          assertTrue(shown.contains("a2(1 \u2212 a2)"), shown);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          assertTrue(words(view.node()).contains("= \u2212a2a3 = "), words(view.node()));
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_CLICKED, 5, 5, 1);
          assertEquals(
              new Asked.Unit(Quantity.Kind.A, 1, 2, 4), bench.last(Intent.Explain.class).number());
          return null;
        });
  }

  private static String words(javafx.scene.Parent parent) {
    StringBuilder all = new StringBuilder();
    for (var node : parent.getChildrenUnmodifiable()) {
      if (node instanceof Text text) {
        all.append(text.getText());
      } else if (node instanceof javafx.scene.Parent inner) {
        all.append(words(inner));
      }
    }
    return all.toString();
  }
}
