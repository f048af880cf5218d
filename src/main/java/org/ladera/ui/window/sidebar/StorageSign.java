package org.ladera.ui.window.sidebar;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.store.file.Trouble;
import org.ladera.text.Messages;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.theme.Tokens;

/** Says quietly, for as long as it is so, that something of the person is not on the disk. */
final class StorageSign extends Button {
  /**
   * @param troubles at least one
   * @param open shows what is wrong and what to do
   */
  StorageSign(
      List<Trouble> troubles, boolean folded, Messages messages, Tokens tokens, Runnable open) {
    super(messages.text(key(troubles)), new FontIcon(MaterialDesignC.CONTENT_SAVE_ALERT_OUTLINE));
    getStyleClass().setAll("sidebar-item", "storage-sign", "size-13", "icon-16");
    setId("storage-sign");
    setMnemonicParsing(false);
    setMaxWidth(Double.MAX_VALUE);
    setMinHeight(tokens.px(32));
    setGraphicTextGap(tokens.px(8));
    SideTooltip.name(this, getText(), messages.text("storage.sign.tip"));
    if (folded) {
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setAlignment(Pos.CENTER);
    }
    setOnAction(e -> open.run());
  }

  private static String key(List<Trouble> troubles) {
    boolean saved = troubles.stream().allMatch(Trouble.Damaged.class::isInstance);
    return saved ? "storage.sign.damaged" : "storage.sign.unsaved";
  }
}
