package org.ladera.ui.window.transport;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.ladera.text.Messages;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.WindowActions;

/** The buttons of the transport that open the panels of the time machine. */
final class TimeButtons extends HBox {
  private final WindowActions actions;
  private final IconButton until = button(MaterialDesignT.TARGET, Action.RUN_UNTIL);
  private final IconButton change = button(MaterialDesignT.TUNE_VARIANT, Action.CHANGE);
  private final IconButton branches = button(MaterialDesignS.SOURCE_BRANCH, Action.BRANCHES);

  TimeButtons(WindowActions actions) {
    this.actions = actions;
    setAlignment(Pos.CENTER);
    setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(until, change, branches);
  }

  private IconButton button(Ikon ikon, Action action) {
    IconButton button = new IconButton(ikon, 18, () -> actions.perform(action));
    button.setId("transport-" + action.name().toLowerCase(Locale.ROOT));
    return button;
  }

  void show(Messages messages, Tokens tokens) {
    setSpacing(tokens.px(2));
    for (IconButton button : List.of(until, change, branches)) {
      button.square(tokens.px(28));
    }
    say(until, Action.RUN_UNTIL, messages);
    say(change, Action.CHANGE, messages);
    say(branches, Action.BRANCHES, messages);
  }

  private static void say(IconButton button, Action action, Messages messages) {
    String words = messages.text(action.text());
    String tip =
        messages.text("transport.with.key", Map.of("action", words, "key", action.keys(messages)));
    SideTooltip.name(button, words, tip);
  }
}
