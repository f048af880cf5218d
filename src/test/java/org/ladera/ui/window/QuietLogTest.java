package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ladera.Rigs;
import org.ladera.lesson.model.Lesson;
import org.ladera.session.Command;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;

/** In normal use nothing is logged as a warning: who reads the log finds only what went wrong. */
class QuietLogTest {
  private static final class Warnings extends Handler {
    private final Set<String> found = new ConcurrentSkipListSet<>();

    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        found.add(new SimpleFormatter().formatMessage(entry));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void noStepLookSheetOrTooltipLeavesAWarning() {
    Fx.start();
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    List<Lesson> lessons = LessonLibrary.load(Path.of("lessons")).lessons();
    Warnings warnings = new Warnings();
    Logger root = Logger.getLogger("");
    root.addHandler(warnings);
    int tips = 0;
    try {
      WindowBench bench =
          Fx.on(
              () ->
                  new WindowBench(lessons, typesetter, WindowBench.plain(Language.ES), 1280, 800));
      for (int lesson = 0; lesson < lessons.size(); lesson++) {
        int index = lesson;
        tips += Fx.on(() -> use(bench, lessons.get(index), index));
      }
      Fx.on(
          () -> {
            bench.close();
            return null;
          });
    } finally {
      root.removeHandler(warnings);
    }
    assertTrue(tips > 100, "only " + tips + " tooltips were seen");
    assertEquals(Set.of(), warnings.found);
  }

  private static int use(WindowBench bench, Lesson lesson, int index) {
    Profile profile = Profile.values()[index % Profile.values().length];
    bench.controller.change(bench.person.settings().withProfile(profile));
    int tips = 0;
    // The steps of a lesson are alike in what they log.
    List<Integer> steps = lesson.steps().size() < 2 ? List.of(0) : List.of(0, 1);
    for (int step : Rigs.sample(steps, 1, index)) {
      bench.controller.open(index, step);
      bench.settle();
      bench.session.send(
          new Command.RunTo(Math.min(20, lesson.steps().get(step).scene().epochs())));
      bench.settle();
      tips += tips(bench);
      for (KeyCode opens : List.of(KeyCode.E, KeyCode.C, KeyCode.B, KeyCode.F1)) {
        bench.press(opens);
        tips += tips(bench);
        bench.press(KeyCode.ESCAPE);
      }
    }
    return tips;
  }

  /** Shows every tooltip there is for a moment. */
  private static int tips(WindowBench bench) {
    List<Node> with = bench.shown().filter(n -> tip(n).findAny().isPresent()).toList();
    for (Node node : with) {
      Tooltip tip = tip(node).findFirst().orElseThrow();
      Point2D at = node.localToScreen(1, 1);
      if (at != null) {
        tip.show(node, at.getX(), at.getY());
        tip.hide();
      }
    }
    return with.size();
  }

  private static Stream<Tooltip> tip(Node node) {
    return Stream.concat(
        Stream.ofNullable(node instanceof Control control ? control.getTooltip() : null),
        node.getProperties().values().stream()
            .filter(Tooltip.class::isInstance)
            .map(Tooltip.class::cast));
  }
}
