package org.ladera.ui.window.sidebar;

import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.ladera.store.file.Trouble;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Focus;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.Scrolled;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.WindowActions;

/** The lesson list at the left, with language and appearance at its foot. It folds to a strip. */
public final class LessonSidebar extends VBox {
  private static final double WIDE = 216;
  private static final double FOLDED = 48;

  /** Above and below the entry of where the person is. */
  private static final double MARGIN = 8;

  private final WindowActions actions;
  private final LessonList list;
  private final ScrollPane scroll;
  private boolean folded;
  private int leftOut;
  private Runnable why = () -> {};

  public LessonSidebar(WindowActions actions) {
    this.actions = actions;
    list = new LessonList(actions, this::reveal);
    scroll = Viewport.column(list);
    getStyleClass().add("sidebar");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
  }

  /**
   * Says from the next {@link #show} on that lessons were left out.
   *
   * @param lessons how many
   * @param reason shows what is wrong with them
   */
  public void leaveOut(int lessons, Runnable reason) {
    leftOut = lessons;
    why = reason;
  }

  private void reveal(Node entry) {
    Scrolled.reveal(scroll, entry, MARGIN);
  }

  boolean folded() {
    return folded;
  }

  /**
   * @param troubles with the person's files
   */
  public void show(
      LessonListModel model,
      List<Trouble> troubles,
      boolean fold,
      Messages messages,
      Tokens tokens) {
    folded = fold;
    double width = tokens.px(folded ? FOLDED : WIDE);
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
    setAccessibleText(messages.text("sidebar.label"));
    Focus.keep(
        this,
        () -> {
          list.show(model, folded, messages, tokens);
          getChildren().setAll(head(messages, tokens));
          getChildren().addAll(ways(messages, tokens));
          getChildren().add(scroll);
          if (leftOut > 0) {
            getChildren().add(leftOut(messages, tokens));
          }
          getChildren()
              .addAll(Boxes.separator(), new SidebarFoot(actions, folded, messages, tokens));
          if (!troubles.isEmpty()) {
            getChildren().add(getChildren().indexOf(scroll) + 1, sign(troubles, messages, tokens));
          }
        });
  }

  private Node sign(List<Trouble> troubles, Messages messages, Tokens tokens) {
    StorageSign sign = new StorageSign(troubles, folded, messages, tokens, actions::showStorage);
    VBox.setMargin(sign, tokens.insets(0, 8, 4, 8));
    return sign;
  }

  private Node leftOut(Messages messages, Tokens tokens) {
    String words =
        leftOut == 1
            ? messages.text("sidebar.left-out.one")
            : messages.text("sidebar.left-out", Map.of("count", leftOut));
    Button button = new IconButton(MaterialDesignF.FILE_ALERT_OUTLINE, 18, why).named(words);
    button.getStyleClass().add("quiet");
    button.setId("sidebar-left-out");
    if (folded) {
      Boxes.square(button, tokens.px(32));
      HBox strip = new HBox(button);
      strip.setAlignment(Pos.CENTER);
      return strip;
    }
    button.setText(words);
    button.setContentDisplay(ContentDisplay.LEFT);
    button.setWrapText(true);
    button.getStyleClass().add("size-12");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMinHeight(USE_PREF_SIZE);
    button.setPadding(tokens.insets(8, 12, 8, 16));
    return button;
  }

  /** The ways to the gallery, to a laboratory, and to one with the step that is open. */
  private List<Node> ways(Messages messages, Tokens tokens) {
    return List.of(
        way(
            "lessons",
            MaterialDesignV.VIEW_GRID_OUTLINE,
            "gallery.all",
            Action.LESSONS,
            messages,
            tokens),
        way(
            "laboratory",
            MaterialDesignF.FLASK_OUTLINE,
            "lab.title",
            Action.LABORATORY,
            messages,
            tokens),
        way(
            "experiment",
            MaterialDesignT.TUNE,
            "lab.experiment",
            Action.EXPERIMENT,
            messages,
            tokens));
  }

  private Node way(
      String id, Ikon sign, String key, Action action, Messages messages, Tokens tokens) {
    String words = messages.text(key);
    Button button = new Button(folded ? "" : words, new FontIcon(sign));
    button.getStyleClass().setAll("sidebar-item", "lesson", "icon-16", "size-13");
    button.setId("sidebar-" + id);
    button.setMnemonicParsing(false);
    button.setGraphicTextGap(tokens.px(8));
    button.setMinHeight(tokens.px(32));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(e -> actions.perform(action));
    if (folded) {
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.setAlignment(Pos.CENTER);
      SideTooltip.beside(button, words, words);
    }
    VBox.setMargin(button, tokens.insets(0, 8, 0, 8));
    return button;
  }

  private Node head(Messages messages, Tokens tokens) {
    Button fold =
        new IconButton(
                folded ? MaterialDesignC.CHEVRON_DOUBLE_RIGHT : MaterialDesignC.CHEVRON_DOUBLE_LEFT,
                18,
                () -> actions.perform(Action.FOLD_LIST))
            .named(messages.text(folded ? "sidebar.unfold" : "sidebar.fold"));
    fold.getStyleClass().add("quiet");
    fold.setId("sidebar-fold");
    Boxes.square(fold, tokens.px(32));
    HBox head = new HBox(tokens.px(10));
    head.setAlignment(folded ? Pos.CENTER : Pos.CENTER_LEFT);
    head.setMinHeight(tokens.px(48));
    head.setPadding(folded ? Insets.EMPTY : tokens.insets(0, 12, 0, 16));
    if (!folded) {
      Button brand = new Button(messages.text("app.name"), new Logo(tokens));
      brand.getStyleClass().setAll("sidebar-item", "brand", "size-16");
      brand.setGraphicTextGap(tokens.px(10));
      brand.setId("sidebar-brand");
      brand.setAccessibleText(messages.text("action.opening"));
      brand.setOnAction(e -> actions.perform(Action.OPENING));
      head.getChildren().addAll(brand, Boxes.space());
    }
    head.getChildren().add(fold);
    return head;
  }
}
