package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.plot.Written;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

class AxesTest {
  /** Every second number where there is no room for all, and no other gaps. */
  @Test
  void theNumbersBelowASmallPlaneAreEvenlyApart() {
    Fx.start();
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    List<Lesson> lessons =
        LessonLibrary.load(Path.of("lessons")).lesson("softmax").stream().toList();
    Fx.on(
        () -> {
          Settings settings = new Settings(Language.ES, Profile.PROJECTOR, 1);
          try (WindowBench bench = new WindowBench(lessons, typesetter, settings, 1024, 640)) {
            Lesson softmax = lessons.getFirst();
            bench.controller.open(
                0, softmax.steps().indexOf(softmax.step("regions").orElseThrow()));
            bench.settle();
            ViewCard plane =
                (ViewCard)
                    bench.shown().filter(ViewCard.class::isInstance).findFirst().orElseThrow();
            List<Written> numbers = new ArrayList<>();
            plane.watch(
                word -> {
                  if (word.text().matches("\u2212?\\d+")) {
                    numbers.add(word);
                  }
                });
            plane.repaint();
            plane.watch(null);
            double low = numbers.stream().mapToDouble(w -> w.place().getMinY()).max().orElseThrow();
            double[] across =
                numbers.stream()
                    .filter(w -> Math.abs(w.place().getMinY() - low) < 1)
                    .mapToDouble(w -> Double.parseDouble(w.text().replace('\u2212', '-')))
                    .toArray();
            assertTrue(across.length > 2, Arrays.toString(across));
            for (int i = 2; i < across.length; i++) {
              assertEquals(
                  across[1] - across[0], across[i] - across[i - 1], Arrays.toString(across));
            }
          }
          return null;
        });
  }
}
