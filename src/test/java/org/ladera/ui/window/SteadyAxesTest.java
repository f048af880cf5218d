package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.plot.PlotGraphics.Written;
import org.ladera.ui.plot.ViewCard;

/**
 * Every view of every step of every shipped lesson, from the first sight of it to the end of its
 * run: what its axes say, and where, is the same in every frame.
 */
class SteadyAxesTest {
  /** In the long build every step is looked at. */
  private static final boolean ALL = Boolean.getBoolean("ladera.rigs");

  /** Steps with a view that moved once: a path, a folded square, a curve, a legend. */
  private static final Set<String> TELLING =
      Set.of("rate", "scaling", "deep", "bend", "thesis-inside", "hidden-one", "hidden");

  private static Typesetter typesetter;

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
  void aRunNeverMovesTheGroundUnderItself(Lesson lesson) {
    List<String> faults = new ArrayList<>();
    WindowBench bench =
        Fx.on(
            () ->
                new WindowBench(
                    List.of(lesson), typesetter, WindowBench.plain(Language.EN), 1280, 800));
    for (Step step : lesson.steps()) {
      if (!ALL && !TELLING.contains(step.id())) {
        continue;
      }
      Map<String, List<String>> first =
          Fx.on(
              () -> {
                bench.controller.open(0, lesson.steps().indexOf(step));
                return axes(bench);
              });
      long last = step.scene().epochs();
      long before = 0;
      for (long epoch : new long[] {1, 2, last / 3, last / 3 + 1, last}) {
        if (epoch <= before || epoch > last) {
          continue;
        }
        before = epoch;
        Map<String, List<String>> now =
            Fx.on(
                () -> {
                  bench.session.send(new Command.RunTo(epoch));
                  return axes(bench);
                });
        first.forEach(
            (view, axes) -> {
              if (!axes.equals(now.get(view))) {
                faults.add(
                    step.id()
                        + " at "
                        + epoch
                        + ", "
                        + view
                        + ": "
                        + axes
                        + " became "
                        + now.get(view));
              }
            });
        if (!faults.isEmpty() && faults.getLast().startsWith(step.id())) {
          break;
        }
      }
    }
    Fx.on(
        () -> {
          bench.close();
          return null;
        });
    assertEquals("", String.join("\n", faults));
  }

  private static Map<String, List<String>> axes(WindowBench bench) {
    bench.settle().settle();
    bench.controller.settle();
    Map<String, List<String>> all = new LinkedHashMap<>();
    bench
        .shown()
        .filter(n -> n instanceof ViewCard)
        .map(n -> (ViewCard) n)
        .forEach(
            card -> {
              List<Written> words = new ArrayList<>();
              card.watch(words::add);
              card.repaint();
              card.watch(null);
              String name = all.size() + " " + card.getAccessibleText().split("[.:,\n]")[0];
              all.put(
                  name, words.stream().filter(Written::axis).map(SteadyAxesTest::shown).toList());
            });
    return all;
  }

  private static String shown(Written word) {
    return String.format(
        Locale.ROOT, "%s@%.0f,%.0f", word.text(), word.place().getMinX(), word.place().getMinY());
  }
}
