package org.ladera.ui.window.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.store.file.Trouble;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Tokens;

/** What is wrong with the person's files, what it means, and what to do. */
public final class StorageSheet extends VBox {
  private static final double WIDTH = 560;

  /**
   * @param retry tries to save at once; the sheet is made again when something has changed
   * @param close gets what the person has read
   */
  public StorageSheet(
      List<Trouble> troubles, Messages messages, Tokens tokens, Runnable retry, Runnable close) {
    getStyleClass().addAll("sheet", "size-13");
    setMaxSize(tokens.px(WIDTH), USE_PREF_SIZE);
    Label title = words(messages.text("storage.title"), "sheet-title", "size-16", "icon-20");
    title.setGraphic(new FontIcon(MaterialDesignC.CONTENT_SAVE_ALERT_OUTLINE));
    title.setGraphicTextGap(tokens.px(10));
    getChildren().add(title);
    if (troubles.isEmpty()) {
      getChildren().add(words(messages.text("storage.solved"), "sheet-text"));
    }
    for (Trouble trouble : troubles) {
      Label place = words(trouble.file().toString(), "sheet-text", "size-12");
      VBox one = new VBox(tokens.px(4), words(text(trouble, messages), "sheet-words"), place);
      getChildren().add(one);
    }
    boolean unsaved = troubles.stream().anyMatch(Trouble.NotSaved.class::isInstance);
    Button done = new PushButton(messages.text("storage.close"), close);
    done.setId("sheet-close");
    HBox foot = new HBox(tokens.px(8), Boxes.space(), done);
    foot.setAlignment(Pos.CENTER_LEFT);
    if (unsaved) {
      getChildren().add(words(messages.text("storage.kept"), "sheet-text"));
      Button again = new PushButton(messages.text("storage.retry"), retry);
      again.setId("storage-retry");
      foot.getChildren().addFirst(again);
    }
    getChildren().add(foot);
  }

  private static String text(Trouble trouble, Messages messages) {
    Map<String, Object> file = Map.of("file", trouble.file().getFileName().toString());
    return switch (trouble) {
      case Trouble.NotSaved(var path, Trouble.Reason reason) ->
          messages.text("storage.reason." + reason.name().toLowerCase(Locale.ROOT), file);
      case Trouble.Newer(var path, int version) -> messages.text("storage.newer", file);
      case Trouble.Damaged(var path, var copy, boolean restored) ->
          messages.text(
              restored ? "storage.damaged.restored" : "storage.damaged.anew",
              Map.of("file", path.getFileName().toString(), "copy", copy.getFileName().toString()));
    };
  }

  private static Label words(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
