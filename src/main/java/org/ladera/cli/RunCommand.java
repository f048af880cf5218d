package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  /** The bar moves this often in a run. */
  private static final int PARTS = 100;

  private final Surroundings here;

  @Parameters(paramLabel = "LESSON|DOCUMENT", descriptionKey = "document")
  private String lessonId;

  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private String stepId;

  @Option(names = "--epochs", paramLabel = "N", descriptionKey = "epochs")
  private Long epochs;

  @Option(names = "--set", paramLabel = "NAME=VALUE", arity = "1..*", descriptionKey = "set")
  private List<String> settings = List.of();

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "csv")
  private Path csv;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  RunCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws IOException {
    if (epochs != null && epochs < 0) {
      throw Refusal.usage(
          here.messages()
              .text("cli.expected.not-negative", Map.of("name", "--epochs", "value", epochs)));
    }
    Lesson lesson = here.lesson(lessonId);
    Step step = here.step(lesson, stepId);
    Scene scene = new SceneSettings(here.messages()).apply(step.scene(), settings);
    long last = epochs == null ? scene.epochs() : epochs;
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
