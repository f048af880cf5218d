package org.ladera.ui.lesson;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.lesson.model.Verdict;
import org.ladera.ui.control.FieldState;
import org.ladera.ui.control.Icons;
import org.ladera.ui.theme.Tokens;

/** A cell to fill in. Its edge and a small sign say what became of its number. */
final class CellField extends StackPane {
  /** What the cell tells. */
  interface Listener {
    void typed();

    /** Enter. */
    void done();

    /** An arrow leads out of the cell. */
    void leave(KeyCode arrow);
  }

  private final Tokens tokens;
  private final String name;
  private final TextField field = new TextField();

  /** In the corner, so that the colour of the edge does not speak alone. */
  private final FontIcon sign;

  private Verdict verdict = new Verdict.NotYet();

  CellField(String name, String text, Tokens tokens, Listener listener) {
    this.tokens = tokens;
    this.name = name;
    getStyleClass().add("field");
    FieldState.bare(field, "size-12");
    field.setAlignment(Pos.CENTER);
    field.setPadding(new Insets(0, tokens.px(3), 0, tokens.px(3)));
    field.setMinWidth(0);
    field.setPrefColumnCount(3);
    field.setMaxHeight(Double.MAX_VALUE);
    field.setText(text);
    sign = Icons.of(MaterialDesignC.CHECK_BOLD, tokens.text(), tokens);
    sign.setIconSize((int) tokens.px(8));
    sign.setMouseTransparent(true);
    StackPane.setAlignment(sign, Pos.TOP_RIGHT);
    StackPane.setMargin(sign, new Insets(1, 1, 0, 0));
    getChildren().setAll(field, sign);
    field.setOnAction(e -> listener.done());
    field
        .textProperty()
        .addListener(
            (property, was, is) -> {
              listener.typed();
              show(new Verdict.NotYet(), "");
            });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (leads(e)) {
            listener.leave(e.getCode());
            e.consume();
          }
        });
    show(verdict, "");
  }

  /** Sideways arrows move inside the number first. */
  private boolean leads(KeyEvent e) {
    if (e.isShiftDown() || e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
      return false;
    }
    return switch (e.getCode()) {
      case UP, DOWN -> true;
      case LEFT -> field.getCaretPosition() == 0;
      case RIGHT -> field.getCaretPosition() == field.getLength();
      default -> false;
    };
  }

  String text() {
    return field.getText();
  }

  void focus() {
    field.requestFocus();
  }

  /**
   * @param words what became of the number, for those who do not see it
   */
  void show(Verdict newVerdict, String words) {
    verdict = newVerdict;
    field.setAccessibleText(words.isEmpty() ? name : name + ". " + words);
    dress();
  }

  private void dress() {
    boolean right = verdict instanceof Verdict.Right;
    boolean bad = verdict instanceof Verdict.Wrong || verdict instanceof Verdict.Unreadable;
    FieldState.WRONG.mark(this, bad);
    FieldState.RIGHT.mark(this, right);
    sign.setVisible(bad || right);
    if (bad || right) {
      sign.setIconCode(right ? MaterialDesignC.CHECK_BOLD : MaterialDesignC.CLOSE_THICK);
      sign.setIconColor(bad ? tokens.danger().mark() : tokens.success().mark());
    }
  }
}
