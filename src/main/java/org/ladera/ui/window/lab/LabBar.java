package org.ladera.ui.window.lab;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Focus;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.sidebar.Logo;

/** Above the laboratory: its name, what can be taken back, and the ways to keep and share it. */
public final class LabBar extends HBox {
  private static final double TITLE = 260;

  private final LabActions actions;

  public LabBar(LabActions actions) {
    this.actions = actions;
    getStyleClass().add("lab-bar");
    setId("lab-bar");
    setAlignment(Pos.CENTER_LEFT);
  }

  /**
   * @param narrow where only icons have room at the right
   */
  public void show(LabState state, boolean narrow, Messages messages, Tokens tokens) {
    setSpacing(tokens.px(8));
    setPadding(tokens.insets(0, 16, 0, 8));
    setMinHeight(tokens.px(48));
    setMaxHeight(tokens.px(48));
    Focus.keep(this, () -> fill(state, narrow, messages, tokens));
  }

  private void fill(LabState state, boolean narrow, Messages messages, Tokens tokens) {
    IconButton back =
        new IconButton(MaterialDesignA.ARROW_LEFT, 18, actions::leave)
            .named(messages.text("lab.leave"))
            .square(tokens.px(32));
    back.setId("lab-leave");
    Label name = new Label(messages.text("lab.title"));
    name.getStyleClass().addAll("semibold", "size-14");
    name.setMinWidth(USE_PREF_SIZE);
    TextField title = new TextField(state.document().title(messages.language()));
    title.getStyleClass().setAll("text-field", "field", "low", "lab-name", "size-14");
    title.setId("lab-name");
    title.setAccessibleText(messages.text("lab.name"));
    title.setPrefWidth(tokens.px(narrow ? TITLE : 1.4 * TITLE));
    title.setMinWidth(80);
    title.setOnAction(e -> rename(state, title, messages));
    title
        .focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is) {
                rename(state, title, messages);
              }
            });
    Label file =
        new Label(
            state.edited()
                ? messages.text("lab.edited", Map.of("file", state.file()))
                : state.file());
    file.getStyleClass().addAll("muted", "size-12");
    file.setMinWidth(0);
    Label undone =
        new Label(
            state
                .undo()
                .map(p -> messages.text("lab.undo", Map.of("part", messages.text(p.text()))))
                .orElse(""));
    undone.getStyleClass().addAll("muted", "size-12");
    undone.setMinWidth(0);
    getChildren().setAll(back, new Logo(tokens), name, title);
    if (!narrow) {
      getChildren().addAll(file, Boxes.space(), undone);
    } else {
      getChildren().add(Boxes.space());
    }
    IconButton undo =
        icon(MaterialDesignU.UNDO, "lab-undo", key(Action.UNDO, messages), actions::undo, tokens);
    undo.setDisable(state.undo().isEmpty());
    IconButton redo =
        icon(MaterialDesignR.REDO, "lab-redo", key(Action.REDO, messages), actions::redo, tokens);
    redo.setDisable(state.redo().isEmpty());
    getChildren()
        .addAll(
            undo,
            redo,
            way(
                MaterialDesignC.CONTENT_SAVE_OUTLINE,
                Action.SAVE,
                actions.exchange()::save,
                narrow,
                messages),
            way(
                MaterialDesignS.SHARE_VARIANT_OUTLINE,
                Action.SHARE,
                actions.exchange()::share,
                narrow,
                messages),
            way(
                MaterialDesignE.EXPORT_VARIANT,
                Action.EXPORT,
                actions.exchange()::carryOut,
                narrow,
                messages));
  }

  private void rename(LabState state, TextField title, Messages messages) {
    String typed = title.getText().strip();
    if (!typed.isEmpty() && !typed.equals(state.document().title(messages.language()))) {
      actions.rename(typed);
    }
  }

  private static String key(Action action, Messages messages) {
    return messages.text(
        "transport.with.key",
        Map.of("action", messages.text(action.text()), "key", action.keys(messages)));
  }

  private static IconButton icon(
      Ikon ikon, String id, String words, Runnable action, Tokens tokens) {
    IconButton button = new IconButton(ikon, 18, action).named(words).square(tokens.px(32));
    button.setId(id);
    return button;
  }

  private static Node way(
      Ikon ikon, Action action, Runnable what, boolean narrow, Messages messages) {
    String id = "lab." + action.name().toLowerCase(java.util.Locale.ROOT);
    PushButton button =
        new PushButton(
            messages.text(id),
            action == Action.EXPORT ? PushButton.Kind.PRIMARY : PushButton.Kind.PLAIN,
            what);
    button.icon(ikon, narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    button.whole();
    button.setId(id.replace('.', '-'));
    org.ladera.ui.control.SideTooltip.name(button, messages.text(id), key(action, messages));
    return button;
  }
}
