package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.trace.StepTrace;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.ViewKind;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.control.Focus;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.plot.ViewCard;

/** A number that is chosen in a view opens the update at the arithmetic of that number. */
class ExplainTest {
  private static Typesetter typesetter;
  private static List<Lesson> lessons;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
    lessons =
        LessonLibrary.load(Path.of(System.getProperty("ladera.lessons", "lessons"))).lessons();
  }

  /** The step of that name at epoch 3, with one view that fills the stage and has the focus. */
  private static void with(
      String lessonId, String stepId, ViewKind kind, Consumer<WindowBench> test) {
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(lessons, typesetter, WindowBench.plain(Language.EN), 1280, 800)) {
            Lesson lesson =
                lessons.stream().filter(l -> l.id().equals(lessonId)).findFirst().orElseThrow();
            int step = 0;
            while (!lesson.steps().get(step).id().equals(stepId)) {
              step++;
            }
            bench.controller.open(lessons.indexOf(lesson), step);
            bench.settle();
            bench.session.send(new Command.RunTo(3));
            bench.settle();
            List<ViewSpec> views = lesson.steps().get(step).views();
            int view = 0;
            while (views.get(view).kind() != kind) {
              view++;
            }
            bench.control(KeyCode.valueOf("DIGIT" + (view + 1)));
            Focus.visibly(card(bench));
            test.accept(bench.settle());
          }
          return null;
        });
  }

  private static void thesis(ViewKind kind, Consumer<WindowBench> test) {
    with("xor", "thesis", kind, test);
  }

  private static Node card(WindowBench bench) {
    return bench.shown().filter(ViewCard.class::isInstance).findFirst().orElseThrow();
  }

  /** The breakdown that is open, as it is copied: the number's name and its arithmetic. */
  private static String breakdown(WindowBench bench) {
    assertTrue(bench.find("equation").isPresent(), "no update is open");
    bench.control(KeyCode.C);
    return Clipboard.getSystemClipboard().getString();
  }

  private static void assertOpen(String name, double value, WindowBench bench) {
    String breakdown = breakdown(bench);
    assertTrue(breakdown.startsWith(name + " = "), name + " in " + breakdown);
    assertTrue(breakdown.endsWith("\n= " + value), value + " in " + breakdown);
  }

  @Test
  void aDeltaOfTheMap() {
    with(
        "xor",
        "symmetry",
        ViewKind.DELTAS,
        bench -> {
          bench.press(KeyCode.RIGHT);
          bench.press(KeyCode.RIGHT);
          bench.press(KeyCode.DOWN);
          StepTrace trace = bench.frame().main().next();
          bench.press(KeyCode.E);
          assertOpen("delta[1][2,2]", trace.layers().getFirst().delta().get(1, 1), bench);
        });
  }

  @Test
  void aUnitByEnterAndAWeightByItsLetter() {
    thesis(
        ViewKind.NETWORK,
        bench -> {
          bench.press(KeyCode.RIGHT);
          bench.press(KeyCode.RIGHT);
          StepTrace trace = bench.frame().main().next();
          bench.press(KeyCode.E);
          assertOpen("dW[1][1,1]", trace.layers().getFirst().w().gradient().get(0, 0), bench);
          bench.press(KeyCode.ESCAPE);
          assertTrue(bench.find("equation").isEmpty());
          Focus.visibly(card(bench));
          bench.press(KeyCode.RIGHT);
          bench.press(KeyCode.ENTER);
          assertOpen("a[1][1,1]", trace.layers().getFirst().a().get(0, 0), bench);
        });
  }

  @Test
  void anExampleOfTheBoundaryIsItsOutput() {
    thesis(
        ViewKind.BOUNDARY,
        bench -> {
          bench.press(KeyCode.LEFT);
          bench.press(KeyCode.LEFT);
          StepTrace trace = bench.frame().main().next();
          bench.press(KeyCode.E);
          String breakdown = breakdown(bench);
          int row = Integer.parseInt(breakdown.replaceAll("(?s)a\\[2]\\[(\\d+),1].*", "$1"));
          assertTrue(trace.x().get(row - 1, 0) == 1, breakdown);
          assertOpen("a[2][" + row + ",1]", trace.layers().getLast().a().get(row - 1, 0), bench);
        });
  }

  @Test
  void thePresentLossOfTheCurve() {
    thesis(
        ViewKind.LOSS_CURVE,
        bench -> {
          bench.press(KeyCode.E);
          assertOpen("loss", bench.frame().main().now().totalLoss(), bench);
        });
  }

  @Test
  void theReadingsOfTheRunAreButtons() {
    thesis(
        ViewKind.LOSS_CURVE,
        bench -> {
          ButtonBase loss = (ButtonBase) bench.find("reading-PresentLoss").orElseThrow();
          assertTrue(loss.isFocusTraversable());
          assertTrue(loss.getAccessibleText().startsWith("J 0.55"), loss.getAccessibleText());
          loss.fire();
          bench.settle();
          assertOpen("loss", bench.frame().main().now().totalLoss(), bench);
          ((ButtonBase) bench.find("reading-Rate").orElseThrow()).fire();
          bench.settle();
          assertTrue(bench.words().stream().anyMatch(t -> t.startsWith("Phase 11 ")));
        });
  }

  @Test
  void aWeightOfTheTableLeadsBackToTheUpdateThatMadeIt() {
    with(
        "linear-regression",
        "update",
        ViewKind.UPDATES,
        bench -> {
          bench.press(KeyCode.DOWN);
          bench.press(KeyCode.DOWN);
          bench.press(KeyCode.RIGHT);
          bench.press(KeyCode.E);
          assertEquals(1, bench.frame().main().update());
          double after = bench.frame().main().next().layers().getFirst().b().after().get(0, 0);
          assertOpen("b_after[1][1]", after, bench);
        });
  }

  @Test
  void theTimelineKeepsItsOwnKeysWhileAnUpdateIsOpen() {
    thesis(
        ViewKind.LOSS_CURVE,
        bench -> {
          bench.session.send(new Command.Apply(new Edit.SetRate(0.1), false));
          bench.session.send(new Command.RunTo(6));
          bench.settle();
          bench.press(KeyCode.E);
          Node timeline = bench.find("timeline").orElseThrow();
          timeline.requestFocus();
          // The marks: the least loss, then the edit.
          bench.control(KeyCode.LEFT);
          bench.control(KeyCode.LEFT);
          assertEquals(3, bench.frame().main().epoch());
          bench.scene().getRoot().requestFocus();
          bench.press(KeyCode.HOME);
          bench.control(KeyCode.RIGHT);
          assertEquals(3, bench.frame().main().epoch());
          assertTrue(bench.words().stream().anyMatch(t -> t.startsWith("Phase 2 ")));
        });
  }

  @Test
  void withoutAChosenNumberTheUpdateOpensAtItsBeginning() {
    thesis(
        ViewKind.NETWORK,
        bench -> {
          bench.press(KeyCode.E);
          assertTrue(bench.words().stream().anyMatch(t -> t.startsWith("Phase 1 ")));
          assertEquals(3, bench.frame().main().epoch());
        });
  }

  private static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
    Point2D at = node.localToScene(x, y);
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            null));
  }

  /** The lesson of the hill: a surface, the data, its contour, the loss. */
  private static void hill(Consumer<WindowBench> test) {
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(typesetter, WindowBench.plain(Language.EN), 1280, 800)) {
            bench.controller.open(0, 2);
            bench.settle();
            bench.session.send(new Command.RunTo(3));
            bench.settle();
            bench.controller.settle();
            test.accept(bench.settle());
          }
          return null;
        });
  }

  @Test
  void whatThePointerShowsOpensWhereverTheFocusIs() {
    hill(
        bench -> {
          List<Node> cards = bench.shown().filter(ViewCard.class::isInstance).toList();
          Node surface = titled(cards, "Loss surface");
          Region contour = (Region) titled(cards, "Contour");
          surface.requestFocus();
          mouse(contour, MouseEvent.MOUSE_MOVED, contour.getWidth() * 0.3, contour.getHeight() / 2);
          bench.settle();
          String tip =
              bench.words().stream().filter(t -> t.contains("\u2248")).findFirst().orElseThrow();
          bench.press(KeyCode.E);
          String breakdown = breakdown(bench);
          assertTrue(breakdown.startsWith("loss = "), breakdown);
          double opened = Double.parseDouble(breakdown.replaceAll("(?s).*\n= ", ""));
          double shown = Double.parseDouble(tip.replaceAll("[^0-9.]", ""));
          assertEquals(shown, opened, 0.005 * shown, "what the pointer shows");
          assertTrue(Math.abs(opened / bench.frame().main().now().totalLoss() - 1) > 0.05, tip);
          bench.press(KeyCode.ESCAPE);
          // Away from it, the loss is asked that the surface is about.
          mouse(contour, MouseEvent.MOUSE_EXITED, -5, -5);
          surface.requestFocus();
          bench.press(KeyCode.E);
          assertOpen("loss", bench.frame().main().now().totalLoss(), bench);
        });
  }

  private static Node titled(List<Node> cards, String start) {
    return cards.stream()
        .filter(card -> card.getAccessibleText().startsWith(start))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(cards.stream().map(Node::getAccessibleText).toList()));
  }

  @Test
  void aLossOfTheTableOfRunsOpensInTheRowOfTheMainRunOnly() {
    with(
        "linear-regression",
        "scaling",
        ViewKind.RUNS,
        bench -> {
          // Past the name to the last number, which is J.
          bench.press(KeyCode.DOWN);
          for (int column = 0; column < 3; column++) {
            bench.press(KeyCode.RIGHT);
          }
          bench.press(KeyCode.E);
          assertOpen("loss", bench.frame().main().now().totalLoss(), bench);
          bench.press(KeyCode.ESCAPE);
          Focus.visibly(card(bench));
          bench.press(KeyCode.DOWN);
          String spoken = card(bench).getAccessibleText();
          double shown = bench.frame().runs().get(1).now().totalLoss();
          assertTrue(spoken.contains(Messages.load(Language.EN).numbers().exact(shown)), spoken);
          bench.press(KeyCode.E);
          assertTrue(
              bench.find("equation").isEmpty()
                  || !breakdown(bench).endsWith("\n= " + bench.frame().main().now().totalLoss()),
              "the loss of another run is not that of the main one");
        });
  }

  @Test
  void tabReachesAFormulaThatOpensAndEnterOpensIt() {
    hill(
        bench -> {
          List<FormulaView> stops =
              bench
                  .shown()
                  .filter(n -> n instanceof FormulaView f && f.isFocusTraversable())
                  .map(n -> (FormulaView) n)
                  .toList();
          assertFalse(stops.isEmpty());
          Node before = bench.find("language-es").orElse(bench.scene().getRoot());
          before.requestFocus();
          List<Node> reached = new ArrayList<>();
          Node owner = before;
          while (owner != null && !reached.contains(owner)) {
            reached.add(owner);
            owner.requestFocusTraversal(TraversalDirection.NEXT);
            owner = bench.scene().getFocusOwner();
          }
          assertTrue(reached.containsAll(stops), "Tab comes by every one of them");
          FormulaView gradient =
              stops.stream().filter(f -> f.tex().contains("nabla J")).findFirst().orElseThrow();
          Focus.visibly(gradient);
          bench.settle();
          assertTrue(gradient.isFocusVisible());
          assertEquals(1, gradient.getBorder().getStrokes().size(), "a ring");
          assertEquals(AccessibleRole.BUTTON, gradient.getAccessibleRole());
          Fx.keep(Fx.picture(bench.scene()), "formula-focus");
          bench.press(KeyCode.ENTER);
          ContextMenu menu =
              Window.getWindows().stream()
                  .filter(w -> w instanceof ContextMenu)
                  .map(w -> (ContextMenu) w)
                  .findFirst()
                  .orElseThrow();
          StepTrace trace = bench.frame().main().next();
          menu.getItems().getLast().fire();
          menu.hide();
          bench.settle();
          assertOpen("dW[1][1,1]", trace.layers().getFirst().w().gradient().get(0, 0), bench);
          bench.press(KeyCode.ESCAPE);
          assertEquals(gradient, bench.scene().getFocusOwner(), "the focus comes back");
          bench.press(KeyCode.RIGHT);
          assertEquals(4, bench.frame().main().epoch(), "the arrows are the run's");
        });
  }

  @Test
  void aNumberOfTheTextOpensAndOfSeveralOneIsAsked() {
    hill(
        bench -> {
          FormulaView gradient =
              bench
                  .shown()
                  .filter(n -> n instanceof FormulaView f && f.tex().contains("nabla J"))
                  .map(n -> (FormulaView) n)
                  .findFirst()
                  .orElseThrow();
          mouse(gradient, MouseEvent.MOUSE_CLICKED, 5, 5);
          ContextMenu menu =
              Window.getWindows().stream()
                  .filter(w -> w instanceof ContextMenu)
                  .map(w -> (ContextMenu) w)
                  .findFirst()
                  .orElseThrow();
          assertEquals(
              List.of("db[1][1]", "dW[1][1,1]"),
              menu.getItems().stream().map(MenuItem::getText).toList());
          StepTrace trace = bench.frame().main().next();
          menu.getItems().getLast().fire();
          menu.hide();
          bench.settle();
          assertOpen("dW[1][1,1]", trace.layers().getFirst().w().gradient().get(0, 0), bench);
        });
  }
}
