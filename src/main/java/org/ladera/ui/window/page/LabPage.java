package org.ladera.ui.window.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.ladera.engine.data.Generator;
import org.ladera.text.Messages;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;

/** Where a laboratory begins: with a file, with points by hand, or with a set that is drawn. */
public final class LabPage extends VBox {
  private static final double SIDE = 40;
  private static final double WAYS = 300;
  private static final double LINES = 33;

  private final LabStart start;
  private final Messages messages;
  private final Tokens tokens;

  /**
   * @param left the name of the laboratory that was left; empty for none
   * @param recent documents, the newest first
   */
  public LabPage(
      Optional<String> left, List<Path> recent, LabStart start, Messages messages, Tokens tokens) {
    this.start = start;
    this.messages = messages;
    this.tokens = tokens;
    setId("laboratory");
    getStyleClass().add("page");
    setPadding(tokens.insets(16, SIDE, 16, SIDE));
    setSpacing(tokens.px(16));
    IconButton back =
        new IconButton(MaterialDesignA.ARROW_LEFT, 20, start::back)
            .named(messages.text("gallery.back"))
            .square(tokens.px(36));
    back.setId("laboratory-back");
    Label title = new Label(messages.text("lab.title"));
    title.getStyleClass().addAll("sheet-title", "size-20");
    HBox head = new HBox(tokens.px(12), back, title);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox ways = new VBox(tokens.px(8));
    left.ifPresent(
        name ->
            ways.getChildren()
                .add(way("resume", MaterialDesignC.CHEVRON_RIGHT, name, start::resume, true)));
    ways.getChildren()
        .addAll(
            way("open", MaterialDesignF.FOLDER_OPEN_OUTLINE, "", start::openFile, left.isEmpty()),
            way("pictures", MaterialDesignI.IMAGE_MULTIPLE_OUTLINE, "", start::pictures, false),
            way("paste", MaterialDesignC.CONTENT_PASTE, "", start::paste, false),
            way("draw", MaterialDesignP.PENCIL_OUTLINE, "", start::draw, false),
            way("formula", MaterialDesignF.FUNCTION_VARIANT, "", start::formula, false));
    for (Path file : recent) {
      ways.getChildren().add(recent(file));
    }
    ways.setMinWidth(tokens.px(WAYS));
    ways.setMaxWidth(tokens.px(WAYS));
    Label sets = new Label(messages.text("lab.new.sets"));
    sets.getStyleClass().addAll("sheet-group", "size-13");
    FlowPane cards = new FlowPane(tokens.px(12), tokens.px(12));
    for (Generator generator : Generator.values()) {
      cards.getChildren().add(card(generator));
    }
    VBox right = new VBox(tokens.px(12), sets, cards);
    HBox both = new HBox(tokens.px(40), ways, right);
    HBox.setHgrow(right, Priority.ALWAYS);
    ScrollPane scroll = Viewport.column(both);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  private Button way(String id, Ikon ikon, String name, Runnable action, boolean primary) {
    Label what = new Label(messages.text("lab.new." + id));
    what.getStyleClass().addAll("way-what", "size-14");
    Label how = new Label(name.isEmpty() ? messages.text("lab.new." + id + ".more") : name);
    how.getStyleClass().addAll("way-how", "size-12");
    lines(how);
    VBox both = new VBox(tokens.px(2), what, how);
    both.setPrefWidth(tokens.px(WAYS - 76));
    HBox inside = new HBox(tokens.px(8), both, new FontIcon(ikon));
    inside.setAlignment(Pos.CENTER_LEFT);
    Button way = new Button();
    way.setGraphic(inside);
    way.setMaxWidth(Double.MAX_VALUE);
    way.getStyleClass().setAll("way", "icon-18");
    if (primary) {
      way.getStyleClass().add("primary");
    }
    way.setId("laboratory-" + id);
    way.setAccessibleText(what.getText() + ". " + how.getText());
    way.setOnAction(e -> action.run());
    return way;
  }

  /** Room for two lines: in a button a label does not know how wide it will be. */
  private void lines(Label label) {
    label.setWrapText(true);
    label.setAlignment(Pos.TOP_LEFT);
    label.setMinHeight(tokens.px(LINES));
    label.setPrefHeight(tokens.px(LINES));
  }

  private Node recent(Path file) {
    Button button =
        new Button(String.valueOf(file.getFileName()), new FontIcon(MaterialDesignH.HISTORY));
    button.getStyleClass().setAll("sidebar-item", "lesson", "icon-16", "size-13");
    button.setMnemonicParsing(false);
    button.setGraphicTextGap(tokens.px(8));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(
        messages.text("lab.new.recent", java.util.Map.of("file", file.toString())));
    button.setOnAction(e -> start.recent(file));
    return button;
  }

  private Button card(Generator generator) {
    List<Node> inside = new ArrayList<>(List.of(new DataThumbnail(generator, tokens)));
    String words = messages.text("name.data." + generator.fileName());
    Label name = new Label(words);
    name.getStyleClass().add("size-12");
    lines(name);
    name.setPrefWidth(tokens.px(DataThumbnail.WIDTH));
    inside.add(name);
    VBox box = new VBox(tokens.px(6));
    box.getChildren().addAll(inside);
    Button card = new Button();
    card.setGraphic(box);
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    card.getStyleClass().setAll("way", "card");
    card.setId("laboratory-" + generator.fileName());
    card.setAccessibleText(words);
    card.setOnAction(e -> start.drawn(generator));
    return card;
  }
}
