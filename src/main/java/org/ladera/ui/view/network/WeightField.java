package org.ladera.ui.view.network;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * The exact number of a weight, to be typed over the diagram. Enter takes it, Escape and leaving do
 * not. What is not a number stays, with a red edge and the reason.
 */
final class WeightField {
  private static final CornerRadii RADIUS = new CornerRadii(6);

  private final Pane overlay;
  private final Runnable closed;
  private TextField field;

  /** Appears inside {@code overlay}; {@code closed} is told when it is gone. */
  WeightField(Pane overlay, Runnable closed) {
    this.overlay = overlay;
    this.closed = closed;
  }

  boolean isOpen() {
    return field != null;
  }

  void open(
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
    text.setSkin(new Skin(text, tokens));
    text.setFont(Type.text(tokens, 13, Type.Weight.REGULAR));
    text.setAlignment(Pos.CENTER_RIGHT);
    text.setPadding(new Insets(0, 8, 0, 8));
    text.setManaged(false);
    text.setAccessibleText(name);
    text.setBackground(new Background(new BackgroundFill(tokens.canvas(), RADIUS, Insets.EMPTY)));
    edge(text, tokens.accent());
    text.textProperty().addListener((property, was, is) -> edge(text, tokens.accent()));
    text.setOnAction(
        e -> {
          OptionalDouble number = messages.numbers().parse(text.getText());
          if (number.isPresent()) {
            close();
            typed.accept(number.getAsDouble());
          } else {
            edge(text, tokens.danger().mark());
            String why = messages.text("network.field.unreadable");
            text.setAccessibleHelp(why);
            text.setTooltip(new Tooltip(why));
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

  void close() {
    TextField gone = field;
    if (gone != null) {
      field = null;
      overlay.getChildren().remove(gone);
      closed.run();
    }
  }

  private static void edge(TextField text, Color color) {
    text.setBorder(
        new Border(new BorderStroke(color, BorderStrokeStyle.SOLID, RADIUS, new BorderWidths(2))));
  }

  /** The text of a field takes its colour from its skin, which only subclasses may set. */
  private static final class Skin extends TextFieldSkin {
    Skin(TextField field, Tokens tokens) {
      super(field);
      setTextFill(tokens.text());
      setHighlightFill(tokens.accent());
      setHighlightTextFill(tokens.onAccent());
    }
  }
}
