package org.ladera.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.train.Trainer;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command.Load;
import org.ladera.session.Command.RunTo;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.store.data.RunTable;
import org.ladera.store.export.ExportForm;
import org.ladera.store.export.Milestones;
import org.ladera.store.export.RunArrays;
import org.ladera.store.export.RunJson;
import org.ladera.store.python.NpyFile;
import org.ladera.store.python.NumpyProgram;
import org.ladera.store.python.TorchProgram;
import org.ladera.store.python.Unexportable;
import org.ladera.store.python.WorkshopProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final ChosenStep chosen = new ChosenStep();

  @Option(names = "--as", paramLabel = "FORM", required = true, descriptionKey = "export-as")
  private String as;

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "export-out")
  private Path out;

  ExportCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws IOException {
    ExportForm form =
        ExportForm.of(as)
            .orElseThrow(() -> Refusal.unknown(here.messages(), "form", as, ExportForm.words()));
    Optional<Long> epochs = chosen.epochs(here);
    Lesson lesson = chosen.lesson(here);
    Step step = chosen.of(lesson, here);
    Scene scene = chosen.scene(step, here);
    long last = RunEnd.epochs(scene, epochs.orElse(scene.epochs()));
    Experiment main = scene.runs().getFirst().experiment();
    try {
      switch (form) {
        case NUMPY -> Files.writeString(out, NumpyProgram.of(main, last, title(lesson, step)));
        case PYTORCH -> Files.writeString(out, TorchProgram.of(main, last, title(lesson, step)));
        case WORKSHOP ->
            Files.writeString(
                out,
                WorkshopProgram.of(
                    new Trainer(main).preview(),
                    name -> here.messages().text("program.template." + name)));
        case NPZ -> Files.write(out, NpyFile.archive(RunArrays.of(main, last)));
        case CSV -> RunTable.write(out, scene.runs(), last);
        case JSON -> Files.writeString(out, json(lesson, step, scene, last));
        case PNG, SVG, PDF ->
            new RenderCommand(here)
                .picture(lesson, step, scene, last, StillForm.valueOf(form.name()), out);
        case GIF -> new RenderCommand(here).picture(lesson, step, scene, last, null, out);
      }
    } catch (Unexportable e) {
      throw Refusal.fault(
          here.messages().text("cli.export.part", Map.of("part", e.part(), "form", as)));
    } catch (IOException e) {
      throw here.notWritten(out, e);
    }
    here.say("cli.render.written", Map.of("file", out));
    return 0;
  }

  private String title(Lesson lesson, Step step) {
    return here.title(lesson) + " · " + here.title(lesson, step);
  }

  private String json(Lesson lesson, Step step, Scene scene, long last) throws IOException {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    try (InlineSession session = new InlineSession()) {
      Milestones milestones = new Milestones(new ArrayList<>(step.marks()), last);
      session.send(new Load(scene));
      milestones.passUpTo(last, session);
      if (last > 0) {
        session.send(new RunTo(last));
      }
      RunJson.write(writer, lesson.id(), step.id(), last, session.newest(), milestones);
    }
    writer.flush();
    return text.toString();
  }
}
