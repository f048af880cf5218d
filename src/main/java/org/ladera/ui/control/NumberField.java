package org.ladera.ui.control;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ladera.explain.ReaderNumber;
import org.ladera.text.Numbers;
import org.ladera.ui.theme.Tokens;

/**
 * An exact number to read and to type, with a decimal comma or point. While it has the focus it
 * shows all digits. What is not a number stays as typed and gets a red edge; Escape puts back what
 * stood there.
 */
public final class NumberField extends HBox {
  private final Tokens tokens;
  private final Numbers numbers;
  private final DoublePredicate allowed;
  private final DoubleFunction<ReaderNumber> meant;
  private final Consumer<ReaderNumber> typed;
  private final Consumer<Boolean> readable;
  private final TextField field = new TextField();

  private double value = Double.NaN;
  private String untouched = "";
  private boolean bad;
  private boolean narrow;

  /**
   * @param meant what a number of the reader is to the engine
   * @param typed gets every valid number that is confirmed with Enter or by leaving the field
   * @param readable is told whether what stands in the field is one
   */
  public NumberField(
      Tokens tokens,
      Numbers numbers,
      DoublePredicate allowed,
      DoubleFunction<ReaderNumber> meant,
      Consumer<ReaderNumber> typed,
      Consumer<Boolean> readable) {
    this.tokens = tokens;
    this.numbers = numbers;
    this.allowed = allowed;
    this.meant = meant;
    this.typed = typed;
    this.readable = readable;
    getStyleClass().add("field");
    FieldState.bare(field, "size-13");
    field.setAlignment(Pos.CENTER_RIGHT);
    field.setPadding(new Insets(0, tokens.px(10), 0, tokens.px(8)));
    field.setMinWidth(20);
    field.setPrefColumnCount(4);
    HBox.setHgrow(field, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().add(field);
    size(80);
    setMaxHeight(USE_PREF_SIZE);
    field.setOnAction(e -> commit());
    field.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE && touched()) {
            // The field alone is left, not the panel around it.
            write(numbers.exact(value));
            e.consume();
            field.getScene().getRoot().requestFocus();
          }
        });
    field.textProperty().addListener((property, was, is) -> judge());
    field.focusedProperty().addListener((property, was, is) -> focus(is));
  }

  /** A symbol before the number, inside the edge; it leaves room for three digits. */
  public void lead(Node symbol) {
    narrow = true;
    field.setPadding(new Insets(0, tokens.px(6), 0, tokens.px(4)));
    HBox.setMargin(symbol, new Insets(0, 0, 0, tokens.px(8)));
    getChildren().addFirst(symbol);
  }

  /**
   * @param px width in the light profile
   */
  public void size(double px) {
    setPrefSize(tokens.px(px), tokens.px(28));
    setMinSize(tokens.px(px), tokens.px(28));
  }

  /** Name for those who do not see it. */
  public void name(String text) {
    field.setAccessibleText(text);
  }

  public TextField field() {
    return field;
  }

  /** Shows a number, unless a person is typing another one. */
  public void show(ReaderNumber number) {
    double now = number.shown();
    if (now == value || (touched() && (field.isFocused() || bad))) {
      value = now;
      return;
    }
    value = now;
    write(field.isFocused() ? numbers.exact(now) : shown(now));
  }

  private String shown(double now) {
    return narrow ? numbers.shown(now, 3) : numbers.shown(now);
  }

  private boolean touched() {
    return !field.getText().equals(untouched);
  }

  private void write(String text) {
    untouched = text;
    field.setText(text);
    judge();
  }

  private void focus(boolean gained) {
    if (touched()) {
      if (!gained) {
        commit();
      }
    } else if (!Double.isNaN(value)) {
      write(gained ? numbers.exact(value) : shown(value));
    }
  }

  private void commit() {
    OptionalDouble read = read();
    if (touched() && read.isPresent()) {
      value = read.getAsDouble();
      write(field.isFocused() ? numbers.exact(value) : shown(value));
      typed.accept(meant.apply(value));
    }
  }

  private OptionalDouble read() {
    OptionalDouble read = numbers.parse(field.getText());
    return read.isPresent() && allowed.test(read.getAsDouble()) ? read : OptionalDouble.empty();
  }

  private void judge() {
    boolean now = touched() && read().isEmpty();
    if (now != bad) {
      bad = now;
      readable.accept(!bad);
      FieldState.WRONG.mark(this, bad);
    }
  }
}
