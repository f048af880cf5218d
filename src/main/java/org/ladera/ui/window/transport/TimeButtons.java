package org.ladera.ui.window.transport;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.ladera.text.Messages;
import org.ladera.ui.control.Chrome;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.WindowActions;

/** The buttons of the transport that open the panels of the time machine. */
final class TimeButtons extends HBox {
  private final WindowActions actions;
  private final Button until = button(MaterialDesignT.TARGET, Action.RUN_UNTIL);
  private final Button change = button(MaterialDesignT.TUNE_VARIANT, Action.CHANGE);
  private final Button branches = button(MaterialDesignS.SOURCE_BRANCH, Action.BRANCHES);

  TimeButtons(WindowActions actions) {
    this.actions = actions;
    setAlignment(Pos.CENTER);
    setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(until, change, branches);
  }

  private Button button(Ikon ikon, Action action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(ikon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().setAll("icon-button", "icon-18");
    button.setId("transport-" + action.name().toLowerCase(Locale.ROOT));
    button.setOnAction(e -> actions.perform(action));
    return button;
  }

  void show(Messages messages, Tokens tokens) {
    setSpacing(Chrome.px(tokens, 2));
    for (Button button : List.of(until, change, branches)) {
      Chrome.square(button, Chrome.px(tokens, 28));
    }
    say(until, Action.RUN_UNTIL, messages);
    say(change, Action.CHANGE, messages);
    say(branches, Action.BRANCHES, messages);
  }

  private static void say(Button button, Action action, Messages messages) {
    String words = messages.text(action.text());
    String tip =
        messages.text("transport.with.key", Map.of("action", words, "key", action.keys(messages)));
    Chrome.name(button, words, tip);
  }
}
