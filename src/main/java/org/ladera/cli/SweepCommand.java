package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Scene;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.RunReading;
import org.ladera.session.setting.Setting;
import org.ladera.session.setting.SettingFault;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.SweepRun;
import org.ladera.session.sweep.SweepState;
import org.ladera.session.sweep.Varied;
import org.ladera.store.data.SweepTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "sweep", mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
  /** What is read where nothing is said, as far as the run has it. */
  private static final List<String> USUAL =
      List.of("J", "accuracy", "validation:J", "validation:accuracy", "test:J", "test:accuracy");

  private final Surroundings here;

  @Mixin private final ChosenStep chosen = new ChosenStep();

  @Option(
      names = "--vary",
      paramLabel = "NAME=A,B,C",
      arity = "1..*",
      required = true,
      descriptionKey = "vary")
  private List<String> vary = List.of();

  @Option(names = "--seeds", paramLabel = "N", descriptionKey = "seeds")
  private int seeds = 1;

  @Option(names = "--reading", paramLabel = "NAME", arity = "1..*", descriptionKey = "reading")
  private List<String> readings = List.of();

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "sweep-csv")
  private Path csv;

  SweepCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    positive("--seeds", seeds);
    Optional<Long> epochs = chosen.epochs(here);
    epochs.ifPresent(count -> positive("--epochs", count));
    Lesson lesson = chosen.lesson(here);
    Step step = chosen.of(lesson, here);
    Scene scene = chosen.scene(step, here);
    Scene planned = epochs.map(scene::lasting).orElse(scene);
    Sweep sweep = sweep(planned);
    if (sweep.size() > Sweep.MOST) {
      throw Refusal.usage(
          here.messages()
              .text("cli.sweep.too-many", Map.of("runs", sweep.size(), "most", Sweep.MOST)));
    }
    SweepState end = play(sweep);
    new SweepReport(here).print(lesson, step, end);
    if (csv != null) {
      write(end);
    }
    return end.stage() == SweepState.Stage.DONE ? 0 : 1;
  }

  private void positive(String name, long value) {
    if (value < 1) {
      throw Refusal.usage(
          here.messages().text("cli.expected.positive", Map.of("name", name, "value", value)));
    }
  }

  private Sweep sweep(Scene scene) {
    if (vary.size() > 2) {
      throw Refusal.usage(here.messages().text("cli.sweep.two"));
    }
    try {
      List<Varied> varied = vary.stream().map(this::varied).toList();
      List<Long> numbers = LongStream.rangeClosed(1, seeds).boxed().toList();
      return Sweep.of(scene, Scene.MAIN, varied, numbers, readings(scene));
    } catch (SettingFault fault) {
      throw new SceneSettings(here.messages()).refusal(fault);
    }
  }

  private Varied varied(String written) {
    int equals = written.indexOf('=');
    if (equals < 1) {
      throw Refusal.usage(here.messages().text("cli.expected.setting", Map.of("name", "--vary")));
    }
    List<String> values =
        Stream.of(written.substring(equals + 1).split(",")).map(String::strip).distinct().toList();
    return new Varied(new Setting(written.substring(0, equals).strip()), values);
  }

  private List<Reading> readings(Scene scene) {
    List<Reading> found = new ArrayList<>();
    for (String name : readings.isEmpty() ? USUAL : readings) {
      Optional<RunReading> reading =
          RunReading.parse(name, scene)
              .filter(r -> r.run().equals(Scene.MAIN) && r.fault(scene).isEmpty());
      if (reading.isEmpty() && !readings.isEmpty()) {
        throw Refusal.unknown(here.messages(), "reading", name, USUAL);
      }
      reading.map(RunReading::reading).ifPresent(found::add);
    }
    return found;
  }

  private SweepState play(Sweep sweep) throws InterruptedException {
    Semaphore news = new Semaphore(0);
    SweepRun run =
        SweepRun.begin(SweepState.none(sweep), SweepRun.threads(), System::nanoTime, news::release);
    try (ProgressBar bar = new ProgressBar(here)) {
      SweepState state = run.state();
      while (state.stage() == SweepState.Stage.RUNNING) {
        bar.show(state.done(), sweep.size(), SweepReport.progress(state, here.messages()));
        news.acquire();
        state = run.state();
      }
      return state;
    }
  }

  private void write(SweepState end) {
    try {
      SweepTable.write(csv, end);
    } catch (IOException e) {
      throw here.notWritten(csv, e);
    }
    here.err().println(here.messages().text("cli.run.csv", Map.of("file", csv.toAbsolutePath())));
    here.err().flush();
  }
}
