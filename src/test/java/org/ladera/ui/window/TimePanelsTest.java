package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.session.Command;
import org.ladera.session.RunFrame;
import org.ladera.session.Stop;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/** The panels of the time machine in a whole window, with keys and fields. */
class TimePanelsTest {
  private static Typesetter typesetter;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  private static void with(
      Settings settings, double width, double height, Consumer<WindowBench> use) {
    Fx.on(
        () -> {
          try (WindowBench bench = new WindowBench(typesetter, settings, width, height)) {
            bench.controller.open(0, 2);
            use.accept(bench.settle());
          }
          return null;
        });
  }

  private static void with(Consumer<WindowBench> use) {
    with(WindowBench.plain(Language.ES), 1280, 800, use);
  }

  private static RunFrame run(WindowBench bench) {
    return bench.frame().main();
  }

  private static void type(WindowBench bench, String id, String text) {
    TextField field = (TextField) bench.find(id).orElseThrow();
    field.requestFocus();
    field.setText(text);
    field.getOnAction().handle(null);
    bench.settle();
  }

  private static void fire(WindowBench bench, String id) {
    ((ButtonBase) bench.find(id).orElseThrow()).fire();
    bench.settle();
  }

  private static void at(WindowBench bench, long reached, long update) {
    bench.session.send(new Command.RunTo(reached));
    bench.session.send(new Command.Seek(update));
    bench.settle();
  }

  private static Node focus(WindowBench bench) {
    return bench.scene().getFocusOwner();
  }

  @Test
  void aRateTypedInThePastOpensABranchThatTheTreeShows() {
    with(
        bench -> {
          at(bench, 60, 20);
          bench.press(KeyCode.C);
          assertEquals("change-rate", focus(bench).getId(), "the first field has the focus");
          type(bench, "change-rate", "0,004");
          assertEquals(2, run(bench).branches().size());
          assertEquals(0.004, run(bench).experiment().optimizer().rate());
          bench.press(KeyCode.ESCAPE);
          assertTrue(bench.find("change-rate").isEmpty());
          bench.press(KeyCode.R);
          assertEquals("branch-list", focus(bench).getId());
          assertTrue(bench.find("branch-1").isPresent());
          bench.press(KeyCode.UP).press(KeyCode.C);
          assertTrue(run(bench).branches().getFirst().compared());
          assertTrue(bench.find("compare-table").isPresent());
          bench.press(KeyCode.ENTER);
          assertTrue(run(bench).branches().getFirst().active());
          bench.press(KeyCode.DOWN).press(KeyCode.DELETE);
          assertEquals(1, run(bench).branches().size());
          fire(bench, "branch-undo");
          assertEquals(2, run(bench).branches().size());
        });
  }

  @Test
  void theLetterThatOpensAPanelIsNotTypedIntoItsFirstField() {
    with(
        bench -> {
          at(bench, 60, 20);
          bench.press(KeyCode.C);
          TextField field = (TextField) focus(bench);
          String before = field.getText();
          javafx.event.Event.fireEvent(
              field,
              new KeyEvent(
                  KeyEvent.KEY_TYPED, "c", "", KeyCode.UNDEFINED, false, false, false, false));
          assertEquals(before, field.getText());
          bench.press(KeyCode.DIGIT5);
          javafx.event.Event.fireEvent(
              field,
              new KeyEvent(
                  KeyEvent.KEY_TYPED, "5", "", KeyCode.UNDEFINED, false, false, false, false));
          assertTrue(field.getText().contains("5"), "what is typed then is typed");
        });
  }

  @Test
  void escapeInAnUnfinishedFieldLeavesTheFieldAndThenThePanel() {
    with(
        bench -> {
          at(bench, 60, 20);
          bench.press(KeyCode.C);
          TextField field = (TextField) focus(bench);
          String before = field.getText();
          field.setText("0,5");
          bench.press(KeyCode.ESCAPE);
          assertTrue(bench.find("change-rate").isPresent(), "the panel stays");
          assertNotEquals(field, focus(bench));
          bench.press(KeyCode.RIGHT);
          assertEquals(21, run(bench).epoch(), "the keys are the run's");
          assertEquals(before, field.getText());
          assertEquals(1, run(bench).branches().size());
          bench.press(KeyCode.ESCAPE);
          assertTrue(bench.find("change-rate").isEmpty());
          bench.press(KeyCode.C).press(KeyCode.ESCAPE);
          assertTrue(bench.find("change-rate").isEmpty(), "nothing was begun in the field");
        });
  }

  @Test
  void aBranchIsRenamedInItsRowAndEscapeLeavesTheOldName() {
    with(
        bench -> {
          at(bench, 60, 20);
          bench.press(KeyCode.R).press(KeyCode.N);
          TextField field = (TextField) bench.find("branch-name").orElseThrow();
          assertEquals(field, focus(bench));
          field.setText("tranquila");
          field.getOnAction().handle(null);
          bench.settle();
          assertEquals("tranquila", run(bench).branches().getFirst().name());
          bench.press(KeyCode.N);
          ((TextField) bench.find("branch-name").orElseThrow()).setText("otra");
          bench.press(KeyCode.ESCAPE);
          assertTrue(bench.find("branch-name").isEmpty());
          assertTrue(bench.find("branch-list").isPresent(), "the panel stays");
          assertEquals("tranquila", run(bench).branches().getFirst().name());
        });
  }

  @Test
  void everyActivationCanBeChosen() {
    with(
        bench -> {
          at(bench, 60, 60);
          bench.press(KeyCode.C);
          @SuppressWarnings("unchecked")
          ComboBox<ActivationSpec.Kind> kinds =
              (ComboBox<ActivationSpec.Kind>) bench.find("change-activation-1").orElseThrow();
          assertEquals(List.copyOf(Catalogue.ACTIVATIONS.values()), kinds.getItems());
          for (ActivationSpec.Kind kind : ActivationSpec.Kind.values()) {
            kinds.setValue(kind);
            bench.settle();
            assertEquals(
                kind.usual(), run(bench).experiment().network().layers().getFirst().activation());
          }
        });
  }

  @Test
  void everyRuleCanBeUsedWithItsConstants() {
    with(
        bench -> {
          at(bench, 60, 60);
          bench.press(KeyCode.C);
          @SuppressWarnings("unchecked")
          ComboBox<OptimizerSpec.Rule> rules =
              (ComboBox<OptimizerSpec.Rule>) bench.find("change-rule").orElseThrow();
          assertEquals(List.copyOf(Catalogue.OPTIMIZERS.values()), rules.getItems());
          for (OptimizerSpec.Rule rule : OptimizerSpec.Rule.values()) {
            rules.setValue(rule);
            bench.settle();
            OptimizerSpec usual = rule.usual(0.01);
            if (rule != OptimizerSpec.Rule.GRADIENT_DESCENT) {
              fire(bench, "change-use-rule");
              assertEquals(usual, run(bench).experiment().optimizer().withRate(0.01));
            }
          }
          OptimizerSpec before = optimizer(bench);
          rules.setValue(OptimizerSpec.Rule.MOMENTUM);
          bench.settle();
          type(bench, "change-constant-1", "1,5");
          assertEquals(before, optimizer(bench), "1.5 is no share");
          type(bench, "change-constant-1", "0,75");
          fire(bench, "change-use-rule");
          assertEquals(0.75, ((OptimizerSpec.Momentum) optimizer(bench)).gamma());
        });
  }

  private static OptimizerSpec optimizer(WindowBench bench) {
    return run(bench).experiment().optimizer();
  }

  @Test
  void activationWeightAndExampleAreChangedAndAWrongNameIsSaid() {
    with(
        bench -> {
          at(bench, 60, 30);
          bench.press(KeyCode.C);
          @SuppressWarnings("unchecked")
          ComboBox<ActivationSpec.Kind> kinds =
              (ComboBox<ActivationSpec.Kind>) bench.find("change-activation-1").orElseThrow();
          kinds.setValue(ActivationSpec.Kind.LEAKY_RELU);
          bench.settle();
          assertEquals(
              ActivationSpec.leakyRelu(0.01),
              run(bench).experiment().network().layers().getFirst().activation());
          type(bench, "change-weight", "b[1][1]");
          type(bench, "change-weight-value", "-0,5");
          assertEquals(-0.5, run(bench).parameters().get(1));
          type(bench, "change-weight", "W[9][1,1]");
          assertTrue(
              bench.find("change-outcome").orElseThrow().getAccessibleText().contains("W[9]"));
          type(bench, "change-example", "2");
          type(bench, "change-example-value", "33");
          var data = run(bench).experiment().data();
          assertEquals(33, data.inputScaling().invert(0, data.x().get(1, 0)), 1e-12);
          assertEquals(2, run(bench).branches().size(), "one branch for all of it");
        });
  }

  @Test
  void theColumnsOfAnExampleHaveTheNamesOfTheLesson() {
    Lesson hill = HillLesson.lessons().getFirst();
    Dataset data = hill.steps().getFirst().scene().runs().getFirst().experiment().data();
    LessonText spanish = hill.texts().get("es");
    Map<String, String> columns =
        Map.of(
            "column." + data.inputs().getFirst(), "temperatura / °C",
            "column." + data.targets().getFirst(), "helados $y$");
    Lesson named =
        new Lesson(
            hill.id(),
            hill.folder(),
            hill.group(),
            hill.steps(),
            Map.of("es", new LessonText(spanish.title(), columns, spanish.steps())));
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(
                  List.of(named), typesetter, WindowBench.plain(Language.ES), 1280, 800)) {
            bench.controller.open(0, 2);
            bench.settle().press(KeyCode.C);
            @SuppressWarnings("unchecked")
            ComboBox<Integer> box =
                (ComboBox<Integer>) bench.find("change-example-column").orElseThrow();
            assertEquals(
                List.of("temperatura", "helados y"),
                box.getItems().stream().map(box.getConverter()::toString).toList());
          }
          return null;
        });
  }

  @Test
  void aRunToAConditionSaysHowItEnded() {
    with(
        bench -> {
          bench.press(KeyCode.U);
          type(bench, "condition-update", "37");
          fire(bench, "condition-go-update");
          assertEquals(37, run(bench).update());
          assertTrue(
              bench.find("condition-outcome").orElseThrow().getAccessibleText().contains("37"));
          fire(bench, "condition-go-loss");
          assertEquals(Stop.Why.PLANNED_END, bench.frame().stop().orElseThrow().why());
          bench.press(KeyCode.ESCAPE);
          assertTrue(bench.find("time-notice").isPresent(), "said where the panel is closed");
          bench.press(KeyCode.LEFT);
          assertTrue(bench.find("time-notice").isEmpty(), "until something else is asked for");
        });
  }

  @Test
  void thePanelsFitInEveryProfileAndLanguageInASmallWindow() {
    for (Language language : Language.values()) {
      for (Profile profile : Profile.values()) {
        with(
            new Settings(language, profile, 1),
            1024,
            640,
            bench -> {
              at(bench, 60, 20);
              bench.session.send(
                  new Command.Apply(new org.ladera.engine.spec.Edit.SetRate(0.004), false));
              bench.session.send(new Command.Compare(java.util.Optional.of(0)));
              bench.settle();
              for (KeyCode key : List.of(KeyCode.U, KeyCode.C, KeyCode.R)) {
                bench.press(key);
                assertTrue(bench.find("time-close").isPresent(), key + " opens a panel");
                assertEquals(List.of(), bench.cut(), language + " " + profile + " " + key);
                assertEquals(List.of(), bench.outside(), language + " " + profile + " " + key);
                bench.press(KeyCode.ESCAPE);
                assertFalse(bench.find("time-close").isPresent(), "Escape closes it");
              }
            });
      }
    }
  }
}
