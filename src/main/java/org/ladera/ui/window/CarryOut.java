package org.ladera.ui.window;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.stage.FileChooser;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.train.Trainer;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.SpreadView;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.SweepState;
import org.ladera.store.data.RunTable;
import org.ladera.store.data.SweepTable;
import org.ladera.store.export.ExportForm;
import org.ladera.store.export.Milestones;
import org.ladera.store.export.RunArrays;
import org.ladera.store.export.RunJson;
import org.ladera.store.file.WholeFile;
import org.ladera.store.image.PdfFile;
import org.ladera.store.image.Picture;
import org.ladera.store.image.SvgFile;
import org.ladera.store.image.VectorPicture;
import org.ladera.store.python.NpyFile;
import org.ladera.store.python.NumpyProgram;
import org.ladera.store.python.TorchProgram;
import org.ladera.store.python.Unexportable;
import org.ladera.store.python.WorkshopProgram;
import org.ladera.text.Messages;
import org.ladera.timeline.History;
import org.ladera.timeline.Recipe;
import org.ladera.ui.control.Copying;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.vector.SceneTracer;
import org.ladera.ui.window.sheet.ExportSheet;

/** What is on stage as a file for others: a picture, a film, numbers, a program. FX thread only. */
final class CarryOut {
  private final MainController controller;
  private final Course course;
  private final NewestJob<Runnable> writing = new NewestJob<>("carried out", Runnable::run);
  private final FilmStrip film;

  CarryOut(MainController controller, Course course) {
    this.controller = controller;
    this.course = course;
    film = new FilmStrip(controller);
  }

  /** Asks in which form. */
  void ask() {
    Frame frame = controller.live().frame();
    if (frame == null) {
      return;
    }
    controller.run.send(new Command.Pause());
    controller
        .window()
        .overlays()
        .show(
            () ->
                new ExportSheet(
                    this::carry,
                    this::copy,
                    controller.window().overlays()::hide,
                    controller.appearance().messages(),
                    controller.appearance().tokens()));
  }

  private void copy(int scale) {
    Copying.copy(Snapshot.image(controller.window().stage(), scale));
    controller.window().overlays().hide();
  }

  private void carry(ExportForm form, int scale) {
    controller.window().overlays().hide();
    Optional<Path> chosen = asked("." + ending(form));
    Frame frame = controller.live().frame();
    if (chosen.isPresent() && frame != null) {
      carry(form, scale, frame, chosen.get());
    }
  }

  /** The file that the person chooses. */
  private Optional<Path> asked(String ending) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(controller.appearance().messages().text("export.title"));
    chooser.setInitialFileName(course.lesson().id() + ending);
    File chosen = chooser.showSaveDialog(controller.window().scene().getWindow());
    return Optional.ofNullable(chosen).map(File::toPath);
  }

  private static String ending(ExportForm form) {
    return switch (form) {
      case NUMPY, PYTORCH, WORKSHOP -> "py";
      case NPZ, CSV, JSON, PNG, SVG, PDF, GIF -> form.word();
    };
  }

  void carry(ExportForm form, int scale, Frame frame, Path file) {
    String title =
        controller.lab.isOnStage()
            ? course.lesson().id()
            : course.lesson().id() + " \u00b7 " + course.step().id();
    long epochs = frame.main().epoch();
    switch (form) {
      case PNG -> {
        Picture picture = Snapshot.of(controller.window().stage(), scale);
        write(file, form, picture::writePng);
      }
      case SVG -> {
        VectorPicture picture = vectors();
        write(file, form, fresh -> Files.write(fresh, SvgFile.bytes(picture)));
      }
      case PDF -> {
        VectorPicture picture = vectors();
        write(file, form, fresh -> Files.write(fresh, PdfFile.bytes(picture)));
      }
      case GIF -> film.begin(frame, file, this::failed);
      case CSV -> write(file, form, fresh -> table(frame, fresh));
      case JSON -> text(file, form, () -> json(frame));
      case NPZ ->
          write(
              file,
              form,
              fresh -> Files.write(fresh, NpyFile.archive(RunArrays.of(unchanged(frame), epochs))));
      case NUMPY -> text(file, form, () -> NumpyProgram.of(unchanged(frame), epochs, title));
      case PYTORCH -> text(file, form, () -> TorchProgram.of(unchanged(frame), epochs, title));
      case WORKSHOP -> {
        Messages messages = controller.appearance().messages();
        text(
            file,
            form,
            () ->
                WorkshopProgram.of(
                    new Trainer(unchanged(frame)).preview(),
                    name -> messages.text("program.template." + name)));
      }
    }
  }

  /** What has come of a sweep so far, as a table in a file that is asked for. */
  void sweep(SpreadView.Sweep view) {
    Frame frame = controller.live().frame();
    if (frame == null) {
      return;
    }
    SweepState state =
        controller.sweeps.state(
            Sweep.of(frame.scene(), view.run(), view.vary(), view.numbers(), view.readings()));
    if (state.done() == 0) {
      controller.sheets.faults(List.of(new Fault("", 0, 0, "", "sweep.none", Map.of())));
      return;
    }
    asked("-sweep.csv").ifPresent(file -> sweep(state, file));
  }

  void sweep(SweepState state, Path file) {
    write(file, ExportForm.CSV, fresh -> SweepTable.write(fresh, state));
  }

  private VectorPicture vectors() {
    return SceneTracer.trace(
        controller.window().stage(), controller.appearance().tokens().canvas());
  }

  /** What a file says. */
  private interface Wording {
    String text() throws IOException, Unexportable;
  }

  private void text(Path file, ExportForm form, Wording wording) {
    write(file, form, fresh -> Files.writeString(fresh, wording.text()));
  }

  private void write(Path file, ExportForm form, WholeFile.Filling<Unexportable> filling) {
    writing.ask(
        () -> {
          try {
            WholeFile.fill(file, filling);
            return () -> {};
          } catch (Unexportable e) {
            Fault fault =
                new Fault(
                    String.valueOf(file.getFileName()),
                    0,
                    0,
                    "",
                    "export.part",
                    Map.of("part", e.part(), "form", form.word()));
            return () -> controller.sheets.faults(List.of(fault));
          } catch (IOException e) {
            return () -> failed(file);
          }
        });
  }

  private void failed(Path file) {
    controller.sheets.faults(
        List.of(
            new Fault(String.valueOf(file.getFileName()), 0, 0, "", "file.unwritable", Map.of())));
  }

  private static Recipe recipe(RunFrame run) {
    return run.branches().stream()
        .filter(RunFrame.BranchFrame::active)
        .findFirst()
        .orElseThrow()
        .recipe();
  }

  /** The settings that the run has had from its start on: a program knows no change on the way. */
  private static Experiment unchanged(Frame frame) throws Unexportable {
    Recipe recipe = recipe(frame.main());
    if (!recipe.edits().isEmpty()) {
      throw Unexportable.changed();
    }
    return recipe.experiment();
  }

  /** Every update; of a run with changes made on its way the loss of each epoch, as it was. */
  private static void table(Frame frame, Path file) throws IOException {
    boolean changed = frame.runs().stream().anyMatch(run -> !recipe(run).edits().isEmpty());
    if (!changed) {
      List<Scene.Run> runs =
          frame.runs().stream()
              .map(run -> new Scene.Run(run.id(), recipe(run).experiment()))
              .toList();
      RunTable.write(file, runs, frame.main().epoch());
      return;
    }
    StringBuilder text = new StringBuilder("run,epoch,loss\n");
    for (RunFrame run : frame.runs()) {
      History history = run.history();
      for (int i = 0; i < history.count(); i++) {
        text.append(run.id()).append(',').append(history.epochs()[i]).append(',');
        text.append(history.losses()[i]).append('\n');
      }
    }
    Files.writeString(file, text);
  }

  private String json(Frame frame) throws IOException {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    long epochs = frame.main().epoch();
    Milestones none = new Milestones(List.of(Long.MAX_VALUE), epochs);
    RunJson.write(writer, course.lesson().id(), course.step().id(), epochs, frame, none);
    writer.flush();
    return text.toString();
  }

  void close() {
    writing.close();
  }
}
