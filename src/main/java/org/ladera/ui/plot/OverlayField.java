package org.ladera.ui.plot;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.ladera.text.Messages;
import org.ladera.ui.control.FieldState;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * An exact number of a diagram, to be typed over the place where it stands. Enter takes it, Escape
 * and leaving do not. What is not a number stays, with a red edge and the reason.
 */
public final class OverlayField {
  private final Pane overlay;
  private final Runnable closed;
  private @Nullable TextField field;

  /** Appears inside {@code overlay}; {@code closed} is told when it is gone. */
  public OverlayField(Pane overlay, Runnable closed) {
    this.overlay = overlay;
    this.closed = closed;
  }

  public boolean isOpen() {
    return field != null;
  }

  /** Shows {@code value} with its middle at (x, y), to be typed over. */
  public void open(
      double value,
      String name,
      double x,
      double y,
      Tokens tokens,
      Messages messages,
      DoubleConsumer typed) {
    close();
    TextField text = new TextField(messages.numbers().exact(value));
    field = text;
    text.getStyleClass().addAll("field", "size-13");
    text.setAlignment(Pos.CENTER_RIGHT);
    text.setManaged(false);
    text.setAccessibleText(name);
    text.textProperty().addListener((property, was, is) -> FieldState.WRONG.mark(text, false));
    text.setOnAction(
        e -> {
          OptionalDouble number = messages.numbers().parse(text.getText());
          if (number.isPresent()) {
            close();
            typed.accept(number.getAsDouble());
          } else {
            FieldState.WRONG.mark(text, true);
            String why = messages.text("network.field.unreadable");
            text.setAccessibleHelp(why);
            text.setTooltip(new SideTooltip(why));
          }
        });
    text.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
          }
        });
    text.focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is && field == text) {
                close();
              }
            });
    overlay.getChildren().add(text);
    double w = Math.min(overlay.getWidth() - 8, Type.size(tokens, 13) * 13);
    double h = Math.round(Type.size(tokens, 13) * 2.15);
    text.resizeRelocate(
        Math.clamp(x - w / 2, 4, Math.max(4, overlay.getWidth() - w - 4)),
        Math.clamp(y - h / 2, 4, Math.max(4, overlay.getHeight() - h - 4)),
        w,
        h);
    text.requestFocus();
    text.selectAll();
  }

  /** Takes it away without a number. */
  public void close() {
    TextField gone = field;
    if (gone != null) {
      field = null;
      overlay.getChildren().remove(gone);
      closed.run();
    }
  }
}
