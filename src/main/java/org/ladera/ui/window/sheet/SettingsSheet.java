package org.ladera.ui.window.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Scrolled;
import org.ladera.ui.control.Segments;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.WindowActions;
import org.ladera.ui.window.appearance.Settings;

/** Language, look, size of the text and notation in one place. */
public final class SettingsSheet extends VBox {
  private static final double WIDTH = 660;

  /** Kept free above and below what has the focus. */
  private static final double MARGIN = 24;

  private final ScrollPane scroll = Viewport.column();
  private final ChangeListener<Node> reveal = (property, was, is) -> reveal(is);

  public SettingsSheet(
      WindowActions actions,
      Settings settings,
      Messages messages,
      Tokens tokens,
      Typesetter typesetter,
      Runnable close) {
    getStyleClass().addAll("sheet", "size-13");
    setMaxSize(tokens.px(WIDTH), USE_PREF_SIZE);
    Label title = new Label(messages.text("settings.title"));
    title.getStyleClass().addAll("sheet-title", "size-20");
    Segments<Language> language =
        new Segments<>(
            List.of(Language.values()),
            to -> actions.change(now -> now.withLanguage(to)),
            "size-13",
            l -> "settings-language-" + l.tag());
    language.show(
        l -> messages.text("language." + l.tag()),
        l -> messages.text("language." + l.tag()),
        settings.language());
    Segments<Profile> profile =
        new Segments<>(
            List.of(Profile.values()),
            to -> actions.change(now -> now.withProfile(to)),
            "size-13",
            p -> "settings-profile-" + name(p));
    profile.show(
        p -> messages.text("settings.profile." + name(p)),
        p -> messages.text("settings.profile." + name(p)),
        settings.profile());
    Button keys =
        new PushButton(messages.text("settings.keys"), () -> actions.perform(Action.KEYS));
    keys.setId("sheet-keys");
    Button done = new PushButton(messages.text("settings.close"), close);
    done.setId("sheet-close");
    HBox foot = new HBox(tokens.px(8), keys, Boxes.space(), done);
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox all =
        new VBox(
            tokens.px(16),
            row(messages.text("settings.language"), language, tokens),
            row(messages.text("settings.profile"), profile, tokens),
            row(messages.text("settings.zoom"), zoom(actions, settings, messages, tokens), tokens),
            new LessonsRow(settings.lessons(), actions, messages, tokens),
            Boxes.separator(),
            new NotationSection(
                settings.notation(),
                messages,
                tokens,
                typesetter,
                to -> actions.change(now -> now.withNotation(to))));
    // Room for the rings of the focus, and for the bar beside what it scrolls.
    all.setPadding(tokens.insets(4, 16, 4, 4));
    scroll.setContent(all);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    scroll.setMinHeight(0);
    getChildren().addAll(title, scroll, foot);
    sceneProperty().addListener((property, was, is) -> follow(was, is));
    scroll
        .viewportBoundsProperty()
        .addListener(
            (property, was, is) -> {
              if (getScene() != null) {
                reveal(getScene().getFocusOwner());
              }
            });
  }

  /** What gets the focus is brought into sight. */
  private void follow(Scene was, Scene is) {
    if (was != null) {
      was.focusOwnerProperty().removeListener(reveal);
    }
    if (is != null) {
      is.focusOwnerProperty().addListener(reveal);
    }
  }

  private void reveal(Node node) {
    Scrolled.reveal(scroll, node, MARGIN);
  }

  private static String name(Profile profile) {
    return profile.name().toLowerCase(Locale.ROOT);
  }

  private static HBox row(String words, Node control, Tokens tokens) {
    Label label = new Label(words);
    label.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(tokens.px(32), label, Boxes.space(), control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static HBox zoom(
      WindowActions actions, Settings settings, Messages messages, Tokens tokens) {
    Button smaller =
        new IconButton(MaterialDesignM.MINUS, 16, () -> actions.perform(Action.ZOOM_OUT))
            .named(messages.text("settings.zoom.smaller"));
    smaller.setId("settings-smaller");
    Button larger =
        new IconButton(MaterialDesignP.PLUS, 16, () -> actions.perform(Action.ZOOM_IN))
            .named(messages.text("settings.zoom.larger"));
    larger.setId("settings-larger");
    Boxes.square(smaller, tokens.px(28));
    Boxes.square(larger, tokens.px(28));
    Label value =
        new Label(
            messages.text(
                "settings.zoom.value",
                Map.of("percent", messages.numbers().whole(Math.round(settings.zoom() * 100)))));
    value.setAlignment(Pos.CENTER);
    value.setMinWidth(tokens.px(56));
    HBox zoom = new HBox(smaller, value, larger);
    zoom.setAlignment(Pos.CENTER);
    return zoom;
  }
}
