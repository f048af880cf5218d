package org.ladera.ui.window.sheet;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.WindowActions;

/** The folder with lessons of the person's own, which stand behind those of the program. */
final class LessonsRow extends HBox {
  LessonsRow(String folder, WindowActions actions, Messages messages, Tokens tokens) {
    setSpacing(tokens.px(8));
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(messages.text("settings.lessons"));
    name.setMinWidth(USE_PREF_SIZE);
    Label now =
        new Label(
            folder.isEmpty()
                ? messages.text("settings.lessons.none")
                : Optional.ofNullable(Path.of(folder).getFileName())
                    .map(Path::toString)
                    .orElse(folder));
    now.getStyleClass().add("muted");
    now.setMinWidth(0);
    now.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Button choose = new PushButton(messages.text("settings.lessons.choose"), () -> ask(actions));
    choose.setId("settings-lessons");
    Button none =
        new PushButton(
            messages.text("settings.lessons.drop"), () -> actions.change(s -> s.withLessons("")));
    none.setId("settings-lessons-none");
    none.setVisible(!folder.isEmpty());
    none.setManaged(!folder.isEmpty());
    getChildren().addAll(name, Boxes.space(), now, choose, none);
  }

  private void ask(WindowActions actions) {
    File chosen = new DirectoryChooser().showDialog(getScene().getWindow());
    if (chosen != null) {
      actions.change(s -> s.withLessons(chosen.getAbsolutePath()));
    }
  }
}
