package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.engine.spec.Edit;
import org.ladera.lesson.model.Progress;
import org.ladera.session.Command;
import org.ladera.session.Granularity;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.session.run.TrainingSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.control.Focus;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.appearance.Settings;

/** The window by keyboard, in both languages and three profiles, in the sizes it must work in. */
class WindowTest {
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

  private static void with(
      Language language, double width, double height, Consumer<WindowBench> test) {
    with(WindowBench.plain(language), width, height, test);
  }

  private static void with(
      Settings settings, double width, double height, Consumer<WindowBench> test) {
    Fx.on(
        () -> {
          try (WindowBench bench = new WindowBench(typesetter, settings, width, height)) {
            bench.controller.open(0, 2);
            test.accept(bench.settle());
          }
          return null;
        });
  }

  private static void with(Consumer<WindowBench> test) {
    with(Language.ES, 1280, 800, test);
  }

  @Test
  void arrowsSpaceHomeAndEndDriveTheRun() {
    with(
        bench -> {
          bench.press(KeyCode.RIGHT).press(KeyCode.RIGHT).press(KeyCode.RIGHT);
          assertEquals(3, bench.frame().main().epoch());
          bench.press(KeyCode.LEFT);
          assertEquals(2, bench.frame().main().epoch());
          bench.press(KeyCode.HOME);
          assertEquals(0, bench.frame().main().epoch());
          bench.press(KeyCode.SPACE);
          assertEquals(1500, bench.frame().main().epoch());
          assertTrue(bench.frame().status() instanceof Status.Finished);
          bench.press(KeyCode.HOME).press(KeyCode.END);
          assertEquals(1500, bench.frame().main().epoch());
        });
  }

  @Test
  void aStepIsFoundAsItWasLeft() {
    with(
        bench -> {
          bench.press(KeyCode.RIGHT).press(KeyCode.RIGHT).press(KeyCode.RIGHT);
          bench.controller.window().stage().toggle(1);
          bench.settle();
          List<Node> views = bench.shown().filter(ViewCard.class::isInstance).toList();
          assertEquals(1, views.size(), "one fills the stage");
          bench.press(KeyCode.PAGE_DOWN).press(KeyCode.RIGHT);
          assertEquals(1, bench.frame().main().epoch());
          assertNotEquals(views, bench.shown().filter(ViewCard.class::isInstance).toList());
          bench.press(KeyCode.PAGE_UP);
          assertEquals(3, bench.frame().main().epoch());
          assertEquals(views, bench.shown().filter(ViewCard.class::isInstance).toList());
          bench.press(KeyCode.PAGE_DOWN);
          assertEquals(1, bench.frame().main().epoch());
        });
  }

  @Test
  void aKeyLeadsToTheTextAndTabGoesOnFromTheFieldThatWasLeft() {
    with(
        bench -> {
          bench.press(KeyCode.Q);
          TextInputControl rate = (TextInputControl) bench.scene().getFocusOwner();
          assertTrue(bench.controller.window().leaveField());
          bench.press(KeyCode.RIGHT);
          assertEquals(1, bench.frame().main().epoch());
          bench.press(KeyCode.TAB);
          Node next = bench.scene().getFocusOwner();
          rate.requestFocus();
          rate.requestFocusTraversal(TraversalDirection.NEXT);
          assertSame(bench.scene().getFocusOwner(), next);
          assertNotEquals(rate, next);
        });
  }

  @Test
  void aDivergedRunAndItsBranchesAreThereWhenTheStepIsOpenedAgain() {
    with(
        bench -> {
          bench.press(KeyCode.RIGHT).press(KeyCode.RIGHT).press(KeyCode.LEFT);
          bench.session.send(new Command.Apply(new Edit.SetRate(0.05), false));
          bench.session.send(new Command.NameBranch(1, "too large"));
          bench.press(KeyCode.END);
          RunFrame left = bench.frame().main();
          assertInstanceOf(Status.Diverged.class, left.status());
          assertEquals(2, left.branches().size());
          bench.press(KeyCode.PAGE_UP).press(KeyCode.PAGE_DOWN);
          RunFrame found = bench.frame().main();
          assertEquals(left.status(), found.status());
          assertEquals(left.update(), found.update());
          assertEquals(left.parameters(), found.parameters());
          assertEquals(left.branches(), found.branches());
          assertEquals("too large", found.branches().get(1).name());
          bench.press(KeyCode.HOME).press(KeyCode.SPACE);
          assertEquals(3, bench.frame().main().branches().size(), "nothing was thrown away");
        });
  }

  /** Whatever had the focus, and with the keys of the run as they were. */
  @Test
  void tabBeginsInTheViewThatFillsTheStage() {
    with(
        bench -> {
          List<KeyCode> digits = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3);
          List<Node> views = bench.shown().filter(ViewCard.class::isInstance).toList();
          for (Runnable before :
              List.<Runnable>of(
                  () -> bench.scene().getRoot().requestFocus(),
                  () -> bench.press(KeyCode.Q),
                  () -> Focus.visibly(views.getLast()))) {
            for (int i = 0; i < digits.size(); i++) {
              before.run();
              bench.control(digits.get(i));
              long epoch = bench.frame().main().epoch();
              bench.press(KeyCode.RIGHT);
              assertEquals(epoch + 1, bench.frame().main().epoch());
              bench.press(KeyCode.TAB);
              assertSame(views.get(i), bench.scene().getFocusOwner());
              assertTrue(views.get(i).isFocusVisible());
              bench.control(digits.get(i));
              assertSame(views.get(i), bench.scene().getFocusOwner(), "it keeps the focus");
              bench.control(digits.get(i));
              assertSame(views.get(i), bench.scene().getFocusOwner(), "it keeps the focus");
              bench.control(digits.get(i));
              assertFalse(bench.controller.window().stage().isExpanded());
            }
          }
        });
  }

  @Test
  void aPresentersRemoteTurnsThePagesWhereverTheFocusIs() {
    with(
        bench -> {
          for (String id : List.of("speed", "timeline", "step-4")) {
            bench.find(id).orElseThrow().requestFocus();
            String before = bench.stage.getTitle();
            bench.press(KeyCode.PAGE_DOWN);
            assertNotEquals(before, bench.stage.getTitle(), id);
          }
          bench.press(KeyCode.PAGE_UP).press(KeyCode.PAGE_UP).press(KeyCode.PAGE_UP);
          assertTrue(bench.stage.getTitle().contains("La superficie de costo"));
        });
  }

  @Test
  void aNumberFieldKeepsTheKeysThatItNeeds() {
    with(
        bench -> {
          Node field = bench.shown().filter(TextInputControl.class::isInstance).findFirst().get();
          field.requestFocus();
          bench.press(KeyCode.B).press(KeyCode.DIGIT1).press(KeyCode.LEFT).press(KeyCode.HOME);
          assertFalse(bench.controller.window().overlays().isCovered());
          assertFalse(bench.controller.window().stage().isExpanded());
          assertEquals(0, bench.frame().main().epoch());
          bench.press(KeyCode.F1);
          assertTrue(bench.controller.window().overlays().isCovered());
        });
  }

  @Test
  void theSpaceBarPlaysAfterAClickAndPressesTheButtonReachedByTab() {
    with(
        bench -> {
          Node settings = bench.find("sidebar-settings").orElseThrow();
          settings.requestFocus();
          bench.press(KeyCode.SPACE);
          assertEquals(1500, bench.frame().main().epoch());
          bench.press(KeyCode.HOME);
          Focus.visibly(settings);
          assertTrue(settings.isFocusVisible());
          bench.press(KeyCode.SPACE);
          assertEquals(0, bench.frame().main().epoch());
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyStepCanBeReachedByTheKeyboardAlone(Language language) {
    with(
        language,
        1280,
        800,
        bench -> {
          bench.controller.open(0, 0);
          bench.settle();
          Set<String> titles = new LinkedHashSet<>();
          titles.add(bench.stage.getTitle());
          for (int i = 0; i < 12; i++) {
            bench.press(KeyCode.RIGHT).press(KeyCode.PAGE_DOWN);
            titles.add(bench.stage.getTitle());
          }
          assertEquals(10, titles.size());
        });
  }

  @Test
  void changingTheLanguageLeavesNoWordOfTheOther() {
    List<String> fresh = new ArrayList<>();
    with(Language.EN, 1280, 800, bench -> fresh.addAll(bench.words()));
    with(
        bench -> {
          assertNotEquals(fresh, bench.words());
          bench.control(KeyCode.L);
          assertEquals(fresh, bench.words());
          assertTrue(bench.stage.getTitle().contains("The loss surface"));
          assertEquals(Language.EN, bench.person.settings().language());
        });
  }

  @Test
  void changingTheLanguageKeepsTheRunAndTheFocus() {
    with(
        bench -> {
          bench.press(KeyCode.RIGHT).press(KeyCode.RIGHT);
          bench.find("step-3").orElseThrow().requestFocus();
          bench.control(KeyCode.L);
          assertEquals(2, bench.frame().main().epoch());
          assertEquals("step-3", bench.scene().getFocusOwner().getId());
          assertSame(bench.find("step-3").orElseThrow(), bench.scene().getFocusOwner());
        });
  }

  @Test
  void theProfileChangesAtOnceAndComesRoundAgain() {
    with(
        bench -> {
          bench.control(KeyCode.T);
          assertEquals(Tokens.of(Profile.DARK).canvas(), bench.scene().getFill());
          bench.control(KeyCode.T);
          assertEquals(Profile.PROJECTOR, bench.person.settings().profile());
          bench.control(KeyCode.T);
          assertEquals(Tokens.of(Profile.LIGHT).canvas(), bench.scene().getFill());
        });
  }

  @Test
  void theTextGrowsShrinksAndReturns() {
    with(
        bench -> {
          double before = bench.find("badge").orElseThrow().getLayoutBounds().getHeight();
          bench.control(KeyCode.PLUS).control(KeyCode.PLUS).control(KeyCode.PLUS);
          assertTrue(bench.find("badge").orElseThrow().getLayoutBounds().getHeight() > before);
          bench.control(KeyCode.DIGIT0);
          assertEquals(before, bench.find("badge").orElseThrow().getLayoutBounds().getHeight());
        });
  }

  @Test
  void theListOfKeysNamesEveryActionAndKeepsTheFocus() {
    with(
        bench -> {
          Node before = bench.find("transport-play_pause").orElseThrow();
          before.requestFocus();
          bench.press(KeyCode.F1);
          Set<String> words = new HashSet<>(bench.words());
          Messages spanish = Messages.load(Language.ES);
          for (Action action : Action.values()) {
            assertTrue(words.contains(spanish.text(action.text())), action.name());
          }
          for (int i = 0; i < 5; i++) {
            bench.press(KeyCode.TAB);
            assertEquals("sheet-close", bench.scene().getFocusOwner().getId());
          }
          bench.press(KeyCode.RIGHT);
          assertEquals(0, bench.frame().main().epoch());
          bench.press(KeyCode.ESCAPE);
          assertFalse(bench.controller.window().overlays().isCovered());
          assertSame(before, bench.scene().getFocusOwner());
        });
  }

  @Test
  void theSettingsChangeTheWindowBehindThem() {
    with(
        bench -> {
          bench.control(KeyCode.COMMA);
          ((ToggleButton) bench.find("settings-language-en").orElseThrow()).fire();
          bench.settle();
          assertTrue(bench.words().contains("Settings"));
          ((ToggleButton) bench.find("settings-profile-dark").orElseThrow()).fire();
          bench.settle();
          assertEquals(Tokens.of(Profile.DARK).canvas(), bench.scene().getFill());
          ((Button) bench.find("sheet-close").orElseThrow()).fire();
          assertFalse(bench.controller.window().overlays().isCovered());
        });
  }

  @Test
  void theBlackScreenGoesWithAnyKey() {
    with(
        bench -> {
          bench.press(KeyCode.B);
          assertTrue(bench.controller.window().overlays().isCovered());
          bench.press(KeyCode.PAGE_DOWN);
          assertFalse(bench.controller.window().overlays().isCovered());
        });
  }

  @Test
  void aDigitWithCtrlFillsTheStageWithAViewAndEscapeBringsTheOthersBack() {
    with(
        bench -> {
          long all = slots(bench);
          assertEquals(4, all);
          bench.press(KeyCode.DIGIT2);
          assertEquals(all, slots(bench), "a digit alone may be meant for a field");
          bench.control(KeyCode.DIGIT2);
          assertEquals(1, slots(bench));
          bench.press(KeyCode.ESCAPE);
          assertEquals(4, slots(bench));
          bench.control(KeyCode.DIGIT4).control(KeyCode.DIGIT4);
          assertEquals(4, slots(bench));
        });
  }

  private static long slots(WindowBench bench) {
    return bench.shown().filter(n -> n.getStyleClass().contains("view-slot")).count();
  }

  @Test
  void whereItIsNarrowTheListFoldsAndTheOtherViewsShareTabs() {
    with(
        Language.ES,
        1024,
        640,
        bench -> {
          assertEquals(2, slots(bench));
          assertTrue(bench.find("step-2").isEmpty());
          ((ToggleButton) bench.find("tab-4").orElseThrow()).fire();
          bench.settle();
          assertEquals(2, slots(bench));
          bench.press(KeyCode.F7);
          assertTrue(bench.find("step-2").isPresent());
        });
  }

  @Test
  void aDivergedRunSaysWhyAndOffersARateThatWorks() {
    with(
        bench -> {
          bench.session.send(new Command.Apply(new Edit.SetRate(0.012), false));
          bench.press(KeyCode.SPACE);
          String words = String.join("", bench.words());
          assertTrue(words.contains("La ejecución se detuvo en la época 12."), words);
          assertTrue(words.contains("creció 12 épocas seguidas, de 37,12 a 3950"), words);
          assertTrue(words.contains("0,0108003"), words);
          ((Button) bench.find("banner-way").orElseThrow()).fire();
          bench.settle();
          assertTrue(bench.find("banner-way").isEmpty());
          bench.press(KeyCode.SPACE);
          assertTrue(bench.frame().status() instanceof Status.Finished);
        });
  }

  @Test
  void theSizeOfAStepAndTheSpeedAreAskedOfTheSession() {
    with(
        bench -> {
          ((ToggleButton) bench.find("size-of-update").orElseThrow()).fire();
          bench.settle();
          assertEquals(Granularity.UPDATE, bench.frame().granularity());
          bench.find("speed").orElseThrow().requestFocus();
          double before = bench.frame().pace();
          bench.press(KeyCode.RIGHT);
          assertTrue(bench.frame().pace() > before);
          assertEquals(0, bench.frame().main().epoch());
        });
  }

  @Test
  void theTimelineGoesToTheEpochThatIsAskedFor() {
    with(
        bench -> {
          bench.press(KeyCode.END);
          Node timeline = bench.find("timeline").orElseThrow();
          timeline.requestFocus();
          bench.press(KeyCode.LEFT);
          assertEquals(1499, bench.frame().main().epoch());
          bench.press(KeyCode.LEFT, true, false);
          assertEquals(1489, bench.frame().main().epoch());
          bench.press(KeyCode.HOME);
          assertEquals(0, bench.frame().main().epoch());
        });
  }

  @Test
  void tabReachesEveryControlFromListToTransportAndNothingTwice() {
    with(
        bench -> {
          List<Node> all =
              Focus.controls(bench.scene().getRoot()).stream()
                  .filter(n -> bench.shown().anyMatch(s -> s == n))
                  .filter(n -> !unchosen(n))
                  .toList();
          all.getFirst().requestFocus();
          List<Node> walked = new ArrayList<>();
          for (int i = 0; i < all.size(); i++) {
            Node owner = bench.scene().getFocusOwner();
            walked.add(owner);
            owner.requestFocusTraversal(TraversalDirection.NEXT);
          }
          assertEquals(new HashSet<>(all), new HashSet<>(walked));
          assertEquals("sidebar-brand", walked.getFirst().getId());
          assertEquals("sidebar-fold", walked.get(1).getId());
          assertEquals("badge", walked.getLast().getId());
          List<String> ids = walked.stream().map(Node::getId).toList();
          assertTrue(ids.indexOf("sidebar-settings") < ids.indexOf("transport-play_pause"));
        });
  }

  /** Of a group of toggles Tab reaches the chosen one; arrows reach the others. */
  private static boolean unchosen(Node node) {
    return node instanceof ToggleButton toggle
        && toggle.getToggleGroup() != null
        && !toggle.isSelected();
  }

  @Test
  void everyControlHasANameForAScreenReader() {
    with(
        bench -> {
          List<String> nameless =
              Focus.controls(bench.scene().getRoot()).stream()
                  .filter(n -> bench.shown().anyMatch(s -> s == n))
                  .filter(n -> n.getAccessibleText() == null || n.getAccessibleText().isBlank())
                  .filter(
                      n -> !(n instanceof javafx.scene.control.Labeled l && !l.getText().isBlank()))
                  .filter(n -> !(n instanceof javafx.scene.control.ScrollPane))
                  .map(n -> n.getClass().getSimpleName() + " " + n.getId())
                  .toList();
          assertEquals(List.of(), nameless);
        });
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void noWordIsCutAndNoControlLeavesTheWindow(Profile profile) {
    for (Language language : Language.values()) {
      for (double[] size : new double[][] {{1024, 640}, {1280, 800}}) {
        with(
            new Settings(language, profile, 1),
            size[0],
            size[1],
            bench -> {
              String where = profile + " " + language + " " + size[0];
              for (int step : new int[] {1, 2, 4}) {
                bench.controller.open(0, step);
                bench.settle().press(KeyCode.END);
                assertEquals(List.of(), bench.cut(), where);
                assertEquals(List.of(), bench.outside(), where);
              }
            });
      }
    }
  }

  @Test
  void aStepWithoutQuestionsIsDoneByGoingOnAndOneWithThemByAnswering() {
    with(
        bench -> {
          bench.controller.open(0, 3);
          bench.settle().press(KeyCode.PAGE_DOWN);
          assertEquals(
              Progress.State.DONE, bench.person.progress().of("linear-regression", "s3").state());
          bench.controller.open(0, 2);
          bench.settle().press(KeyCode.PAGE_DOWN);
          assertEquals(
              Progress.State.STARTED,
              bench.person.progress().of("linear-regression", "s2").state());
        });
  }

  @Test
  void theWindowOpensWhereThePersonLeftIt() {
    with(
        bench -> {
          bench.person.keep(bench.person.progress().opened("xor", "s1"));
          MainController controller = resumed(bench);
          assertTrue(bench.stage.getTitle().startsWith("XOR"), bench.stage.getTitle());
          controller.pulse();
        });
  }

  @Test
  void aFrameOfTheStepBeforeIsNeverShownInTheNext() {
    Fx.on(
        () -> {
          try (TrainingSession session = new TrainingSession();
              WindowBench bench =
                  new WindowBench(typesetter, WindowBench.plain(Language.ES), 1280, 800)) {
            MainController controller =
                new MainController(
                    HillLesson.lessons(),
                    session,
                    (check, answer, frame) -> null,
                    typesetter,
                    bench.stage,
                    new InMemoryState(WindowBench.plain(Language.ES), bench.person.progress()),
                    1280,
                    800);
            for (int i = 0; i < 40; i++) {
              controller.open(i % 2, 0);
              session.send(new Command.Play());
              for (int pulse = 0; pulse < 4; pulse++) {
                controller.pulse();
              }
            }
          }
          return null;
        });
  }

  private static MainController resumed(WindowBench bench) {
    MainController controller =
        new MainController(
            HillLesson.lessons(),
            bench.session,
            (check, answer, frame) -> null,
            typesetter,
            bench.stage,
            new InMemoryState(WindowBench.plain(Language.ES), bench.person.progress()),
            1280,
            800);
    controller.resume();
    return controller;
  }

  @Test
  void withoutLessonsTheWindowSaysWhatToDo() {
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(List.of(), typesetter, WindowBench.plain(Language.EN), 1280, 800)) {
            bench.controller.resume();
            bench.settle().press(KeyCode.SPACE).press(KeyCode.PAGE_DOWN).control(KeyCode.L);
            assertTrue(bench.words().contains("No hay lecciones"), bench.words().toString());
          }
          return null;
        });
  }
}
