package org.ladera.ui.plot;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ladera.text.Messages;
import org.ladera.ui.control.FieldState;
import org.ladera.ui.control.Focus;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * An exact number of a diagram, to be typed over the place where it stands. Enter takes it, Escape
 * and leaving do not. What is not a number stays, with a red edge and the reason. After Enter and
 * Escape the diagram has the focus as it had it before, so that its keys go on.
 */
public final class OverlayField {
  private final Pane overlay;
  private final Region diagram;
  private @Nullable TextField field;

  /** Whether the diagram was reached by keyboard. */
  private boolean byKeys;

  /** Appears inside {@code overlay}, which lies above {@code diagram}. */
  public OverlayField(Pane overlay, Region diagram) {
    this.overlay = overlay;
    this.diagram = diagram;
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
    byKeys = diagram.isFocusVisible();
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
            goBack();
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
            goBack();
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
    }
  }

  private void goBack() {
    close();
    if (byKeys) {
      Focus.visibly(diagram);
    } else {
      diagram.requestFocus();
    }
  }
}
