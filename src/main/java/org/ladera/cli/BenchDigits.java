package org.ladera.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Scene;
import org.ladera.text.Numbers;
import org.ladera.ui.offscreen.FrameBench.Times;
import org.ladera.ui.offscreen.StrokeBench;
import org.ladera.ui.offscreen.StrokeBench.Strokes;

/** The lesson of digits: from a stroke on the pad to everything that depends on it. */
final class BenchDigits {
  private static final int STROKES = 1_200;

  /** Strokes while classes are loaded and compiled. */
  private static final int COLD = 600;

  private final Surroundings here;
  private final WindowLook look;

  BenchDigits(Surroundings here, WindowLook look) {
    this.here = here;
    this.look = look;
  }

  /** The step where a person draws, with the larger network of the step that trains. */
  void strokes() {
    Lesson lesson = here.inLibrary("digits");
    Scene scene = here.step(lesson, "train").scene().lasting(1);
    Step own = here.step(lesson, "own");
    Step step = new Step(own.id(), scene, own.views(), own.controls(), List.of(), List.of());
    int[] pixels = look.pixels(here.messages());
    StrokeBench bench = new StrokeBench(look.settings(here.messages()), pixels[0], pixels[1]);
    Strokes all = bench.of(lesson, step, STROKES);
    StrokeBench.close();
    if (all.clock().length < STROKES) {
      throw Refusal.fault(here.messages().text("cli.bench.nothing", Map.of("lesson", lesson.id())));
    }
    double[] clock = Arrays.copyOfRange(all.clock(), COLD, STROKES);
    double[] work = Arrays.copyOfRange(all.work(), COLD, STROKES);
    Numbers numbers = here.messages().numbers();
    here.say(
        "cli.bench.strokes",
        Map.of(
            "network", scene.runs().getFirst().experiment().network().shape(),
            "strokes", clock.length,
            "median", numbers.fixed(Times.quantile(clock, 0.5), 1),
            "most", numbers.fixed(Times.quantile(clock, 0.99), 1),
            "work", numbers.fixed(Times.quantile(work, 0.5), 1),
            "worst", numbers.fixed(Times.quantile(work, 0.99), 1)));
  }
}
