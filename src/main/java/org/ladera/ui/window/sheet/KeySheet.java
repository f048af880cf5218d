package org.ladera.ui.window.sheet;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ladera.text.Messages;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.InnerKeys;

/**
 * The list of keys, made from the tables of actions and of the keys inside views and panels. Where
 * the window is small it is scrolled, by the arrow keys too.
 */
public final class KeySheet extends VBox {
  private static final double CAPS = 84;
  private static final double WORDS = 176;

  /** Of three columns. */
  private static final double MOST_WIDTH = 910;

  private static final double BAR = 16;

  private final Messages messages;
  private final Tokens tokens;

  private record Line(List<String> caps, String words) {}

  public KeySheet(Messages messages, Tokens tokens, Runnable close) {
    this.messages = messages;
    this.tokens = tokens;
    getStyleClass().addAll("sheet", "size-13");
    setMaxWidth(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    Label title = new Label(messages.text("keys.title"));
    title.getStyleClass().addAll("sheet-title", "size-20");
    VBox middle = column(Action.Group.WINDOW, Action.Group.VIEWS, Action.Group.UPDATE);
    VBox right = column(InnerKeys.Group.VIEW, InnerKeys.Group.TEXT, InnerKeys.Group.PANEL);
    FlowPane columns = new FlowPane(tokens.px(20), tokens.px(20));
    columns
        .getChildren()
        .addAll(
            column(Action.Group.RUN, Action.Group.LESSON, Action.Group.LABORATORY), middle, right);
    // As many columns side by side as there is room for; the bar of the list beside them.
    columns.setPrefWrapLength(tokens.px(MOST_WIDTH));
    columns.setPadding(new Insets(0, tokens.px(BAR), 0, 0));
    Label inside = new Label(messages.text("keys.views"));
    inside.getStyleClass().addAll("sheet-text", "size-12");
    inside.setWrapText(true);
    inside.setMinHeight(USE_PREF_SIZE);
    inside.setMaxWidth(tokens.px(CAPS + WORDS));
    right.getChildren().add(inside);
    ScrollPane list = Viewport.column(columns);
    list.getStyleClass().add("edge-to-edge");
    list.setFocusTraversable(false);
    VBox.setVgrow(list, Priority.ALWAYS);
    addEventFilter(KeyEvent.KEY_PRESSED, e -> scroll(list, e));
    Button done = new PushButton(messages.text("keys.close"), close);
    done.setId("sheet-close");
    HBox foot = new HBox(done);
    foot.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, list, foot);
  }

  private static void scroll(ScrollPane list, KeyEvent e) {
    double step =
        switch (e.getCode()) {
          case DOWN -> 0.2;
          case UP -> -0.2;
          case PAGE_DOWN -> 0.6;
          case PAGE_UP -> -0.6;
          case END -> 1;
          case HOME -> -1;
          default -> 0;
        };
    if (step != 0) {
      list.setVvalue(Math.clamp(list.getVvalue() + step, 0, 1));
      e.consume();
    }
  }

  private VBox column(Action.Group... groups) {
    VBox column = new VBox(tokens.px(8));
    for (Action.Group group : groups) {
      add(
          column,
          group.text(),
          Arrays.stream(Action.values())
              .filter(action -> action.group() == group)
              .map(action -> new Line(action.parts(messages), messages.text(action.text())))
              .toList());
    }
    return column;
  }

  private VBox column(InnerKeys.Group... groups) {
    VBox column = new VBox(tokens.px(8));
    for (InnerKeys.Group group : groups) {
      add(
          column,
          group.text(),
          InnerKeys.of(group).stream()
              .map(keys -> new Line(keys.parts(messages), messages.text(keys.text())))
              .toList());
    }
    return column;
  }

  private void add(VBox column, String group, List<Line> lines) {
    Label name = new Label(messages.text(group));
    name.getStyleClass().addAll("sheet-group", "size-12");
    if (!column.getChildren().isEmpty()) {
      VBox.setMargin(name, tokens.insets(12, 0, 0, 0));
    }
    GridPane grid = new GridPane(tokens.px(10), tokens.px(3));
    for (int i = 0; i < lines.size(); i++) {
      Label what = new Label(lines.get(i).words());
      what.getStyleClass().addAll("sheet-text", "size-12");
      what.setWrapText(true);
      what.setMinHeight(USE_PREF_SIZE);
      what.setPrefWidth(tokens.px(WORDS));
      grid.add(keycaps(lines.get(i).caps()), 0, i);
      grid.add(what, 1, i);
    }
    column.getChildren().addAll(name, grid);
  }

  private HBox keycaps(List<String> parts) {
    HBox caps = new HBox(tokens.px(4));
    caps.setAlignment(Pos.CENTER_LEFT);
    caps.setMinWidth(tokens.px(CAPS));
    for (String part : parts) {
      Label cap = new Label(part);
      cap.getStyleClass().addAll("key", "size-12");
      cap.setMinWidth(USE_PREF_SIZE);
      caps.getChildren().add(cap);
    }
    return caps;
  }
}
