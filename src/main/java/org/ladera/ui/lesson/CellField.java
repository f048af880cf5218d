package org.ladera.ui.lesson;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.lesson.model.Verdict;
import org.ladera.ui.control.FieldSkin;
import org.ladera.ui.control.Icons;
import org.ladera.ui.control.Shapes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

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
    field.setSkin(new FieldSkin(field, tokens));
    field.setFont(Type.text(tokens, 12, Type.Weight.REGULAR));
    field.setAlignment(Pos.CENTER);
    field.setBackground(Background.EMPTY);
    field.setBorder(Border.EMPTY);
    field.setPadding(new Insets(0, Shapes.px(tokens, 3), 0, Shapes.px(tokens, 3)));
    field.setMinWidth(0);
    field.setPrefColumnCount(3);
    field.setMaxHeight(Double.MAX_VALUE);
    field.setText(text);
    sign = Icons.of(MaterialDesignC.CHECK_BOLD, tokens.text(), tokens);
    sign.setIconSize((int) Shapes.px(tokens, 8));
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
    field.focusedProperty().addListener((property, was, is) -> dress());
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
    Color edge =
        bad
            ? tokens.danger().mark()
            : right
                ? tokens.success().mark()
                : field.isFocused() ? tokens.accent() : tokens.controlBorder();
    setBackground(Shapes.ground(tokens.canvas()));
    setBorder(Shapes.edge(edge, bad || right || field.isFocused() ? 2 : 1));
    sign.setVisible(bad || right);
    if (bad || right) {
      sign.setIconCode(right ? MaterialDesignC.CHECK_BOLD : MaterialDesignC.CLOSE_THICK);
      sign.setIconColor(edge);
    }
  }
}
