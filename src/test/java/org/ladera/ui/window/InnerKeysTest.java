package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.control.Focus;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.InnerKeys;
import org.ladera.ui.window.appearance.Settings;

/** The list of keys names every key that the window, a view or the list of branches takes. */
class InnerKeysTest {
  private static final boolean[] BOTH = {false, true};
  private static Typesetter typesetter;
  private static List<Lesson> lessons;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
    lessons = LessonLibrary.load(Path.of("lessons")).lessons();
  }

  private static WindowBench bench() {
    return new WindowBench(lessons, typesetter, WindowBench.plain(Language.ES), 1280, 800);
  }

  /** Such a view has more keys than others of its kind. */
  private static boolean edits(ViewSpec view) {
    return view instanceof ViewSpec.Boundary boundary && boundary.edit();
  }

  /** What stands on the keys that a person may press; a sign comes with the key that writes it. */
  private static KeyEvent event(Node node, KeyCode code, boolean shift, boolean ctrl, boolean alt) {
    String text = code == KeyCode.PLUS ? "+" : code == KeyCode.MINUS ? "-" : "";
    return new KeyEvent(
        node, node, KeyEvent.KEY_PRESSED, text, text, code, shift, ctrl, alt, false);
  }

  /**
   * Presses every key on a node by itself and says which ones it has taken.
   *
   * @param choose chooses again what keys before have let go
   */
  private static void press(
      Node node, InnerKeys.Group group, Set<InnerKeys> told, Set<String> untold, Runnable choose) {
    EventHandler<? super KeyEvent> handler = node.getOnKeyPressed();
    if (handler == null) {
      return;
    }
    for (KeyCode code : KeyCode.values()) {
      boolean digit = code.isDigitKey() && code != KeyCode.DIGIT0 && code != KeyCode.DIGIT1;
      for (boolean shift : BOTH) {
        for (boolean ctrl : BOTH) {
          for (boolean alt : BOTH) {
            KeyEvent event = event(node, code, shift, ctrl, alt);
            if (InnerKeys.REMOVE_EXAMPLE.matches(event)) {
              choose.run();
            }
            handler.handle(event);
            boolean one = (shift ? 1 : 0) + (ctrl ? 1 : 0) + (alt ? 1 : 0) <= 1;
            if (event.isConsumed() && one && !digit) {
              List<InnerKeys> known =
                  InnerKeys.of(group).stream().filter(keys -> keys.matches(event)).toList();
              told.addAll(known);
              boolean plain = !shift && !ctrl && !alt;
              // A view that has no use for a modifier takes the key as without it.
              if (known.isEmpty() && plain) {
                untold.add(code + " in " + node.getAccessibleText());
              }
            }
          }
        }
      }
    }
  }

  @Test
  void everyKeyOfAViewIsInTheListAndEveryKeyOfTheListIsOneOfAView() {
    Set<InnerKeys> told = EnumSet.noneOf(InnerKeys.class);
    Set<String> untold = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    WindowBench bench = Fx.on(InnerKeysTest::bench);
    for (int l = 0; l < lessons.size(); l++) {
      for (int s = 0; s < lessons.get(l).steps().size(); s++) {
        // A view that is covered takes no keys yet.
        if (lessons.get(l).steps().get(s).covers().stream().allMatch(c -> c.views().isEmpty())
            && lessons.get(l).steps().get(s).views().stream()
                .anyMatch(v -> seen.add(v.kind() + (edits(v) ? " edited" : "")))) {
          int lesson = l;
          int step = s;
          Fx.on(() -> pressAll(bench, lesson, step, told, untold));
        }
      }
    }
    Fx.on(
        () -> {
          bench.close();
          return null;
        });
    assertEquals(Set.of(), untold);
    assertEquals(EnumSet.copyOf(InnerKeys.of(InnerKeys.Group.VIEW)), told);
  }

  private static boolean pressAll(
      WindowBench bench, int lesson, int step, Set<InnerKeys> told, Set<String> untold) {
    bench.controller.open(lesson, step);
    bench.settle();
    bench.session.send(new Command.RunTo(1));
    bench.settle();
    bench.controller.settle();
    for (Node card : bench.shown().filter(ViewCard.class::isInstance).toList()) {
      // Some keys only mean something to an example that is chosen.
      Runnable choose =
          () -> {
            Focus.visibly(card);
            bench.press(KeyCode.RIGHT);
          };
      choose.run();
      press(card, InnerKeys.Group.VIEW, told, untold, choose);
    }
    return true;
  }

  @Test
  void theKeysOfTheBranchesAreInTheList() {
    Set<InnerKeys> told = EnumSet.noneOf(InnerKeys.class);
    Set<String> untold = new TreeSet<>();
    Fx.on(
        () -> {
          try (WindowBench bench = bench()) {
            bench.controller.open(0, 0);
            bench.settle();
            bench.press(KeyCode.R);
            Node list = bench.find("branch-list").orElseThrow();
            press(list, InnerKeys.Group.PANEL, told, untold, () -> {});
          }
          return null;
        });
    assertEquals(Set.of(), untold);
    assertTrue(told.contains(InnerKeys.RENAME_BRANCH), told.toString());
  }

  @Test
  void theSheetShowsBothTablesWhole() {
    Fx.on(
        () -> {
          try (WindowBench bench = bench()) {
            bench.controller.open(0, 0);
            bench.settle();
            bench.press(KeyCode.F1);
            Set<String> words = new HashSet<>(bench.words());
            Messages spanish = Messages.load(Language.ES);
            for (Action action : Action.values()) {
              assertTrue(words.contains(spanish.text(action.text())), action.name());
              assertTrue(words.containsAll(action.parts(spanish)), action.name());
            }
            for (InnerKeys.Group group : InnerKeys.Group.values()) {
              assertTrue(words.contains(spanish.text(group.text())), group.name());
              for (InnerKeys keys : InnerKeys.of(group)) {
                assertTrue(words.contains(spanish.text(keys.text())), keys.name());
                assertTrue(words.containsAll(keys.parts(spanish)), keys.name());
              }
            }
            assertEquals(List.of(), bench.cut());
          }
          return null;
        });
  }

  @Test
  void theSheetIsReadToItsEndByKeyboard() {
    Fx.on(
        () -> {
          try (WindowBench bench = bench()) {
            bench.controller.open(0, 0);
            bench.settle();
            bench.press(KeyCode.F1);
            ScrollPane list =
                (ScrollPane)
                    bench
                        .shown()
                        .filter(n -> n.getStyleClass().contains("edge-to-edge"))
                        .findFirst()
                        .orElseThrow();
            bench.press(KeyCode.END);
            assertEquals(1, list.getVvalue());
            bench.press(KeyCode.PAGE_UP);
            assertTrue(list.getVvalue() < 1 && list.getVvalue() > 0, "" + list.getVvalue());
            bench.press(KeyCode.HOME);
            assertEquals(0, list.getVvalue());
          }
          return null;
        });
  }

  /** Nothing of it lies beyond the edge of its list, which is only scrolled up and down. */
  @ParameterizedTest
  @CsvSource({"1280,800,1", "1024,640,1", "1280,800,2", "1024,640,2"})
  void theSheetIsNeverCutAtItsSides(double width, double height, double zoom) {
    Fx.on(
        () -> {
          for (Language language : Language.values()) {
            Settings settings = new Settings(language, Profile.LIGHT, zoom);
            try (WindowBench bench =
                new WindowBench(lessons, typesetter, settings, width, height)) {
              bench.controller.open(0, 0);
              bench.settle();
              bench.press(KeyCode.F1);
              bench.settle();
              Fx.keep(
                  Fx.picture(bench.scene()),
                  "keys-" + language.tag() + "-" + (int) width + "-" + (int) zoom);
              Node list =
                  bench
                      .shown()
                      .filter(
                          n ->
                              n instanceof ScrollPane && n.getStyleClass().contains("edge-to-edge"))
                      .findFirst()
                      .orElseThrow();
              Node view = list.lookup(".viewport");
              double left = view.localToScene(view.getLayoutBounds()).getMinX();
              double right = view.localToScene(view.getLayoutBounds()).getMaxX();
              List<String> beyond =
                  WindowBench.nodes((Parent) view)
                      .filter(Label.class::isInstance)
                      .map(Label.class::cast)
                      .filter(
                          n -> {
                            Bounds box = n.localToScene(n.getLayoutBounds());
                            return box.getMinX() < left - 0.5 || box.getMaxX() > right + 0.5;
                          })
                      .map(Label::getText)
                      .toList();
              assertEquals(List.of(), beyond, language + " at " + width + " and " + zoom);
              assertTrue(left >= 0 && right <= width);
              assertEquals(List.of(), bench.cut());
            }
          }
          return null;
        });
  }
}
