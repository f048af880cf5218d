package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.explain.Notation;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/** The reader's notation, chosen in the settings with mouse or keyboard. */
final class NotationSheetTest {
  private static Typesetter typesetter;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  @Test
  void aChoiceIsKeptAndTheSampleFollows() {
    with(
        WindowBench.plain(Language.ES),
        bench -> {
          assertTrue(sample(bench).contains("\\eta"), sample(bench));
          fire(bench, "notation-alpha");
          fire(bench, "notation-theta");
          fire(bench, "notation-half-mean");
          fire(bench, "notation-averaged");
          assertFalse(sample(bench).contains("\\eta"), sample(bench));
          assertTrue(sample(bench).contains("\\Theta"), sample(bench));
          assertTrue(sample(bench).contains("\\frac{{1}}{{2} \\cdot m}"), sample(bench));
          assertTrue(sample(bench).contains("\\beta \\cdot v"), sample(bench));
          Notation kept = bench.person.settings().notation();
          assertEquals(Notation.Rate.ALPHA, kept.rate());
          assertEquals(Notation.Momentum.AVERAGED, kept.momentum());
          assertEquals(Notation.Decimal.BY_LANGUAGE, kept.decimal());
        });
  }

  @Test
  void theDecimalSignIsOfTheLanguageUntilAnotherIsChosen() {
    with(
        WindowBench.plain(Language.ES),
        bench -> {
          assertTrue(sample(bench).contains("{,}"), sample(bench));
          fire(bench, "notation-point");
          assertFalse(sample(bench).contains("{,}"), sample(bench));
          fire(bench, "settings-language-en");
          fire(bench, "notation-comma");
          assertTrue(sample(bench).contains("{,}"), sample(bench));
        });
  }

  @Test
  void aWholeCourseIsOneButtonAndLeavesTheDecimalSign() {
    with(
        WindowBench.plain(Language.EN),
        bench -> {
          fire(bench, "notation-comma");
          fire(bench, "notation-course-columns");
          Notation kept = bench.person.settings().notation();
          assertEquals(Notation.Samples.COLUMNS, kept.samples());
          assertEquals(Notation.Layers.BRACKETS, kept.layers());
          assertEquals(Notation.Decimal.COMMA, kept.decimal());
        });
  }

  @Test
  void theKeyboardReachesEveryChoiceAndSeesIt() {
    with(
        WindowBench.plain(Language.EN),
        bench -> {
          for (Notation.Choice choice : Notation.choices()) {
            Node option = bench.find("notation-" + choice.word()).orElseThrow();
            assertFalse(option.getAccessibleText().isBlank());
            for (int i = 0; i < 80 && bench.scene().getFocusOwner() != option; i++) {
              bench.press(KeyCode.TAB);
            }
            assertEquals(option, bench.scene().getFocusOwner(), choice.word());
            Bounds box = option.localToScene(option.getLayoutBounds());
            assertTrue(box.getMinY() > 0 && box.getMaxY() < bench.scene().getHeight());
          }
        });
  }

  @Test
  void nothingIsCutInAnyLanguageOrProfile() {
    for (Language language : Language.values()) {
      for (Profile profile : Profile.values()) {
        with(
            new Settings(language, profile, 2),
            bench -> {
              Parent sheet = bench.find("notation-sample").orElseThrow().getParent();
              double right = bench.scene().getWidth();
              WindowBench.nodes(sheet.getParent())
                  .filter(n -> n instanceof ButtonBase || n instanceof FormulaView)
                  .forEach(
                      n -> {
                        Bounds box = n.localToScene(n.getLayoutBounds());
                        assertTrue(
                            box.getMinX() >= 0 && box.getMaxX() <= right,
                            () -> language + " " + profile + " " + n.getId() + " " + box);
                      });
              List<String> cut = bench.cut();
              assertTrue(cut.isEmpty(), () -> language + " " + profile + " " + cut);
            });
      }
    }
  }

  private static void with(Settings settings, Consumer<WindowBench> test) {
    Fx.on(
        () -> {
          try (WindowBench bench = new WindowBench(typesetter, settings, 1024, 640)) {
            bench.controller.open(0, 2);
            bench.settle();
            bench.control(KeyCode.COMMA);
            test.accept(bench.settle());
          }
          return null;
        });
  }

  private static void fire(WindowBench bench, String id) {
    ((ButtonBase) bench.find(id).orElseThrow()).fire();
    bench.settle();
  }

  private static String sample(WindowBench bench) {
    return WindowBench.nodes((Parent) bench.find("notation-sample").orElseThrow())
        .filter(FormulaView.class::isInstance)
        .map(n -> ((FormulaView) n).tex())
        .reduce("", (a, b) -> a + "\n" + b);
  }
}
