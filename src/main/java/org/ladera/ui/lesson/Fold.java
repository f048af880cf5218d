package org.ladera.ui.lesson;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.ui.control.Icons;
import org.ladera.ui.control.Shapes;
import org.ladera.ui.theme.Tokens;

/** A part of the text that a click, Enter or the space bar opens and closes; closed at first. */
final class Fold extends VBox {
  private final Tokens tokens;
  private final VBox inside;
  private final StackPane sign = new StackPane();
  private final Heading heading;
  private boolean open;

  Fold(TextFlow title, String plain, VBox inside, Tokens tokens) {
    this.tokens = tokens;
    this.inside = inside;
    heading = new Heading(title, plain);
    inside.setPadding(new Insets(tokens.px(8), 0, tokens.px(4), tokens.px(24)));
    getChildren().addAll(heading, inside);
    show(false);
  }

  private void show(boolean opened) {
    open = opened;
    StepScope.reveal(inside, opened);
    Node icon =
        Icons.of(
            opened ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT,
            tokens.muted(),
            tokens);
    sign.getChildren().setAll(icon);
    heading.notifyAccessibleAttributeChanged(AccessibleAttribute.EXPANDED);
  }

  /** The line that is always seen. */
  private final class Heading extends HBox {
    Heading(TextFlow title, String plain) {
      super(tokens.px(4), sign, title);
      HBox.setHgrow(title, Priority.ALWAYS);
      setAlignment(Pos.TOP_LEFT);
      sign.setMinSize(tokens.px(20), tokens.px(20));
      sign.setMaxSize(tokens.px(20), tokens.px(20));
      setPadding(new Insets(tokens.px(4)));
      setBackground(Shapes.ground(tokens.panel()));
      setCursor(Cursor.HAND);
      setFocusTraversable(true);
      setAccessibleRole(AccessibleRole.TITLED_PANE);
      setAccessibleText(plain);
      setOnMouseClicked(e -> show(!open));
      setOnKeyPressed(
          e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
              show(!open);
              e.consume();
            }
          });
      focusVisibleProperty()
          .addListener((p, was, is) -> setBorder(is ? Shapes.edge(tokens.accent(), 2) : null));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
      return attribute == AccessibleAttribute.EXPANDED
          ? Boolean.valueOf(open)
          : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
      if (action == AccessibleAction.FIRE) {
        show(!open);
      } else if (action == AccessibleAction.EXPAND || action == AccessibleAction.COLLAPSE) {
        show(action == AccessibleAction.EXPAND);
      } else {
        super.executeAccessibleAction(action, parameters);
      }
    }
  }
}
