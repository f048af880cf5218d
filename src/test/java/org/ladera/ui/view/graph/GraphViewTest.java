package org.ladera.ui.view.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.FunctionSyntaxException;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.KnownNumbers;
import org.ladera.lesson.model.SweepMode;
import org.ladera.lesson.model.UnitChoice;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.graph.GraphModel;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.plot.Written;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

/** A graph is gone through, asked and changed by keys and pointer. */
class GraphViewTest {
  private static final ParameterRef X = ParameterRef.weight(1, 1, 1);

  private static Frame frame;

  @BeforeAll
  static void start() throws FunctionSyntaxException {
    Fx.start();
    frame =
        Xor.after(
            Experiment.of(
                FunctionGraph.parse("x^2*y + y"),
                new double[] {1, 1},
                new OptimizerSpec.Sgd(1e-12),
                new ScheduleSpec.Constant(),
                0),
            0);
  }

  private final ViewBench bench = new ViewBench();
  private GraphView view;
  private Scene scene;

  private void open(KnownNumbers known) {
    bench.messages.set(Messages.load(Language.EN));
    view = new GraphView(bench.context);
    scene = Fx.scene(view.node(), 640, 400);
    view.render(
        GraphModel.of(
            frame,
            new ViewSpec.Graph(
                "main", UnitChoice.FIRST, SweepMode.REVERSE, Optional.empty(), known),
            Highlight.NONE,
            bench.messages.get(),
            Labels.NONE));
    Fx.picture(scene);
  }

  private void press(KeyCode code) {
    ViewBench.press(view.node(), code, false, false);
  }

  private List<Written> written() {
    List<Written> words = new ArrayList<>();
    ViewCard card = (ViewCard) view.node();
    card.watch(words::add);
    card.repaint();
    card.watch(null);
    return words;
  }

  private List<String> words() {
    return written().stream().map(Written::text).toList();
  }

  @Test
  void keysGoThroughItNodeByNodeBothWays() {
    Fx.on(
        () -> {
          open(KnownNumbers.INPUTS);
          assertTrue(words().contains("next:  p = x2 = ?"), words().toString());
          press(KeyCode.RIGHT);
          assertTrue(words().contains("p = x2 = 12 = 1"), words().toString());
          assertTrue(words().contains("next:  q = p \u00b7 y = ?"), words().toString());
          press(KeyCode.LEFT);
          assertTrue(words().contains("p") && !words().contains("p = 1"), words().toString());
          press(KeyCode.END);
          assertTrue(words().containsAll(List.of("\u2202J/\u2202x = 2", "\u2202J/\u2202y = 2")));
          press(KeyCode.HOME);
          assertTrue(words().stream().noneMatch(w -> w.startsWith("\u2202")), words().toString());
          return null;
        });
  }

  @Test
  void aNodeShowsWhereItsPathsMeet() {
    Fx.on(
        () -> {
          open(KnownNumbers.ALL);
          for (int i = 0; i < 3; i++) {
            press(KeyCode.DOWN);
          }
          assertTrue(
              words().stream().anyMatch(w -> w.endsWith("= 1 \u00b7 1 + 1 \u00b7 1 = 2")),
              words().toString());
          assertTrue(view.node().getAccessibleText().contains("1 \u00b7 1 + 1 \u00b7 1 = 2"));
          assertEquals(
              new Asked.Derivative(ParameterRef.weight(1, 1, 2)), view.asked().orElseThrow());
          press(KeyCode.ESCAPE);
          assertEquals(Optional.empty(), view.asked());
          return null;
        });
  }

  @Test
  void aGivenNumberIsTypedOver() {
    Fx.on(
        () -> {
          open(KnownNumbers.ALL);
          var at =
              written().stream().filter(w -> w.text().equals("x = 1")).findFirst().orElseThrow();
          ViewBench.mouse(
              view.node(),
              MouseEvent.MOUSE_CLICKED,
              at.place().getCenterX(),
              at.place().getCenterY(),
              1);
          TextField field = ViewBench.all(scene, TextField.class).getFirst();
          field.setText("2.5");
          field.fireEvent(new ActionEvent());
          assertEquals(Map.of(X, 2.5), bench.last(Intent.SetParameters.class).values());
          return null;
        });
  }

  @Test
  void inForwardModeAPersonChoosesByWhat() {
    Fx.on(
        () -> {
          open(KnownNumbers.ALL);
          button("forward").fire();
          assertTrue(words().contains("\u2202q/\u2202x = 2"), words().toString());
          button("by y").fire();
          assertTrue(words().contains("\u2202q/\u2202y = 1"), words().toString());
          assertTrue(words().contains("\u2202J/\u2202y = 2"), words().toString());
          return null;
        });
  }

  private ToggleButton button(String words) {
    return ViewBench.all(scene, ToggleButton.class).stream()
        .filter(b -> b.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }
}
