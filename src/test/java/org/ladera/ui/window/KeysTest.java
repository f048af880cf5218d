package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.Edit;
import org.ladera.session.Command;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.control.Focus;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.plot.ViewCard;

/** The keys mean the same wherever somebody has clicked or typed before. */
class KeysTest {
  private static Typesetter typesetter;
  private final ConcurrentLinkedQueue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  @BeforeEach
  void listen() {
    Fx.on(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
          return null;
        });
  }

  @AfterEach
  void nothingWentWrongUnseen() {
    Fx.on(() -> null);
    assertEquals(List.of(), List.copyOf(uncaught));
  }

  private static void with(int lesson, int step, Consumer<WindowBench> test) {
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(typesetter, WindowBench.plain(Language.EN), 1280, 800)) {
            bench.controller.open(lesson, step);
            test.accept(bench.settle());
          }
          return null;
        });
  }

  private static void hill(Consumer<WindowBench> test) {
    with(0, 2, test);
  }

  private static <T extends Node> T first(WindowBench bench, Class<T> kind) {
    return bench.shown().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  private static Node owner(WindowBench bench) {
    return bench.scene().getFocusOwner();
  }

  private static double epoch(WindowBench bench) {
    return bench.frame().main().epoch();
  }

  @Test
  void aPlotOrTextThatWasClickedLeavesTheRemotesKeysToTheRun() {
    hill(
        bench -> {
          int epochs = 0;
          for (Node node : List.of(first(bench, ViewCard.class), first(bench, ScrollPane.class))) {
            node.requestFocus();
            bench.press(KeyCode.RIGHT);
            assertEquals(++epochs, epoch(bench), node.getClass().getSimpleName());
            assertSame(node, owner(bench));
          }
          bench.press(KeyCode.LEFT).press(KeyCode.LEFT);
          assertEquals(0, epoch(bench));
          bench.press(KeyCode.SPACE);
          assertEquals(1500, epoch(bench));
          bench.press(KeyCode.PERIOD);
          assertTrue(bench.controller.window().overlays().isCovered());
        });
  }

  @Test
  void aPlotReachedByTabHasTheArrowsUntilEscape() {
    hill(
        bench -> {
          Focus.visibly(first(bench, ViewCard.class));
          bench.press(KeyCode.RIGHT);
          assertEquals(0, epoch(bench));
          bench.press(KeyCode.ESCAPE).press(KeyCode.ESCAPE);
          bench.press(KeyCode.RIGHT);
          assertEquals(1, epoch(bench));
        });
  }

  @Test
  void enterInANumberFieldGivesTheKeysBackUnlessItIsNoNumber() {
    hill(
        bench -> {
          TextField field = first(bench, TextField.class);
          field.requestFocus();
          field.setText("abc");
          bench.press(KeyCode.ENTER);
          assertSame(field, owner(bench));
          field.setText("0.002");
          bench.press(KeyCode.ENTER);
          assertFalse(owner(bench) instanceof TextInputControl);
          bench.press(KeyCode.RIGHT);
          assertEquals(1, epoch(bench));
        });
  }

  @Test
  void escapeLeavesAFieldAndPutsBackWhatStoodThere() {
    hill(
        bench -> {
          TextField field = first(bench, TextField.class);
          String before = field.getText();
          field.requestFocus();
          field.setText("0.002");
          bench.press(KeyCode.ESCAPE);
          assertFalse(owner(bench) instanceof TextInputControl);
          assertEquals(before, field.getText());
          assertEquals(0.01, bench.frame().main().experiment().optimizer().rate());
        });
  }

  @Test
  void aFieldWithTheFocusFollowsTheRun() {
    hill(
        bench -> {
          TextField field = first(bench, TextField.class);
          field.requestFocus();
          bench.session.send(new Command.Apply(new Edit.SetRate(0.004), false));
          bench.settle();
          assertEquals("0.004", field.getText());
        });
  }

  @Test
  void turningThePageNeverPutsThePersonIntoAField() {
    for (boolean plot : new boolean[] {true, false}) {
      with(
          0,
          1,
          bench -> {
            Node before = plot ? first(bench, ViewCard.class) : first(bench, TextField.class);
            before.requestFocus();
            bench.press(KeyCode.PAGE_DOWN);
            bench.settle();
            assertFalse(owner(bench) instanceof TextInputControl, "from a plot: " + plot);
            bench.press(KeyCode.RIGHT);
            assertEquals(1, epoch(bench));
          });
    }
  }

  @Test
  void minusAndPlusChangeTheSpeed() {
    hill(
        bench -> {
          double before = bench.frame().pace();
          bench.press(KeyCode.MINUS);
          assertTrue(bench.frame().pace() < before);
          bench.press(KeyCode.PLUS).press(KeyCode.ADD);
          assertTrue(bench.frame().pace() > before);
        });
  }

  @Test
  void theNextLessonOpensByKey() {
    hill(
        bench -> {
          String title = bench.stage.getTitle();
          bench.control(KeyCode.PAGE_DOWN);
          String next = bench.stage.getTitle();
          assertNotEquals(title.split(" · ")[0], next.split(" · ")[0]);
          bench.control(KeyCode.PAGE_UP);
          assertEquals(title, bench.stage.getTitle(), "back to the step last used there");
          bench.control(KeyCode.PAGE_UP);
          assertEquals(title, bench.stage.getTitle(), "there is none before the first");
        });
  }

  @Test
  void aNumberIsAskedForByItsName() {
    with(
        1,
        0,
        bench -> {
          bench.control(KeyCode.F);
          TextField search = assertInstanceOf(TextField.class, owner(bench));
          assertEquals("step-search", search.getId());
          search.setText("delta[1][1,1]");
          bench.press(KeyCode.ENTER);
          assertFalse(owner(bench) instanceof TextInputControl);
          assertTrue(bench.words().stream().anyMatch(t -> t.startsWith("Phase 9 ")), "its phase");
        });
  }

  @Test
  void twoChoicesInOneFrameLeaveTheUpdateWhole() {
    with(
        1,
        0,
        bench -> {
          bench.press(KeyCode.E).press(KeyCode.END);
          List<ButtonBase> equations =
              bench
                  .shown()
                  .filter(
                      n -> n instanceof ButtonBase b && b.getStyleClass().contains("step-number"))
                  .map(n -> (ButtonBase) n)
                  .filter(
                      b -> b.getAccessibleText() != null && b.getAccessibleText().contains("b'"))
                  .toList();
          assertFalse(equations.isEmpty());
          // Back to the loss; what the screen still shows is of the last one.
          ((ButtonBase) bench.scene().getRoot().lookup("#phase-6")).fire();
          equations.getLast().fire();
          bench.settle();
          assertTrue(bench.words().stream().anyMatch(t -> t.startsWith("Phase 6 ")));
          bench.press(KeyCode.PAGE_DOWN);
          assertTrue(bench.words().stream().anyMatch(t -> t.startsWith("Phase 7 ")));
        });
  }

  @Test
  void askedTwiceWithinOnePulseTheSessionIsAskedOnce() {
    with(
        1,
        0,
        bench -> {
          bench.session.send(new Command.RunTo(3));
          bench.settle();
          bench.press(KeyCode.E).press(KeyCode.HOME);
          bench.controller.stepThrough().phase(-1);
          bench.controller.stepThrough().phase(-1);
          bench.settle();
          assertEquals(2, bench.frame().main().update());
        });
  }
}
