package org.ladera.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.PictureView;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;
import org.ladera.text.Numbers;
import org.ladera.ui.offscreen.FrameBench.Times;
import org.ladera.ui.offscreen.LiveBench;
import org.ladera.ui.offscreen.LiveBench.Live;
import org.ladera.ui.offscreen.StrokeBench;
import org.ladera.ui.offscreen.StrokeBench.Strokes;

/**
 * The lesson of digits: from a stroke on the pad to everything that depends on it, and training
 * beside as many views as a stage has.
 */
final class BenchDigits {
  private static final int STROKES = 1_200;

  /** Strokes while classes are loaded and compiled. */
  private static final int COLD = 600;

  private static final int PULSES = 300;

  /** Epochs that no measurement reaches; beyond so many nothing is planned ahead. */
  private static final long ENDLESS = Long.MAX_VALUE / 2;

  private final Surroundings here;
  private final WindowLook look;

  BenchDigits(Surroundings here, WindowLook look) {
    this.here = here;
    this.look = look;
  }

  /** The views of the step that trains and what its units see. */
  void live(LiveBench bench) {
    Lesson lesson = here.inLibrary("digits");
    Step step = here.step(lesson, "train");
    Scene endless = step.scene().lasting(ENDLESS);
    List<ViewSpec> views = new ArrayList<>(step.views());
    views.add(new PictureView.WeightsImage(Scene.MAIN, OptionalInt.empty(), OptionalInt.empty()));
    Live live = bench.of(lesson, step, endless, views, PULSES);
    // Only afterwards: until the large products are compiled, seconds go by.
    EngineAlone alone = EngineAlone.of(endless).and(EngineAlone.of(endless));
    if (!(live.perSecond() > 0) || !(alone.updates() > 0)) {
      throw Refusal.fault(here.messages().text("cli.bench.nothing", Map.of("lesson", lesson.id())));
    }
    Numbers numbers = here.messages().numbers();
    double perSecond = alone.updates() / alone.seconds();
    double perProcessorSecond = alone.updates() / alone.processorSeconds();
    here.say(
        "cli.bench.digits",
        Map.of(
            "network", endless.runs().getFirst().experiment().network().shape(),
            "views", live.views(),
            "pulses", live.work().length,
            "median", numbers.fixed(Times.quantile(live.work(), 0.5), 1),
            "most", numbers.fixed(Times.quantile(live.work(), 0.99), 1),
            "live", numbers.shown(live.perSecond(), 3),
            "alone", numbers.shown(perSecond, 3),
            "clock", numbers.fixed(100 * live.perSecond() / perSecond, 0),
            "processor", numbers.fixed(100 * live.perProcessorSecond() / perProcessorSecond, 0)));
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
