package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.Rigs;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/**
 * Every view of every step of every shipped lesson, in the window, trained for a while: no word is
 * cut off at an edge, and none is written over another; no formula of the text is wider than it.
 * The sizes and profiles take turns.
 */
class EveryViewTest {
  private record Look(int width, int height, Profile profile, Language language, double zoom) {}

  private static final List<Look> LOOKS = looks();
  private static Typesetter typesetter;

  /** Light and dark have the same sizes, so one of them stands for both where it is tight. */
  private static List<Look> looks() {
    List<Look> looks = new ArrayList<>();
    for (Language language : Language.values()) {
      looks.add(new Look(1024, 640, Profile.LIGHT, language, 1));
      looks.add(new Look(1024, 640, Profile.PROJECTOR, language, 1));
    }
    looks.add(new Look(1280, 800, Profile.DARK, Language.EN, 1));
    looks.add(new Look(1280, 800, Profile.PROJECTOR, Language.ES, 1));
    looks.add(new Look(1920, 1080, Profile.LIGHT, Language.ES, 2));
    looks.add(new Look(1920, 1080, Profile.PROJECTOR, Language.EN, 1));
    looks.add(new Look(3840, 2160, Profile.DARK, Language.ES, 1));
    return looks;
  }

  static Stream<Lesson> lessons() {
    return LessonLibrary.load(Path.of("lessons")).lessons().stream();
  }

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void noWordOfAViewIsCutOffOrCoversAnother(Lesson lesson) {
    Set<String> faults = new LinkedHashSet<>();
    WindowBench bench =
        Fx.on(
            () ->
                new WindowBench(
                    List.of(lesson), typesetter, WindowBench.plain(Language.ES), 1280, 800));
    try {
      for (Step step : lesson.steps()) {
        Fx.on(
            () -> {
              bench.controller.open(0, lesson.steps().indexOf(step));
              bench.settle();
              bench.session.send(new Command.RunTo(Math.min(60, step.scene().epochs())));
              return null;
            });
        for (Look look : Rigs.sample(LOOKS, 1, lesson.steps().indexOf(step))) {
          faults.addAll(Fx.on(() -> faults(bench, step, look)));
        }
      }
    } finally {
      Fx.on(
          () -> {
            bench.close();
            return null;
          });
    }
    assertEquals(List.of(), List.copyOf(faults));
  }

  private static Collection<String> faults(WindowBench bench, Step step, Look look) {
    List<String> faults = new ArrayList<>();
    bench.controller.change(new Settings(look.language(), look.profile(), look.zoom()));
    bench.scene().getRoot().resize(look.width(), look.height());
    bench.settle();
    bench.controller.settle();
    bench
        .shown()
        .filter(n -> n.localToScene(n.getLayoutBounds()).getMinX() < -0.5)
        .findFirst()
        .ifPresent(n -> faults.add(step.id() + " " + look + ": the window is too narrow for it"));
    bench
        .shown()
        .filter(n -> n instanceof FormulaView && n.getParent() instanceof TextFlow)
        .filter(n -> n.getBoundsInParent().getMaxX() > ((TextFlow) n.getParent()).getWidth() + 1)
        .forEach(n -> faults.add(step.id() + " " + look + ": too wide: " + n.getAccessibleText()));
    bench
        .shown()
        .filter(n -> n instanceof ViewCard)
        .map(n -> (ViewCard) n)
        // A table scrolls what it has no room for.
        .filter(card -> card.getAccessibleRole() != AccessibleRole.TEXT)
        .forEach(
            card -> {
              for (String fault : DrawnWords.faults(card)) {
                faults.add(step.id() + " " + look + ": " + fault);
              }
            });
    return faults;
  }
}
