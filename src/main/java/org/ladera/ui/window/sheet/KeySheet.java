package org.ladera.ui.window.sheet;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ladera.text.Messages;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.Action;

/** The list of keys, made from the table of actions. */
public final class KeySheet extends VBox {
  public KeySheet(Messages messages, Tokens tokens, Runnable close) {
    getStyleClass().addAll("sheet", "size-13");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label title = new Label(messages.text("keys.title"));
    title.getStyleClass().addAll("sheet-title", "size-20");
    HBox columns =
        new HBox(
            tokens.px(40),
            column(messages, tokens, Action.Group.RUN, Action.Group.LESSON),
            column(messages, tokens, Action.Group.VIEWS, Action.Group.WINDOW));
    Label inside = new Label(messages.text("keys.views"));
    inside.getStyleClass().addAll("sheet-text", "size-12");
    inside.setWrapText(true);
    inside.setMinHeight(USE_PREF_SIZE);
    inside.setMaxWidth(tokens.px(620));
    Button done = new PushButton(messages.text("keys.close"), close);
    done.setId("sheet-close");
    HBox foot = new HBox(done);
    foot.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, columns, inside, foot);
  }

  private static VBox column(Messages messages, Tokens tokens, Action.Group... groups) {
    VBox column = new VBox(tokens.px(8));
    for (Action.Group group : groups) {
      Label name = new Label(messages.text(group.text()));
      name.getStyleClass().addAll("sheet-group", "size-12");
      GridPane grid = new GridPane(tokens.px(12), tokens.px(4));
      List<Action> actions =
          Arrays.stream(Action.values()).filter(a -> a.group() == group).toList();
      for (int i = 0; i < actions.size(); i++) {
        Label what = new Label(messages.text(actions.get(i).text()));
        what.getStyleClass().addAll("sheet-text", "size-13");
        what.setMinWidth(USE_PREF_SIZE);
        grid.add(keycaps(actions.get(i), messages, tokens), 0, i);
        grid.add(what, 1, i);
      }
      if (!column.getChildren().isEmpty()) {
        VBox.setMargin(name, tokens.insets(12, 0, 0, 0));
      }
      column.getChildren().addAll(name, grid);
    }
    return column;
  }

  private static HBox keycaps(Action action, Messages messages, Tokens tokens) {
    HBox caps = new HBox(tokens.px(4));
    caps.setMinWidth(tokens.px(76));
    for (String part : action.parts(messages)) {
      Label cap = new Label(part);
      cap.getStyleClass().addAll("key", "size-12");
      cap.setMinWidth(USE_PREF_SIZE);
      caps.getChildren().add(cap);
    }
    return caps;
  }
}
