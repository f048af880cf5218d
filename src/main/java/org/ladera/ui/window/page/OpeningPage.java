package org.ladera.ui.window.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.present.opening.HillDescent;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.control.Segments;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;
import org.ladera.ui.window.sidebar.Logo;

/** The first thing that a person sees: a hillside, a ball that descends it, and the ways in. */
public final class OpeningPage extends StackPane {
  private static final double TITLE = 46;
  private static final double CHOICES = 320;

  private final Hillside hillside;
  private final PageActions actions;
  private final Messages messages;
  private final Tokens tokens;

  /**
   * @param left where the person was, in words; empty at the first start
   * @param made share of the descent that was already seen, 0 to 1
   */
  public OpeningPage(
      Optional<String> left, double made, PageActions actions, Messages messages, Tokens tokens) {
    this.actions = actions;
    this.messages = messages;
    this.tokens = tokens;
    hillside = new Hillside(tokens, messages, made);
    setId("opening");
    getStyleClass().add("page");
    VBox column = new VBox(brand(), space(1), words(), space(0.6), ways(left), space(1.6), foot());
    double side = tokens.px(72);
    column.setPadding(new Insets(tokens.px(48), tokens.px(40), tokens.px(24), side));
    getChildren().addAll(hillside, column);
    sceneProperty()
        .addListener(
            (property, was, is) -> {
              if (is == null) {
                hillside.close();
              }
            });
  }

  /** Share of the descent that has been seen. */
  public double made() {
    return hillside.made();
  }

  private static Region space(double weight) {
    Region space = new Region();
    space.setPrefHeight(60 * weight);
    space.setMinHeight(8);
    VBox.setVgrow(space, Priority.ALWAYS);
    return space;
  }

  private HBox brand() {
    Label name = new Label(messages.text("app.name"));
    name.getStyleClass().addAll("brand", "size-20");
    HBox brand = new HBox(tokens.px(12), new Logo(tokens.zoomed(1.3)), name);
    brand.setAlignment(Pos.CENTER_LEFT);
    return brand;
  }

  private VBox words() {
    Label title = new Label(messages.text("opening.title"));
    title.setFont(Type.text(tokens, TITLE, Type.Weight.SEMI_BOLD));
    title.setTextFill(tokens.text());
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label line = new Label(messages.text("opening.line"));
    line.getStyleClass().addAll("size-16", "opening-line");
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    return new VBox(tokens.px(8), title, line);
  }

  private VBox ways(Optional<String> left) {
    Button start =
        left.map(
                place -> way("opening-start", messages.text("opening.go-on"), place, actions::goOn))
            .orElseGet(
                () ->
                    way(
                        "opening-start",
                        messages.text("opening.start"),
                        messages.text("opening.start.more"),
                        actions::goOn));
    start.getStyleClass().add("primary");
    Button choose =
        way(
            "opening-lessons",
            messages.text("opening.choose"),
            messages.text("opening.choose.more"),
            actions::lessons);
    Button own =
        way(
            "opening-laboratory",
            messages.text("opening.laboratory"),
            messages.text("opening.laboratory.more"),
            actions::laboratory);
    VBox ways = new VBox(tokens.px(8), start, choose, own);
    ways.setMaxWidth(tokens.px(CHOICES));
    return ways;
  }

  private Button way(String id, String words, String more, Runnable action) {
    Label what = new Label(words);
    what.getStyleClass().addAll("way-what", "size-14");
    Label how = new Label(more);
    how.getStyleClass().addAll("way-how", "size-12");
    VBox both = new VBox(tokens.px(2), what, how);
    both.setPrefWidth(tokens.px(CHOICES - 76));
    HBox inside = new HBox(tokens.px(8), both, new FontIcon(MaterialDesignC.CHEVRON_RIGHT));
    inside.setAlignment(Pos.CENTER_LEFT);
    Button way = new Button();
    way.setGraphic(inside);
    way.setMaxWidth(Double.MAX_VALUE);
    way.setMaxHeight(Region.USE_PREF_SIZE);
    way.getStyleClass().setAll("way", "icon-18");
    way.setId(id);
    way.setAccessibleText(words + ". " + more);
    way.setOnAction(e -> action.run());
    return way;
  }

  private HBox foot() {
    Segments<Language> languages =
        new Segments<>(
            List.of(Language.values()),
            to -> actions.change(now -> now.withLanguage(to)),
            "size-12",
            l -> "opening-language-" + l.tag());
    languages.show(
        l -> l.tag().toUpperCase(Locale.ROOT),
        l -> messages.text("language." + l.tag()),
        messages.language());
    Segments<Profile> profiles =
        new Segments<>(
            List.of(Profile.values()),
            to -> actions.change(now -> now.withProfile(to)),
            "size-12",
            p -> "opening-profile-" + name(p));
    profiles.show(
        p -> messages.text("settings.profile." + name(p)),
        p -> messages.text("settings.profile." + name(p)),
        tokens.profile());
    HBox foot = new HBox(tokens.px(16), languages, profiles, Boxes.space(), account());
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private Node account() {
    TextFlow what =
        new TextFlow(
            RichTextNodes.nodes(
                    messages.text("opening.account", Map.of("count", HillDescent.examples())),
                    12,
                    Type.Weight.REGULAR,
                    tokens.muted(),
                    tokens)
                .toArray(Node[]::new));
    what.setMinWidth(0);
    Label key = new Label(messages.text("opening.key"));
    key.getStyleClass().addAll("size-12", "medium");
    key.setMinWidth(Region.USE_PREF_SIZE);
    HBox account = new HBox(tokens.px(20), what, key);
    account.setAlignment(Pos.CENTER_RIGHT);
    account.setFillHeight(false);
    return account;
  }

  private static String name(Profile profile) {
    return profile.name().toLowerCase(Locale.ROOT);
  }
}
