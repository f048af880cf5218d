package org.ladera.ui.window.sidebar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.Segments;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.WindowActions;

/** The foot of the lesson list: language, look, settings. */
final class SidebarFoot extends VBox {
  SidebarFoot(WindowActions actions, boolean folded, Messages messages, Tokens tokens) {
    Button settings =
        new IconButton(MaterialDesignC.COG_OUTLINE, 16, () -> actions.perform(Action.SETTINGS))
            .named(messages.text("settings.title"));
    settings.getStyleClass().add("quiet");
    settings.setId("sidebar-settings");
    Boxes.square(settings, tokens.px(folded ? 32 : 26));
    setMinHeight(tokens.px(48));
    if (folded) {
      getChildren().add(settings);
      setAlignment(Pos.CENTER);
      return;
    }
    HBox looks = new HBox();
    looks.setAlignment(Pos.CENTER);
    looks.getChildren().addAll(looks(actions, messages, tokens));
    looks.getChildren().add(settings);
    HBox row = new HBox(languages(actions, messages), Boxes.space(), looks);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPadding(tokens.insets(8, 8, 8, 16));
    setAlignment(Pos.CENTER_LEFT);
    getChildren().add(row);
  }

  private static List<ToggleButton> looks(WindowActions actions, Messages messages, Tokens tokens) {
    List<ToggleButton> buttons = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      String name = profile.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton();
      button.setGraphic(new FontIcon(sign(profile)));
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.getStyleClass().setAll("icon-button", "icon-16", "quiet");
      button.setId("sidebar-profile-" + name);
      button.setSelected(profile == tokens.profile());
      button.setOnAction(
          e -> {
            button.setSelected(profile == tokens.profile());
            actions.change(s -> s.withProfile(profile));
          });
      String words = messages.text("sidebar.profile." + name);
      SideTooltip.name(button, words, words);
      Boxes.square(button, tokens.px(26));
      buttons.add(button);
    }
    return buttons;
  }

  private static Ikon sign(Profile profile) {
    return switch (profile) {
      case LIGHT -> MaterialDesignW.WHITE_BALANCE_SUNNY;
      case DARK -> MaterialDesignW.WEATHER_NIGHT;
      case PROJECTOR -> MaterialDesignP.PROJECTOR_SCREEN_OUTLINE;
    };
  }

  private static HBox languages(WindowActions actions, Messages messages) {
    List<Language> all = List.of(Language.values());
    Segments<Language> segments =
        new Segments<>(
            all,
            language -> actions.change(s -> s.withLanguage(language)),
            "size-13",
            language -> "language-" + language.tag());
    segments.show(
        language -> language.tag().toUpperCase(Locale.ROOT),
        language -> messages.text("language." + language.tag()),
        messages.language());
    segments.setAccessibleText(messages.text("sidebar.language"));
    return segments;
  }
}
