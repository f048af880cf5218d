package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command.Load;
import org.ladera.session.Command.RunTo;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.store.data.RunTable;
import org.ladera.store.export.Milestones;
import org.ladera.store.export.RunJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  /** The bar moves this often in a run. */
  private static final int PARTS = 100;

  private final Surroundings here;

  @Mixin private final ChosenStep chosen = new ChosenStep();

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "csv")
  private Path csv;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  RunCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Long> epochs = chosen.epochs(here);
    Lesson lesson = chosen.lesson(here);
    Step step = chosen.of(lesson, here);
    Scene scene = chosen.scene(step, here);
    long last = epochs.orElse(scene.epochs());
    Milestones milestones = new Milestones(step.marks(), last);
    Frame end = play(scene, last, milestones);
    if (json) {
      RunJson.write(here.out(), lesson.id(), step.id(), last, end, milestones);
    } else {
      here.out()
          .println(
              here.messages()
                  .text(
                      "cli.run.title",
                      Map.of("lesson", here.title(lesson), "step", here.title(lesson, step))));
      new RunReport(here.messages(), here.out(), last).print(end, milestones);
    }
    here.out().flush();
    if (csv != null) {
      write(scene, RunEnd.epochs(scene, last));
    }
    return 0;
  }

  private Frame play(Scene scene, long last, Milestones milestones) {
    try (InlineSession session = new InlineSession();
        ProgressBar bar = new ProgressBar(here)) {
      session.send(new Load(scene));
      for (int part = 0; part <= PARTS; part++) {
        long epoch = last * part / PARTS;
        milestones.passUpTo(epoch, session);
        if (epoch > 0) {
          session.send(new RunTo(epoch));
        }
        bar.show(epoch, last);
        if (session.newest().stop().isPresent()) {
          // Stopped early: it stands where the validation loss was least.
          break;
        }
      }
      return session.newest();
    }
  }

  private void write(Scene scene, long last) {
    try {
      RunTable.write(csv, scene.runs(), last);
    } catch (IOException e) {
      throw here.notWritten(csv, e);
    }
    here.err().println(here.messages().text("cli.run.csv", Map.of("file", csv.toAbsolutePath())));
    here.err().flush();
  }
}
