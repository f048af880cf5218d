package org.ladera.ui.shell;

import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ladera.text.Messages;

/** The list of keys, made from the table of actions. */
final class KeySheet extends VBox {
  KeySheet(Messages messages, Runnable close) {
    getStyleClass().add("sheet");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAlignment(Pos.TOP_LEFT);
    Label title = new Label(messages.text("keys.title"));
    title.getStyleClass().add("sheet-title");
    GridPane grid = new GridPane(24, 6);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.LEFT);
    grid.getColumnConstraints().addAll(keys, words, keys, words);
    Action[] actions = Action.values();
    int half = (actions.length + 1) / 2;
    for (int i = 0; i < actions.length; i++) {
      Label key = new Label(keys(actions[i], messages));
      key.getStyleClass().add("key");
      Label what = new Label(messages.text(actions[i].text()));
      what.getStyleClass().add("sheet-text");
      int column = i < half ? 0 : 2;
      grid.add(key, column, i % half);
      grid.add(what, column + 1, i % half);
    }
    Label inside = new Label(messages.text("keys.views"));
    inside.getStyleClass().add("sheet-text");
    inside.setWrapText(true);
    Button done = new Button(messages.text("keys.close"));
    done.setOnAction(e -> close.run());
    done.setCancelButton(true);
    getChildren().addAll(title, grid, inside, done);
  }

  /** The main key of an action as it is printed on the keyboard. */
  static String keys(Action action, Messages messages) {
    return action.parts().stream()
        .map(part -> part.startsWith("key.") ? messages.text(part) : part)
        .collect(Collectors.joining(" "));
  }
}
