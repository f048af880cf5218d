package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
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
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.plot.Written;

/**
 * The pictures of steps of the shipped lessons from their first sight to the end of their run: no
 * word is cut or covered, no mark lies outside its plot, the largest view is never empty, and what
 * the axes say, and where, is the same in every frame.
 */
class RunPicturesTest {
  /** In the long build every step is looked at. */
  private static final boolean ALL = Boolean.getBoolean("ladera.rigs");

  /** Steps with a view that moved once: a path, a folded square, a curve, a legend. */
  private static final Set<String> TELLING =
      Set.of("rate", "scaling", "deep", "bend", "thesis-inside", "hidden-one", "hidden");

  /** At first sight so many of a thousand pixels of the largest view are not its ground. */
  private static final int LEAST = 5;

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
  void everyMomentIsWellDrawnOnGroundThatStandsStill(Lesson lesson) {
    List<String> faults = new ArrayList<>();
    WindowBench bench =
        Fx.on(
            () ->
                new WindowBench(
                    List.of(lesson), typesetter, WindowBench.plain(Language.EN), 1280, 800));
    for (Step step : lesson.steps()) {
      if (ALL || TELLING.contains(step.id())) {
        look(bench, lesson, step, faults);
      }
    }
    Fx.on(
        () -> {
          bench.close();
          return null;
        });
    assertEquals("", String.join("\n", faults));
  }

  private static void look(WindowBench bench, Lesson lesson, Step step, List<String> faults) {
    Map<String, List<String>> first =
        Fx.on(
            () -> {
              bench.controller.open(0, lesson.steps().indexOf(step));
              Map<String, List<String>> axes = axes(bench);
              drawn(bench, step.id() + " at first sight", faults);
              largest(bench, step.id(), faults);
              return axes;
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
                Map<String, List<String>> axes = axes(bench);
                if (epoch == last || epoch == last / 3) {
                  drawn(bench, step.id() + " at " + epoch, faults);
                }
                return axes;
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
    }
  }

  private static Stream<ViewCard> cards(WindowBench bench) {
    return bench.shown().filter(n -> n instanceof ViewCard).map(n -> (ViewCard) n);
  }

  private static List<Written> watched(ViewCard card) {
    List<Written> all = new ArrayList<>();
    card.watch(all::add);
    card.repaint();
    card.watch(null);
    return all;
  }

  private static Map<String, List<String>> axes(WindowBench bench) {
    bench.settle().settle();
    bench.controller.settle();
    Map<String, List<String>> all = new LinkedHashMap<>();
    cards(bench)
        .forEach(
            card -> {
              String name = all.size() + " " + name(card);
              all.put(
                  name,
                  watched(card).stream()
                      .filter(Written::axis)
                      .map(RunPicturesTest::shown)
                      .toList());
            });
    return all;
  }

  private static String name(ViewCard card) {
    return card.getAccessibleText().split("[.:,\n]")[0];
  }

  private static String shown(Written word) {
    return String.format(
        Locale.ROOT, "%s@%.0f,%.0f", word.text(), word.place().getMinX(), word.place().getMinY());
  }

  /** Words over words, words that are cut, marks off the card or over the numbers of an axis. */
  private static void drawn(WindowBench bench, String when, List<String> faults) {
    cards(bench)
        // A table scrolls what it has no room for.
        .filter(card -> card.getAccessibleRole() != AccessibleRole.TEXT)
        .forEach(
            card -> {
              DrawnWords.faults(card).forEach(fault -> faults.add(when + ": " + fault));
              List<Written> all = watched(card);
              for (Written mark : all) {
                Bounds at = mark.place();
                if (!mark.isMark() || at.getWidth() == 0) {
                  continue;
                }
                boolean off =
                    at.getMaxX() < 0
                        || at.getMaxY() < 0
                        || at.getMinX() > card.getWidth()
                        || at.getMinY() > card.getHeight();
                boolean onAxis =
                    all.stream().anyMatch(w -> w.axis() && !w.isMark() && deep(w.place(), at));
                if (off || onAxis) {
                  faults.add(when + ", " + name(card) + ": a mark lies outside its plot: " + at);
                }
              }
            });
  }

  /** Whether the middle of a mark lies on words. */
  private static boolean deep(Bounds words, Bounds mark) {
    return words.contains(mark.getCenterX(), mark.getCenterY());
  }

  /** The largest view shows something, or says what it will show. */
  private static void largest(WindowBench bench, String step, List<String> faults) {
    ViewCard card =
        cards(bench)
            .max(Comparator.comparingDouble(c -> c.getWidth() * c.getHeight()))
            .orElseThrow();
    WritableImage image = card.snapshot(null, null);
    PixelReader pixels = image.getPixelReader();
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    int ground = pixels.getArgb(w - 2, h - 2);
    int drawn = 0;
    // Below the header, which is always there.
    for (int y = 60; y < h; y++) {
      for (int x = 0; x < w; x++) {
        drawn += pixels.getArgb(x, y) == ground ? 0 : 1;
      }
    }
    if (1000L * drawn < (long) LEAST * w * Math.max(1, h - 60)) {
      faults.add(step + " at first sight: " + name(card) + " is empty");
    }
  }
}
