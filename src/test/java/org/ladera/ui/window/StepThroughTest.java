package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.engine.trace.StepTrace;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.plot.Drawing;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/** An update opened over a lesson, walked through by keyboard, and closed again. */
class StepThroughTest {
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

  private static void with(Settings settings, double w, double h, Consumer<WindowBench> test) {
    Fx.on(
        () -> {
          try (WindowBench bench = new WindowBench(typesetter, settings, w, h)) {
            // The second lesson of the bench has several layers.
            bench.controller.open(1, 0);
            bench.settle();
            bench.session.send(new Command.RunTo(3));
            test.accept(bench.settle());
          }
          return null;
        });
  }

  private static void english(Consumer<WindowBench> test) {
    with(WindowBench.plain(Language.EN), 1280, 800, test);
  }

  /** Which phase is open: its number among all. */
  private static int phase(WindowBench bench) {
    String count =
        bench.words().stream().filter(t -> t.startsWith("Phase ")).findFirst().orElse("Phase 0 ");
    return Integer.parseInt(count.split(" ")[1]);
  }

  private static int phases(WindowBench bench) {
    int count = 0;
    while (bench.find("phase-" + (count + 1)).isPresent() || anywhere(bench, count + 1)) {
      count++;
    }
    return count;
  }

  private static boolean anywhere(WindowBench bench, int phase) {
    return bench.scene().getRoot().lookup("#phase-" + phase) != null;
  }

  private static int pictures(WindowBench bench) {
    return bench.session.newest().fields().size() + bench.session.newest().slices().size();
  }

  @Test
  void whoStaysAtTheEndOfAnUpdateGetsItsLandscapeAndWhoStepsOnAsksForNone() {
    english(
        bench -> {
          int before = pictures(bench);
          bench.press(KeyCode.E);
          int last = phases(bench);
          while (phase(bench) < last) {
            bench.press(KeyCode.RIGHT);
          }
          assertEquals(before, pictures(bench));
          bench.settle().settle().settle();
          assertTrue(pictures(bench) > before);
        });
  }

  @Test
  void oneKeyOpensTheUpdateAndEscapeGoesBackToTheLesson() {
    english(
        bench -> {
          assertTrue(bench.find("equation").isEmpty());
          bench.press(KeyCode.E);
          assertTrue(bench.find("equation").isPresent());
          assertEquals(1, phase(bench));
          bench.press(KeyCode.ESCAPE);
          assertTrue(bench.find("equation").isEmpty());
          bench.press(KeyCode.E);
          bench.press(KeyCode.E);
          assertTrue(bench.find("equation").isEmpty());
        });
  }

  @Test
  void arrowsAndPresenterKeysWalkThroughUpdatesAndBack() {
    english(
        bench -> {
          bench.press(KeyCode.E);
          long before = bench.frame().main().update();
          int all = phases(bench);
          assertTrue(all > 7, "only " + all);
          for (int p = 1; p <= all; p++) {
            assertEquals(p, phase(bench));
            bench.press(p % 2 == 0 ? KeyCode.RIGHT : KeyCode.PAGE_DOWN);
          }
          assertEquals(before + 1, bench.frame().main().update());
          assertEquals(1, phase(bench));
          bench.press(KeyCode.LEFT);
          assertEquals(before, bench.frame().main().update());
          assertEquals(all, phase(bench));
          bench.press(KeyCode.HOME);
          assertEquals(1, phase(bench));
          bench.press(KeyCode.END);
          assertEquals(all, phase(bench));
        });
  }

  @Test
  void aNumberIsFoundByItsNameAndItsAccountIsCopied() {
    english(
        bench -> {
          bench.press(KeyCode.E);
          TextField search = (TextField) bench.find("step-search").orElseThrow();
          search.setText("dW[1][1,2]");
          search.getOnAction().handle(null);
          bench.settle();
          bench.control(KeyCode.C);
          StepTrace trace = bench.frame().main().next();
          double value = trace.layers().getFirst().w().gradient().get(0, 1);
          String copied = Clipboard.getSystemClipboard().getString();
          assertTrue(copied.startsWith("dW[1][1,2] = x[1,1] · delta[1][1,2]"), copied);
          assertTrue(copied.endsWith("\n= " + value), copied);

          search.setText("dW[9][2,1]");
          search.getOnAction().handle(null);
          bench.settle();
          assertTrue(search.getAccessibleHelp().contains("dW[9][2,1]"));
          assertEquals("dW[9][2,1]", search.getText());
        });
  }

  /** Also in the phase that is seen first, which comes before its place has a size. */
  @Test
  void theNetworkOfAnOpenUpdateIsSeenWholeInALowWindow() {
    with(
        new Settings(Language.EN, Profile.PROJECTOR, 1),
        1024,
        640,
        bench -> {
          bench.press(KeyCode.E);
          Node network =
              bench
                  .shown()
                  .filter(n -> n.getAccessibleText() != null)
                  .filter(n -> n.getAccessibleText().startsWith("The network in this phase"))
                  .findFirst()
                  .orElseThrow();
          double end = network.localToScene(network.getLayoutBounds()).getMaxY();
          Node next = bench.find("phase-next").orElseThrow();
          double foot = next.localToScene(next.getLayoutBounds()).getMinY();
          assertTrue(end <= foot, end + " above " + foot);
        });
  }

  /** One menu opens: that of the part. */
  @Test
  void aRightClickOnAPartDoesNotGoOnToWhatLiesBelow() {
    english(
        bench -> {
          bench.press(KeyCode.E);
          TextField search = (TextField) bench.find("step-search").orElseThrow();
          search.setText("dW[1][1,2]");
          search.getOnAction().handle(null);
          bench.settle();
          Parent breakdown = (Parent) bench.find("breakdown").orElseThrow();
          Node part =
              WindowBench.nodes(breakdown)
                  .filter(n -> n.getOnContextMenuRequested() != null)
                  .findFirst()
                  .orElseThrow();
          List<Node> below = new ArrayList<>();
          for (Node at = breakdown; at != null; at = at.getParent()) {
            Node each = at;
            at.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> below.add(each));
          }
          part.fireEvent(
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED, 2, 2, 2, 2, false, null));
          List<ContextMenu> menus =
              List.copyOf(Window.getWindows()).stream()
                  .filter(ContextMenu.class::isInstance)
                  .map(ContextMenu.class::cast)
                  .toList();
          assertEquals(1, menus.size());
          assertEquals(2, menus.getFirst().getItems().size(), "input and delta");
          menus.getFirst().hide();
          assertEquals(List.of(), below);
        });
  }

  @Test
  void everyOperandIsAButtonThatLeadsFurtherBackDownToTheData() {
    english(
        bench -> {
          bench.press(KeyCode.E);
          bench.press(KeyCode.END);
          for (int i = 0; i < 40; i++) {
            List<ButtonBase> operands =
                WindowBench.nodes((Parent) bench.find("breakdown").orElseThrow())
                    .filter(n -> n instanceof ButtonBase b && !b.isMouseTransparent())
                    .map(n -> (ButtonBase) n)
                    .toList();
            if (operands.isEmpty()) {
              assertTrue(bench.words().stream().anyMatch(t -> t.startsWith("This is")));
              return;
            }
            ButtonBase last = operands.getLast();
            last.fire();
            // Several numbers of one part are chosen from in a menu.
            List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .forEach(
                    menu -> {
                      menu.getItems().getLast().fire();
                      menu.hide();
                    });
            bench.settle();
          }
          throw new AssertionError("the way back did not end");
        });
  }

  @Test
  void smallStepsHideWhatIsStillToCome() {
    english(
        bench -> {
          ((ButtonBase) bench.find("size-of-operation").orElseThrow()).fire();
          bench.settle();
          assertTrue(bench.find("equation").isPresent());
          ((ButtonBase) bench.find("size-of-element").orElseThrow()).fire();
          bench.settle();
          int first = phase(bench);
          bench.press(KeyCode.RIGHT);
          bench.press(KeyCode.RIGHT);
          assertEquals(first, phase(bench));
          assertTrue(bench.words().stream().anyMatch(t -> t.startsWith("Element 2 of ")));
          ((ButtonBase) bench.find("size-of-epoch").orElseThrow()).fire();
          bench.settle();
          long before = bench.frame().main().update();
          bench.press(KeyCode.RIGHT);
          assertTrue(bench.frame().main().update() > before);
          assertTrue(bench.find("equation").isPresent());
        });
  }

  /** The numbers that are drawn in the matrices. */
  private static List<String> drawn(WindowBench bench) {
    Drawing equation = (Drawing) bench.find("equation").orElseThrow();
    List<String> words = new ArrayList<>();
    equation.watch(written -> words.add(written.text()));
    equation.repaint();
    equation.watch(null);
    return words;
  }

  private static boolean says(WindowBench bench, String words) {
    return bench.words().stream().anyMatch(t -> t.startsWith(words));
  }

  @Test
  void theTermsOfASumAreSteppedByKeysAndTheirSumSoFarStandsInItsCell() {
    english(
        bench -> {
          bench.press(KeyCode.E);
          bench.press(KeyCode.RIGHT);
          bench.press(KeyCode.W);
          bench.press(KeyCode.SPACE);
          StepTrace trace = bench.frame().main().next();
          var layer = trace.layers().getFirst();
          int inputs = trace.x().columns();
          double sum = 0;
          for (int i = 0; i < inputs; i++) {
            assertTrue(says(bench, "Term " + (i + 1) + " of " + (inputs + 1)), "" + bench.words());
            sum += trace.x().get(0, i) * layer.w().before().get(i, 0);
            String shown = Messages.load(Language.EN).numbers().shown(sum);
            assertTrue(
                says(bench, "Term " + (i + 1))
                    && bench.words().stream().anyMatch(t -> t.endsWith("so far " + shown)),
                shown + bench.words());
            bench.press(KeyCode.RIGHT);
          }
          // The bias comes last; then the next element begins.
          String whole = Messages.load(Language.EN).numbers().shown(layer.z().get(0, 0));
          assertTrue(bench.words().stream().anyMatch(t -> t.endsWith("so far " + whole)));
          bench.press(KeyCode.LEFT);
          assertTrue(says(bench, "Term " + inputs + " of"));
          Node equation = bench.find("equation").orElseThrow();
          assertTrue(equation.getAccessibleText().startsWith("Term " + inputs + " of"));
        });
  }

  @Test
  void aNumberIsSeenToComeAboutUnlessMotionIsUnwanted() {
    english(
        bench -> {
          bench.scene().getPreferences().setReducedMotion(false);
          bench.press(KeyCode.E);
          bench.press(KeyCode.RIGHT);
          List<String> moving = drawn(bench);
          bench.press(KeyCode.LEFT);
          bench.scene().getPreferences().setReducedMotion(true);
          bench.press(KeyCode.RIGHT);
          List<String> still = drawn(bench);
          // While its terms are on their way the cell waits for its number.
          assertEquals(still.size() - 1, moving.size());
          assertTrue(still.containsAll(moving));
        });
  }

  private static void mouse(Node node, EventType<MouseEvent> type, double atX, double atY) {
    Point2D at = node.localToScene(atX, atY);
    double x = at.getX();
    double y = at.getY();
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            null));
  }

  @Test
  void aPlaceOfTheBoundaryOpensWhatTheNetworkAnswersThere() {
    Lesson xor = LessonLibrary.load(Path.of("lessons")).lesson("xor").orElseThrow();
    int thesis = xor.steps().stream().map(Step::id).toList().indexOf("thesis");
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(
                  List.of(xor), typesetter, WindowBench.plain(Language.EN), 1280, 800)) {
            bench.controller.open(0, thesis);
            bench.settle();
            bench.session.send(new Command.RunTo(600));
            bench.settle();
            Region boundary = (Region) boundary(bench);
            boundary.requestFocus();
            mouse(boundary, MouseEvent.MOUSE_MOVED, boundary.getWidth() / 2, 160);
            bench.press(KeyCode.E);
            bench.settle();
            assertEquals(5, phases(bench));
            assertEquals(5, phase(bench));
            bench.press(KeyCode.HOME);
            assertTrue(
                bench.words().stream().anyMatch(t -> t.startsWith("The network looks at one")));
            // Its weights are the run's: they lead into the update that made them.
            bench.press(KeyCode.RIGHT);
            TextField search = (TextField) bench.find("step-search").orElseThrow();
            search.setText("W[1][1,1]");
            search.getOnAction().handle(null);
            bench.settle();
            List<ButtonBase> before =
                WindowBench.nodes((Parent) bench.find("breakdown").orElseThrow())
                    .filter(n -> n instanceof ButtonBase b && !b.isMouseTransparent())
                    .map(n -> (ButtonBase) n)
                    .toList();
            before.getLast().fire();
            bench.settle();
            assertEquals(599, bench.frame().main().update());
            assertEquals(11, phases(bench));
            bench.press(KeyCode.ESCAPE);

            mouse(boundary(bench), MouseEvent.MOUSE_CLICKED, boundary.getWidth() / 2, 160);
            bench.settle();
            assertEquals(5, phases(bench));
            bench.press(KeyCode.ESCAPE);
            bench.press(KeyCode.E);
          }
          return null;
        });
  }

  private static Node boundary(WindowBench bench) {
    return bench
        .shown()
        .filter(n -> n instanceof ViewCard && n.getAccessibleText().startsWith("Decision"))
        .findFirst()
        .orElseThrow();
  }

  /** Words of matrices, network and breakdown that nobody can read. */
  private static List<String> unread(WindowBench bench) {
    List<String> faults = new ArrayList<>();
    bench
        .shown()
        .filter(n -> n instanceof Region && n instanceof Drawing)
        .forEach(n -> faults.addAll(DrawnWords.faults(drawing(n))));
    Node breakdown = bench.find("breakdown").orElseThrow();
    double end =
        breakdown.getParent().localToScene(breakdown.getParent().getLayoutBounds()).getMaxY();
    WindowBench.nodes((Parent) breakdown)
        .filter(n -> n instanceof Text && !WindowBench.scrolls(n))
        .filter(n -> n.localToScene(n.getLayoutBounds()).getMaxY() > end)
        .forEach(n -> faults.add("below the edge: " + ((Text) n).getText()));
    return faults;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Region & Drawing> T drawing(Node node) {
    return (T) node;
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void nothingIsCutInAnyPhaseInAnyLanguageAndSize(Profile profile) {
    // The projector's letters are large already.
    double zoom = profile == Profile.PROJECTOR ? 1 : 2;
    for (Language language : Language.values()) {
      double[] roomy =
          language == Language.ES ? new double[] {1280, 800, 1} : new double[] {1920, 1080, zoom};
      for (double[] size : new double[][] {{1024, 640, 1}, roomy}) {
        Settings settings = new Settings(language, profile, size[2]);
        with(
            settings,
            size[0],
            size[1],
            bench -> {
              bench.press(KeyCode.E);
              int all = phases(bench);
              for (int p = 1; p <= all; p++) {
                String where = profile + " " + language + " " + size[0] + " phase " + p;
                assertEquals(List.of(), bench.cut(), where);
                assertEquals(List.of(), bench.outside(), where);
                assertEquals(List.of(), unread(bench), where);
                Node equation = bench.find("equation").orElseThrow();
                assertTrue(equation.getLayoutBounds().getHeight() > 90, where);
                assertFalse(equation.getAccessibleText().isBlank());
                bench.press(KeyCode.PAGE_DOWN);
              }
            });
      }
    }
  }
}
