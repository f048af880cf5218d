package org.ladera.ui.window.sheet;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ladera.store.image.Picture;
import org.ladera.store.image.QrCode;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Copying;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Tokens;

/** What is on stage as a string that can be pasted into any window of the program. */
public final class ShareSheet extends VBox {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 90;
  private static final double LEAST = 36;

  /** The widest that a code becomes. */
  private static final double CODE = 220;

  /** More letters than these are of no use to the eye. */
  private static final int SHOWN = 4000;

  public ShareSheet(String text, Messages messages, Tokens tokens, Runnable close) {
    getStyleClass().addAll("sheet", "size-13");
    setMaxSize(tokens.px(WIDTH), USE_PREF_SIZE);
    setId("share-sheet");
    Label title = new Label(messages.text("share.title"));
    title.getStyleClass().addAll("sheet-title", "size-16");
    Label how =
        new Label(
            messages.text("share.how", Map.of("letters", messages.numbers().whole(text.length()))));
    how.getStyleClass().addAll("sheet-text", "size-13");
    how.setWrapText(true);
    how.setMinHeight(tokens.px(40));
    TextArea area =
        new TextArea(text.length() > SHOWN ? text.substring(0, SHOWN) + "\u2026" : text);
    area.setEditable(false);
    area.setWrapText(true);
    area.setId("share-text");
    area.getStyleClass().add("size-12");
    area.setPrefHeight(tokens.px(HEIGHT));
    area.setMinHeight(tokens.px(LEAST));
    Button copy = new PushButton(messages.text("share.copy"), () -> Copying.copy(text));
    copy.setId("sheet-copy");
    Button done = new PushButton(messages.text("fault.close"), close);
    done.setId("sheet-close");
    HBox foot = new HBox(tokens.px(8), copy, Boxes.space(), done);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, how, area, code(text, messages), foot);
  }

  /** The same for a camera, or why not. */
  private static Node code(String text, Messages messages) {
    Optional<Picture> picture = QrCode.of(text, 1);
    if (picture.isEmpty()) {
      Label none =
          new Label(
              messages.text(
                  "share.qr-large", Map.of("limit", messages.numbers().whole(QrCode.LONGEST))));
      none.getStyleClass().addAll("sheet-text", "size-12");
      none.setWrapText(true);
      return none;
    }
    Picture squares = picture.get();
    int side = squares.width();
    WritableImage image = new WritableImage(side, side);
    image
        .getPixelWriter()
        .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), squares.pixels(), 0, side);
    ImageView code = new ImageView(image);
    code.setSmooth(false);
    // A whole number of pixels to a square: a reader is led astray by squares of two sizes.
    double shown = side * Math.max(1, Math.floor(CODE / side));
    code.setFitWidth(shown);
    code.setFitHeight(shown);
    code.setId("share-qr");
    code.setAccessibleText(messages.text("share.qr"));
    HBox row = new HBox(code);
    row.setAlignment(Pos.CENTER);
    return row;
  }
}
