package org.ladera.ui.window.stage;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * A view with its question over it, and the way to where that is answered; then the cover is taken
 * away.
 */
final class ViewCover extends StackPane {
  private static final double WIDEST = 420;

  private final Region view;
  private final Label words = new Label();
  private final TextFlow question = new TextFlow();
  private final PushButton go = new PushButton("", PushButton.Kind.PRIMARY, this::go);
  private final VBox cover = new VBox(12, words, question, go);
  private Runnable toQuestion = () -> {};

  ViewCover(Region view) {
    this.view = view;
    cover.setAlignment(Pos.CENTER);
    cover.setPadding(new Insets(16));
    words.setWrapText(true);
    words.setTextAlignment(TextAlignment.CENTER);
    question.setTextAlignment(TextAlignment.CENTER);
    go.setId("cover-go");
    cover.setAccessibleRole(AccessibleRole.PARENT);
    cover.setVisible(false);
    getChildren().addAll(view, cover);
  }

  private void go() {
    toQuestion.run();
  }

  /**
   * Puts the cover on.
   *
   * @param asked the question; may be empty
   */
  void show(String asked, Runnable way, Messages messages, Tokens tokens) {
    toQuestion = way;
    view.setVisible(false);
    cover.setVisible(true);
    cover.setBackground(Background.fill(tokens.inset()));
    words.setFont(Type.text(tokens, 13, Type.Weight.REGULAR));
    words.setTextFill(tokens.muted());
    words.setText(messages.text("view.covered"));
    question
        .getChildren()
        .setAll(RichTextNodes.nodes(asked, 20, Type.Weight.SEMI_BOLD, tokens.text(), tokens));
    question.setMaxWidth(WIDEST * tokens.scale());
    question.setManaged(!asked.isEmpty());
    go.setText(messages.text("view.covered.go"));
    cover.setAccessibleText(words.getText() + " " + RichText.parse(asked).plain());
  }

  /** Takes it away. */
  void lift() {
    view.setVisible(true);
    cover.setVisible(false);
  }
}
