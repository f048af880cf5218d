package org.ladera.ui.window.time;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** A panel of the time machine: a title, a button that closes it, and what it is about. */
abstract class TimePanel extends VBox {
  /** Id of the button that closes it. */
  static final String CLOSE = "time-close";

  private static final double WIDTH = 360;

  final Messages messages;
  final Tokens tokens;

  TimePanel(String title, Messages messages, Tokens tokens, Runnable close) {
    this.messages = messages;
    this.tokens = tokens;
    getStyleClass().addAll("time-panel", "size-13");
    setSpacing(tokens.px(10));
    setPadding(tokens.insets(10, 14, 14, 14));
    setPrefWidth(tokens.px(WIDTH));
    setMinWidth(tokens.px(WIDTH));
    Label name = new Label(messages.text(title));
    name.getStyleClass().addAll("semibold", "size-14");
    Button done =
        new IconButton(MaterialDesignC.CLOSE, 16, close).named(messages.text("time.close"));
    done.setId(CLOSE);
    Boxes.square(done, tokens.px(28));
    HBox head = new HBox(name, Boxes.space(), done);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
  }

  /** What it shows of this moment. */
  @Initializer
  abstract void show(NotatedFrame now);

  /** Words with symbols, in several lines where they need them. */
  final TextFlow words(String source, double px, Color color) {
    TextFlow flow = new TextFlow();
    fill(flow, source, px, color);
    return flow;
  }

  final void fill(TextFlow flow, String source, double px, Color color) {
    flow.getChildren().setAll(RichTextNodes.nodes(source, px, Type.Weight.REGULAR, color, tokens));
    flow.setMinHeight(USE_PREF_SIZE);
  }

  /** A label at the left and controls at the right end. */
  final HBox row(String source, Node... controls) {
    TextFlow name = words(source, 13, tokens.text());
    name.setMinWidth(0);
    HBox holder = new HBox(name);
    holder.setAlignment(Pos.CENTER_LEFT);
    holder.setFillHeight(false);
    HBox.setHgrow(holder, Priority.ALWAYS);
    HBox row = new HBox(tokens.px(8), holder);
    row.getChildren().addAll(List.of(controls));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
