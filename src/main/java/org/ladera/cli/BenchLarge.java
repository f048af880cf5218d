package org.ladera.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;
import org.ladera.text.Numbers;
import org.ladera.ui.offscreen.FrameBench.Times;
import org.ladera.ui.offscreen.LiveBench;
import org.ladera.ui.offscreen.LiveBench.Live;

/** Many examples and large networks on screen while they are trained. */
final class BenchLarge {
  private static final int[] ROWS = {1_000, 5_000, 20_000, 100_000};
  private static final long SEED = 1;
  private static final int PULSES = 200;

  /** Epochs that no measurement reaches. */
  private static final long ENDLESS = Long.MAX_VALUE / 2;

  private final Surroundings here;
  private final LiveBench bench;
  private final Lesson lesson;
  private final Step step;

  BenchLarge(Surroundings here, WindowLook look) {
    this.here = here;
    int[] pixels = look.pixels(here.messages());
    bench = new LiveBench(look.settings(here.messages()), pixels[0], pixels[1]);
    // Whose words are shown beside the views.
    lesson = here.lesson("xor");
    step = here.step(lesson, null);
  }

  void run() {
    for (int rows : ROWS) {
      Dataset line = Generator.LINE.make(rows, 0.5, SEED);
      measure("line " + rows, experiment(line, 1, 1), List.of(data(), curve()));
      Dataset moons = Generator.MOONS.make(rows, 0.25, SEED);
      measure("moons " + rows, experiment(moons, 2, 8, 1), List.of(plane(), curve()));
    }
    Dataset few = Generator.MOONS.make(250, 0.25, SEED);
    measure("2-1000-1000-1", experiment(few, 2, 1000, 1000, 1), inside());
    int[] deep = new int[21];
    Arrays.fill(deep, 12);
    deep[0] = 2;
    deep[20] = 1;
    measure("20 layers", experiment(few, deep), inside());
    LiveBench.close();
  }

  private void measure(String name, Experiment experiment, List<ViewSpec> views) {
    Live live = bench.of(lesson, step, Scene.of(experiment, ENDLESS), views, PULSES);
    if (!(live.perSecond() > 0)) {
      throw Refusal.fault(here.messages().text("cli.bench.nothing", Map.of("lesson", name)));
    }
    Numbers numbers = here.messages().numbers();
    here.say(
        "cli.bench.large",
        Map.of(
            "name", name,
            "median", numbers.fixed(Times.quantile(live.work(), 0.5), 1),
            "most", numbers.fixed(Times.quantile(live.work(), 0.99), 1),
            "share", numbers.fixed(100 * live.inTime(), 1),
            "rate", numbers.fixed(live.work().length / live.seconds(), 1)));
  }

  private static ViewSpec data() {
    return new ViewSpec.Data(Scene.MAIN, true, false, false, List.of());
  }

  private static ViewSpec curve() {
    return new ViewSpec.LossCurve(Scene.MAIN, true, List.of(), OptionalDouble.empty());
  }

  private static ViewSpec plane() {
    return new ViewSpec.Boundary(Scene.MAIN, Optional.empty(), Optional.empty(), false);
  }

  private static List<ViewSpec> inside() {
    return List.of(
        new ViewSpec.Network(
            Scene.MAIN,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty()),
        new ViewSpec.Matrix(Scene.MAIN, OptionalInt.empty(), OptionalInt.empty()),
        new ViewSpec.Deltas(Scene.MAIN, OptionalInt.empty()));
  }

  /** Squared errors on one linear unit, else logistic. */
  private static Experiment experiment(Dataset data, int... sizes) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int l = 1; l < sizes.length; l++) {
      boolean last = l == sizes.length - 1;
      ActivationSpec output = sizes.length == 2 ? ActivationSpec.IDENTITY : ActivationSpec.SIGMOID;
      layers.add(LayerSpec.dense(sizes[l], last ? output : ActivationSpec.TANH));
    }
    return new Experiment(
        data,
        NetworkSpec.of(sizes[0], layers.toArray(LayerSpec[]::new)),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(1e-6),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.GlorotUniform(1),
        SEED);
  }
}
