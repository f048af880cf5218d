package org.ladera.ui.window.stage;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ladera.lesson.model.Covered;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** A view with a cover over it, which is taken away once its question is answered. */
final class ViewCover extends StackPane {
  private final Region view;
  private final Label sign = new Label(Covered.SIGN);
  private final Label words = new Label();
  private final VBox cover = new VBox(8, sign, words);

  ViewCover(Region view) {
    this.view = view;
    cover.setAlignment(Pos.CENTER);
    words.setWrapText(true);
    words.setMaxWidth(280);
    words.setAlignment(Pos.CENTER);
    words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
    cover.setAccessibleRole(AccessibleRole.TEXT);
    cover.setVisible(false);
    getChildren().addAll(view, cover);
  }

  /** Puts the cover on, or takes it away. */
  void show(boolean covered, Messages messages, Tokens tokens) {
    view.setVisible(!covered);
    cover.setVisible(covered);
    cover.setBackground(Background.fill(tokens.inset()));
    sign.setFont(Type.text(tokens, 40, Type.Weight.SEMI_BOLD));
    sign.setTextFill(tokens.muted());
    words.setFont(Type.text(tokens, 13, Type.Weight.REGULAR));
    words.setTextFill(tokens.muted());
    words.setText(messages.text("view.covered"));
    cover.setAccessibleText(words.getText());
  }
}
