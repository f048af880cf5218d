package org.ladera.ui.window;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.ladera.explain.comparison.GivenArray;
import org.ladera.lesson.model.Fault;
import org.ladera.store.data.TableFormat;
import org.ladera.store.data.UnreadableData;
import org.ladera.store.document.DrawnPoints;
import org.ladera.store.document.LabDocument;
import org.ladera.store.document.Laboratory;
import org.ladera.store.document.OpenDocument;
import org.ladera.store.document.OpenedFile;
import org.ladera.store.document.PictureChoice;
import org.ladera.store.document.TableChoice;
import org.ladera.store.document.UnreadableDocument;
import org.ladera.store.lesson.LessonReader;
import org.ladera.text.Messages;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.window.lab.DataSheet;
import org.ladera.ui.window.lab.LabPart;
import org.ladera.ui.window.lab.LabParts;

/** A laboratory and the files of the person: opened, kept, shared. FX thread only. */
final class LabFiles {
  private static final List<Integer> HIDDEN = List.of(8);

  private final LabDesk desk;
  private final MainController controller;
  private final UserState person;

  /** Work with files beside the window; what comes of it is done here. */
  private final NewestJob<Runnable> opening = new NewestJob<>("files", Runnable::run);

  private final LabKeeping keeping;

  /** Whether the table that is read takes the place of the data there are. */
  private boolean replacing;

  LabFiles(LabDesk desk, MainController controller, UserState person, LabKeeping keeping) {
    this.desk = desk;
    this.keeping = keeping;
    this.controller = controller;
    this.person = person;
    var root = controller.window().scene();
    root.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles() || e.getDragboard().hasString()) {
            e.acceptTransferModes(TransferMode.COPY);
          }
          e.consume();
        });
    root.setOnDragDropped(
        e -> {
          replacing = false;
          boolean files = e.getDragboard().hasFiles();
          if (files) {
            open(e.getDragboard().getFiles().getFirst().toPath());
          } else {
            read(e.getDragboard().getString());
          }
          e.setDropCompleted(true);
          e.consume();
        });
  }

  private Messages messages() {
    return controller.appearance().messages();
  }

  /** Documents that were open before, the newest first. */
  List<Path> recent() {
    return person.recent();
  }

  /** The laboratory that was left when the program ended. */
  void resume() {
    person.laboratory().ifPresent(this::recover);
  }

  private void recover(Path left) {
    opening.ask(
        () -> {
          OpenedFile found = OpenedFile.open(left);
          return () -> {
            keeping.nowhere();
            show(found);
          };
        });
  }

  /** Whether there is a laboratory that was left. */
  boolean canResume() {
    return person.laboratory().isPresent();
  }

  void open() {
    replacing = false;
    choose();
  }

  /** Other data in the place of those there are. */
  void replace() {
    replacing = true;
    choose();
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                messages().text("lab.file.any"),
                List.of(
                    "*.ladera",
                    "*.csv",
                    "*.tsv",
                    "*.txt",
                    "*.CSV",
                    "*.png",
                    "*.jpg",
                    "*.jpeg",
                    "*ubyte",
                    "*ubyte.gz")),
            new FileChooser.ExtensionFilter(messages().text("lab.file.all"), "*"));
    File chosen = chooser.showOpenDialog(controller.window().scene().getWindow());
    if (chosen != null) {
      open(chosen.toPath());
    }
  }

  /** The points on stage, to be drawn on. */
  void draw() {
    desk.scene()
        .map(scene -> scene.runs().getFirst().experiment().data())
        .flatMap(DrawnPoints::of)
        .ifPresent(
            points ->
                new LabDrawing(controller)
                    .show(points, next -> desk.change(LabPart.DATA, d -> LabParts.drawn(d, next))));
  }

  /** Pictures of a folder that is asked for. */
  void pictures() {
    replacing = false;
    File chosen = new DirectoryChooser().showDialog(controller.window().scene().getWindow());
    if (chosen != null) {
      open(chosen.toPath());
    }
  }

  /** Parameters as the start of the network on stage, from a file that is asked for. */
  void weights() {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                messages().text("lab.file.weights"), "*.npz", "*.safetensors", "*.json"),
            new FileChooser.ExtensionFilter(messages().text("lab.file.all"), "*"));
    File chosen = chooser.showOpenDialog(controller.window().scene().getWindow());
    if (chosen != null) {
      weights(chosen.toPath());
    }
  }

  void weights(Path path) {
    opening.ask(
        () -> {
          OpenedFile found = OpenedFile.arrays(path);
          return () -> show(found);
        });
  }

  void open(Path path) {
    opening.ask(
        () -> {
          OpenedFile found = OpenedFile.open(path);
          return () -> {
            keeping.at(path);
            show(found);
          };
        });
  }

  /** What the clipboard holds. */
  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    replacing = false;
    if (clipboard.hasFiles()) {
      open(clipboard.getFiles().getFirst().toPath());
    } else if (clipboard.hasString() && !clipboard.getString().isBlank()) {
      read(clipboard.getString());
    }
  }

  private void read(String text) {
    String name = messages().text("lab.file.pasted");
    opening.ask(
        () -> {
          OpenedFile found = OpenedFile.open(text, name);
          return () -> {
            keeping.nowhere();
            show(found);
          };
        });
  }

  private void show(OpenedFile found) {
    switch (found) {
      case OpenedFile.Table table -> sheet(table);
      case OpenedFile.Pictures(PictureChoice chosen) -> {
        boolean replace = replacing && desk.isOnStage();
        new LabPictures(
                controller,
                opening,
                c -> begin(() -> replace ? replaced(c.document()) : c.document()))
            .show(chosen);
      }
      case OpenedFile.Weights(Path file, List<GivenArray> arrays) ->
          new LabWeights(desk, controller).show(file, arrays);
      case OpenedFile.Document(var lesson) -> {
        controller.window().overlays().hide();
        keeping.used();
        begin(() -> LabDocument.of(lesson));
      }
      case OpenedFile.Shipped(String lesson, String step) -> {
        controller.window().overlays().hide();
        controller.walk.follow("lesson:" + lesson + (step.isEmpty() ? "" : "/" + step));
      }
      case OpenedFile.Unreadable(List<Fault> faults) -> controller.sheets.faults(faults);
    }
  }

  /** A document that is made from files. */
  private interface Made {
    LabDocument document() throws IOException, UnreadableDocument, UnreadableData;
  }

  private void begin(Made made) {
    opening.ask(
        () -> {
          try {
            LabDocument document = made.document();
            return () -> desk.begin(document);
          } catch (UnreadableDocument e) {
            return () -> controller.sheets.faults(List.of(e.fault()));
          } catch (UnreadableData e) {
            return () -> controller.sheets.faults(List.of(e.fault()));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  /** The laboratory of now with the data of another one. */
  private LabDocument replaced(LabDocument fresh) throws IOException, UnreadableDocument {
    LessonReader.Result read = OpenDocument.read(fresh.files(), LabDocument.STEP);
    if (read.lesson().isEmpty()) {
      throw new UnreadableDocument(read.faults().getFirst());
    }
    return LabParts.replaced(
        desk.document().orElse(fresh), fresh, read.lesson().get().steps().getFirst().scene());
  }

  /** The preview of a table, which is renewed with each choice. */
  private void sheet(OpenedFile.Table table) {
    controller
        .window()
        .overlays()
        .show(
            () ->
                new DataSheet(
                    table.chosen(),
                    table.first(),
                    new SheetChoices(table),
                    messages(),
                    controller.appearance().tokens()));
  }

  /** What is asked of the preview of a table. */
  private final class SheetChoices implements DataSheet.Asked {
    private final OpenedFile.Table table;

    SheetChoices(OpenedFile.Table table) {
      this.table = table;
    }

    @Override
    public void read(UnaryOperator<TableFormat> form) {
      Path path = table.chosen().table().file();
      TableFormat now = table.chosen().table().format();
      opening.ask(
          () -> {
            OpenedFile found = OpenedFile.table(path, looked -> form.apply(now));
            return () -> show(found);
          });
    }

    @Override
    public void choose(TableChoice other) {
      sheet(new OpenedFile.Table(other, table.first()));
    }

    @Override
    public void begin() {
      controller.window().overlays().hide();
      TableChoice chosen = table.chosen();
      String name =
          String.valueOf(chosen.table().file().getFileName()).replaceAll("\\.[A-Za-z]+$", "");
      boolean replace = replacing && desk.isOnStage();
      LabFiles.this.begin(
          () -> {
            LessonReader.Result read =
                OpenDocument.read(new Laboratory(name, chosen, HIDDEN).files(), name);
            if (read.lesson().isEmpty()) {
              throw new UnreadableDocument(read.faults().getFirst());
            }
            LabDocument fresh = LabDocument.of(read.lesson().get());
            return replace ? replaced(fresh) : fresh;
          });
    }

    @Override
    public void cancel() {
      controller.window().overlays().close();
    }
  }

  void close() {
    opening.close();
  }
}
