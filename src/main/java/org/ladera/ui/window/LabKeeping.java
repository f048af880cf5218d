package org.ladera.ui.window;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Fault;
import org.ladera.session.Frame;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.store.document.DocumentZip;
import org.ladera.store.document.LabDocument;
import org.ladera.store.document.ShareString;
import org.ladera.store.file.WholeFile;
import org.ladera.text.Messages;
import org.ladera.ui.fx.NewestJob;

/**
 * Where a laboratory is kept: its file, the next start of the program, a string. FX thread only.
 */
final class LabKeeping {
  private static final String ENDING = ".ladera";
  private static final long AT_REST = TimeUnit.SECONDS.toNanos(2);

  private final LabDesk desk;
  private final MainController controller;
  private final UserState person;

  /** Work beside the window; what comes of it is done here. */
  private final NewestJob<Runnable> saving = new NewestJob<>("saving", Runnable::run);

  private @Nullable Path file;
  private boolean edited;
  private @Nullable Frame kept;
  private long keptAt;

  LabKeeping(LabDesk desk, MainController controller, UserState person) {
    this.desk = desk;
    this.controller = controller;
    this.person = person;
  }

  /** What is opened next lies there; of a table the document has no file yet. */
  void at(Path opened) {
    boolean document = opened.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    file = document ? opened : null;
  }

  void nowhere() {
    file = null;
  }

  void used() {
    Optional.ofNullable(file).ifPresent(person::used);
  }

  boolean isEdited() {
    return edited;
  }

  /** Of the file it is kept in; empty before there is one. */
  String name() {
    return file == null ? "" : String.valueOf(file.getFileName());
  }

  /** Another laboratory was begun. */
  void opened() {
    edited = false;
    kept = null;
  }

  void edited() {
    edited = true;
  }

  private Messages messages() {
    return controller.appearance().messages();
  }

  /** To the file it is kept in, or one that is asked for. */
  void save() {
    if (!desk.isOnStage()) {
      return;
    }
    Path to = file;
    if (to == null) {
      FileChooser chooser = new FileChooser();
      String title = desk.document().map(d -> d.title(messages().language())).orElse("ladera");
      chooser.setInitialFileName(title.replaceAll("[^\\p{L}\\p{N} _-]", "") + ENDING);
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(messages().text("lab.file.document"), "*" + ENDING));
      File chosen = chooser.showSaveDialog(controller.window().scene().getWindow());
      if (chosen == null) {
        return;
      }
      to =
          chosen.getName().contains(".")
              ? chosen.toPath()
              : chosen.toPath().resolveSibling(chosen.getName() + ENDING);
    }
    save(to);
  }

  void save(Path to) {
    Frame frame = controller.live().frame();
    Optional<LabDocument> document = desk.document();
    Optional<Scene> scene = desk.scene();
    if (document.isEmpty() || scene.isEmpty()) {
      return;
    }
    saving.ask(
        () -> {
          try {
            WholeFile.write(
                to, DocumentZip.write(stood(document.get(), scene.get(), frame).files()));
            return () -> saved(to);
          } catch (IOException e) {
            System.getLogger(LabFiles.class.getName())
                .log(System.Logger.Level.WARNING, "not saved: " + to, e);
            Fault fault =
                new Fault(
                    String.valueOf(to.getFileName()),
                    0,
                    0,
                    "",
                    "file.unwritable",
                    java.util.Map.of());
            return () -> controller.sheets.faults(List.of(fault));
          }
        });
  }

  private void saved(Path to) {
    file = to;
    edited = false;
    person.used(to);
    desk.renew();
  }

  /** A document with how its run stands; untouched, it has none. */
  private static LabDocument stood(LabDocument document, Scene scene, @Nullable Frame frame) {
    return frame == null || SavedScene.isUntouched(frame, scene)
        ? document
        : document.with(Optional.of(SavedScene.of(frame, scene)));
  }

  /** Once per newer frame: soon after something was done it is kept for the next start. */
  void pulse() {
    Frame frame = controller.live().frame();
    long now = System.nanoTime();
    if (frame != kept && now - keptAt > AT_REST) {
      keptAt = now;
      keep();
    }
  }

  /** Keeps the laboratory for the next start of the program. */
  void keep() {
    Frame frame = controller.live().frame();
    if (frame == null || frame == kept || !desk.isOnStage()) {
      return;
    }
    kept = frame;
    desk.document()
        .ifPresent(
            document ->
                desk.scene()
                    .filter(scene -> scene.runs().size() == frame.runs().size())
                    .ifPresent(scene -> person.keep(() -> stood(document, scene, frame).files())));
  }

  /** The string of what is on stage, to be pasted anywhere. */
  void share() {
    Optional<LabDocument> document = desk.isOnStage() ? desk.document() : Optional.empty();
    Optional<Scene> scene = desk.scene();
    Frame frame = controller.live().frame();
    Optional<ShareString> named = controller.walk.named();
    saving.ask(
        () -> {
          String text =
              document
                  .<ShareString>map(
                      d -> new ShareString.Whole(stood(d, scene.orElseThrow(), frame).files()))
                  .or(() -> named)
                  .map(ShareString::text)
                  .orElse("");
          return () -> controller.sheets.share(text);
        });
  }

  void close() {
    keep();
    saving.close();
  }
}
