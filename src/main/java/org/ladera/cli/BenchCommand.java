package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewKind;
import org.ladera.session.Scene;
import org.ladera.ui.offscreen.FrameBench;
import org.ladera.ui.offscreen.FrameBench.Times;
import org.ladera.ui.offscreen.KeyBench;
import org.ladera.ui.offscreen.LiveBench;
import org.ladera.ui.offscreen.LiveBench.Live;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private static final List<String> NAMES =
      List.of(
          "engine",
          "frames",
          "keys",
          "large",
          "live",
          "memory",
          "race",
          "startup",
          "strokes",
          "surfaces",
          "time");
  private static final int FRAMES = 600;
  private static final int KEYS = 1600;

  /** Keys of the first updates, while classes are loaded and compiled. */
  private static final int COLD = 400;

  private static final int PULSES = 400;

  /** Ten minutes where no pulse is late. */
  private static final int MEMORY_PULSES = 10 * 60 * 60;

  /** Epochs that no measurement reaches; beyond so many nothing is planned ahead. */
  private static final long ENDLESS = Long.MAX_VALUE / 2;

  /** Epochs that the update stepped through is far from the end of. */
  private static final long LONG_RUN = 40_000_000;

  private static final List<String[]> LIVE =
      List.of(
          new String[] {"xor", "thesis"},
          new String[] {"softmax", "regions"},
          new String[] {"softmax", "hidden"});

  private final Surroundings here;

  @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "bench")
  private String name;

  @Mixin private final WindowLook look = new WindowLook();

  BenchCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws IOException {
    if (name != null && !NAMES.contains(name)) {
      throw Refusal.unknown(here.messages(), "bench", name, NAMES);
    }
    if (wanted("engine")) {
      engine("");
    }
    if (wanted("time")) {
      new BenchTime(here).run();
    }
    if (wanted("startup")) {
      new BenchStart(here).run();
    }
    if (wanted("frames")) {
      frames();
    }
    if ("surfaces".equals(name)) {
      engine(BenchFields.SURFACES);
    }
    if ("large".equals(name)) {
      new BenchLarge(here, look).run();
    }
    if ("live".equals(name)) {
      live();
    }
    if ("race".equals(name)) {
      race();
    }
    if ("strokes".equals(name)) {
      new BenchDigits(here, look).strokes();
    }
    if ("memory".equals(name)) {
      memory();
    }
    if ("keys".equals(name)) {
      keys();
    }
    return 0;
  }

  /** As one of several processes, or those. */
  private void engine(String works) throws IOException {
    String only = System.getProperty(EngineProcesses.PROPERTY);
    if (only != null) {
      new BenchEngine(here.out(), 0.3, 5, only).run();
    } else if (!new EngineProcesses(here.out()).run(works)) {
      throw nothing("engine");
    }
  }

  private boolean wanted(String part) {
    return name == null || name.equals(part);
  }

  private void frames() throws IOException {
    List<Lesson> lessons = here.library().lessons();
    Lesson lesson = lessons.getFirst();
    Step step = here.step(lesson, null);
    FrameBench bench = new FrameBench(new Settings(here.messages().language(), Profile.LIGHT, 1));
    step.views().stream()
        .filter(view -> view.kind() == ViewKind.SURFACE)
        .findFirst()
        .ifPresent(view -> report("cli.bench.surface", bench.turning(lesson, step, view, FRAMES)));
    report("cli.bench.training", bench.training(lessons, lesson, step, FRAMES));
    FrameBench.close();
    // With pulses as on a screen, which is decided when a process starts.
    for (String other : List.of("live", "race", "keys")) {
      alone(other);
    }
  }

  private void alone(String measurement) throws IOException {
    try {
      int code =
          new ProcessBuilder(AnotherProcess.command(List.of(), List.of("bench", measurement)))
              .inheritIO()
              .start()
              .waitFor();
      if (code != 0) {
        throw nothing(measurement);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Steps through updates of a network with large matrices. */
  private void keys() {
    Lesson lesson = here.library().lessons().getFirst();
    KeyBench bench = new KeyBench(new Settings(here.messages().language(), Profile.LIGHT, 1));
    double[] all = bench.steps(lesson, Scene.of(BenchEngine.digits(), LONG_RUN), KEYS);
    KeyBench.close();
    if (all.length < KEYS) {
      throw nothing(lesson.id());
    }
    double[] warm = Arrays.copyOfRange(all, COLD, all.length);
    here.say(
        "cli.bench.keys",
        Map.of(
            "network", "784-64-32-10",
            "keys", warm.length,
            "median", shown(Times.quantile(warm, 0.5)),
            "most", shown(Times.quantile(warm, 0.99)),
            "first", shown(all[0]),
            "worst", shown(Arrays.stream(all).max().orElseThrow())));
  }

  /** Lessons that train with their views on screen. */
  private void live() {
    int[] pixels = look.pixels(here.messages());
    LiveBench bench = new LiveBench(look.settings(here.messages()), pixels[0], pixels[1]);
    for (String[] place : LIVE) {
      Lesson lesson = here.inLibrary(place[0]);
      Step step = here.step(lesson, place[1]);
      Scene endless =
          new Scene(List.of(step.scene().runs().getFirst()), ENDLESS, step.scene().claimed());
      // Before and after, because a shared machine is never the same.
      EngineAlone before = EngineAlone.of(endless);
      Live live = bench.of(lesson, step, endless, PULSES);
      report(lesson, live, before.and(EngineAlone.of(endless)));
    }
    new BenchDigits(here, look).live(bench);
    LiveBench.close();
  }

  /** The race of the optimizers, with an eighth. */
  private void race() {
    Lesson lesson = here.lesson("optimizers");
    int[] pixels = look.pixels(here.messages());
    LiveBench bench = new LiveBench(look.settings(here.messages()), pixels[0], pixels[1]);
    Step step = here.step(lesson, "race");
    List<Scene.Run> runs = new ArrayList<>(step.scene().runs());
    runs.add(
        new Scene.Run(
            "averaged",
            runs.getFirst()
                .experiment()
                .withOptimizer(new OptimizerSpec.AveragedMomentum(0.3, 0.9))));
    Scene eight = new Scene(runs, LONG_RUN, Optional.empty());
    Step with = new Step(step.id(), eight, step.views(), List.of(), List.of(), List.of());
    Live live = bench.race(lesson, with, eight, PULSES);
    LiveBench.close();
    if (!(live.perSecond() > 0)) {
      throw nothing(lesson.id());
    }
    here.say(
        "cli.bench.race",
        Map.of(
            "runs", runs.size(),
            "pulses", live.work().length,
            "median", shown(Times.quantile(live.work(), 0.5)),
            "most", shown(Times.quantile(live.work(), 0.99)),
            "share", shown(100 * live.inTime())));
  }

  /** What this process holds after a long time of five views; where the system tells it. */
  private void memory() throws IOException {
    Lesson lesson = here.lesson(LIVE.getFirst()[0]);
    Step step = here.step(lesson, LIVE.getFirst()[1]);
    Scene endless = new Scene(List.of(step.scene().runs().getFirst()), ENDLESS, Optional.empty());
    Path status = Path.of("/proc/self/status");
    int[] pixels = look.pixels(here.messages());
    LiveBench bench = new LiveBench(look.settings(here.messages()), pixels[0], pixels[1]);
    Live live = bench.of(lesson, step, endless, MEMORY_PULSES);
    String resident =
        Files.exists(status)
            ? Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .orElse("")
            : "";
    LiveBench.close();
    if (resident.isEmpty() || !live.isReal()) {
      throw nothing(lesson.id());
    }
    here.say(
        "cli.bench.memory",
        Map.of(
            "minutes", shown(live.seconds() / 60),
            "resident", resident.replaceAll("\\D", ""),
            "heap", Runtime.getRuntime().totalMemory() >> 10,
            "most", shown(Times.quantile(live.work(), 0.99))));
  }

  private void report(Lesson lesson, Live live, EngineAlone alone) {
    if (!live.isReal() || !(alone.updates() > 0)) {
      throw nothing(lesson.id());
    }
    double perSecond = alone.updates() / alone.seconds();
    Map<String, Object> values = new HashMap<>();
    values.put("lesson", lesson.id());
    values.put("pulses", live.work().length);
    values.put("median", shown(Times.quantile(live.work(), 0.5)));
    values.put("most", shown(Times.quantile(live.work(), 0.99)));
    values.put("share", shown(100 * live.inTime()));
    values.put("rate", shown(live.work().length / live.seconds()));
    values.put("boundaries", shown(live.boundaries() / live.seconds()));
    values.put("planes", shown(live.planes() / live.seconds()));
    values.put("live", here.messages().numbers().shown(live.perSecond(), 3));
    values.put("alone", here.messages().numbers().shown(perSecond, 3));
    values.put("clock", shown(100 * live.perSecond() / perSecond));
    values.put(
        "processor",
        shown(100 * live.perProcessorSecond() * alone.processorSeconds() / alone.updates()));
    here.say("cli.bench.live", values);
  }

  private Refusal nothing(String with) {
    return Refusal.fault(here.messages().text("cli.bench.nothing", Map.of("lesson", with)));
  }

  private void report(String key, Times times) {
    here.say(
        key,
        Map.of(
            "frames",
            times.work().length,
            "interval",
            shown(Times.quantile(times.interval(), 0.5)),
            "work",
            shown(Times.quantile(times.work(), 0.5)),
            "most",
            shown(Times.quantile(times.work(), 0.95))));
  }

  private String shown(double milliseconds) {
    return here.messages().numbers().fixed(milliseconds, milliseconds < 100 ? 1 : 0);
  }
}
