package org.ladera.ui.lesson;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Control;
import org.ladera.lesson.model.Step;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Command;
import org.ladera.session.Scene;
import org.ladera.store.data.OwnImages;
import org.ladera.store.data.UnreadableData;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Row;
import org.ladera.ui.fx.NewestJob;

/**
 * Which pictures the step learns from: its own, or those of a folder of the person's, which is read
 * off the FX thread. Others are another run from the same start. The folder is asked for once, and
 * again by who already has one.
 */
final class OwnImagesView implements ControlView {
  /** What came of reading a folder: the scene, or why there is none. */
  private record Read(Optional<Scene> scene, String problem) {}

  private final Control.Images control;
  private final Step step;
  private final StepScope scope;
  private final NewestJob<Read> job = new NewestJob<>("pictures of a folder", this::receive);
  private final PushButton drawn;
  private final PushButton own;
  private final VBox box;
  private final List<Region> always = new ArrayList<>();

  /** Whether the pictures of the step are those that are learned from. */
  private boolean ofStep = true;

  /** The folder that was chosen. */
  private @Nullable Path folder;

  OwnImagesView(Control.Images control, Step step, StepScope scope) {
    this.control = control;
    this.step = step;
    this.scope = scope;
    drawn =
        new PushButton(
            scope.messages().text("lesson.images.own"),
            () -> {
              if (!ofStep) {
                scope.actions().send(new Command.Load(step.scene().again()));
              }
            });
    own = new PushButton(scope.messages().text("lesson.images.folder"), this::choose);
    box = new VBox(scope.px(8));
    always.add(
        scope.line(scope.label(control.id(), "lesson.images"), LineStyle.control(scope.tokens())));
    always.add(new Row(Row.Share.EQUAL, scope.px(8), List.of(drawn, own)));
    box.getChildren().setAll(always);
  }

  private void choose() {
    if (folder == null || !ofStep) {
      DirectoryChooser chooser = new DirectoryChooser();
      chooser.setTitle(scope.messages().text("lesson.images.choose"));
      File chosen = chooser.showDialog(box.getScene().getWindow());
      if (chosen == null) {
        return;
      }
      folder = chosen.toPath();
    }
    Path from = folder;
    say(scope.messages().text("lesson.images.reading"));
    job.ask(() -> read(from));
  }

  private Read read(Path from) {
    try {
      List<Scene.Run> runs = new ArrayList<>();
      for (Scene.Run run : step.scene().runs()) {
        runs.add(new Scene.Run(run.id(), OwnImages.of(run.experiment(), from, control.examples())));
      }
      return new Read(Optional.of(step.scene().with(runs)), "");
    } catch (UnreadableData e) {
      return new Read(Optional.empty(), e.fault().text(scope.messages()));
    }
  }

  private void receive(Read read) {
    say(read.problem());
    if (read.scene().isEmpty()) {
      folder = null;
    }
    read.scene().ifPresent(scene -> scope.actions().send(new Command.Load(scene)));
  }

  private void say(String words) {
    box.getChildren().setAll(always);
    if (!words.isEmpty()) {
      box.getChildren().add(scope.line(words, LineStyle.control(scope.tokens())));
    }
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame frame) {
    ofStep =
        frame.engine().main().experiment().data()
            == step.scene().runs().getFirst().experiment().data();
    drawn.choose(ofStep);
    own.choose(!ofStep);
    own.setAccessibleText(
        scope
            .messages()
            .text(
                ofStep ? "lesson.images.folder" : "lesson.images.chosen",
                Map.of(
                    "count",
                    scope
                        .messages()
                        .numbers()
                        .whole(frame.engine().main().experiment().data().size()))));
  }
}
