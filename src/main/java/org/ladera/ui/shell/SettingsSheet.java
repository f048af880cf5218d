package org.ladera.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** Language, look and size of the text in one place. */
final class SettingsSheet extends VBox {
  SettingsSheet(
      WindowActions actions, Settings settings, Messages messages, Tokens tokens, Runnable close) {
    getStyleClass().addAll("sheet", "size-13");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label title = new Label(messages.text("settings.title"));
    title.getStyleClass().addAll("sheet-title", "size-20");
    Segments<Language> language =
        new Segments<>(
            List.of(Language.values()),
            actions::choose,
            "size-13",
            l -> "settings-language-" + l.tag());
    language.show(
        l -> messages.text("language." + l.tag()),
        l -> messages.text("language." + l.tag()),
        settings.language());
    Segments<Profile> profile =
        new Segments<>(
            List.of(Profile.values()),
            actions::choose,
            "size-13",
            p -> "settings-profile-" + name(p));
    profile.show(
        p -> messages.text("settings.profile." + name(p)),
        p -> messages.text("settings.profile." + name(p)),
        settings.profile());
    Button keys = Chrome.push(messages.text("settings.keys"), () -> actions.perform(Action.KEYS));
    keys.setId("sheet-keys");
    Button done = Chrome.push(messages.text("settings.close"), close);
    done.setId("sheet-close");
    HBox foot = new HBox(Chrome.px(tokens, 8), keys, Chrome.space(), done);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            title,
            row(messages.text("settings.language"), language, tokens),
            row(messages.text("settings.profile"), profile, tokens),
            row(messages.text("settings.zoom"), zoom(actions, settings, messages, tokens), tokens),
            foot);
  }

  private static String name(Profile profile) {
    return profile.name().toLowerCase(Locale.ROOT);
  }

  private static HBox row(String words, Node control, Tokens tokens) {
    Label label = new Label(words);
    label.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(Chrome.px(tokens, 32), label, Chrome.space(), control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static HBox zoom(
      WindowActions actions, Settings settings, Messages messages, Tokens tokens) {
    Button smaller =
        Chrome.icon(
            MaterialDesignM.MINUS,
            16,
            messages.text("settings.zoom.smaller"),
            () -> actions.perform(Action.ZOOM_OUT));
    smaller.setId("settings-smaller");
    Button larger =
        Chrome.icon(
            MaterialDesignP.PLUS,
            16,
            messages.text("settings.zoom.larger"),
            () -> actions.perform(Action.ZOOM_IN));
    larger.setId("settings-larger");
    Chrome.square(smaller, Chrome.px(tokens, 28));
    Chrome.square(larger, Chrome.px(tokens, 28));
    Label value =
        new Label(
            messages.text(
                "settings.zoom.value",
                Map.of("percent", messages.numbers().whole(Math.round(settings.zoom() * 100)))));
    value.setAlignment(Pos.CENTER);
    value.setMinWidth(Chrome.px(tokens, 56));
    HBox zoom = new HBox(smaller, value, larger);
    zoom.setAlignment(Pos.CENTER);
    return zoom;
  }
}
