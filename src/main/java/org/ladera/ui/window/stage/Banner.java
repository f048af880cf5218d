package org.ladera.ui.window.stage;

import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.ladera.present.time.TransportModel.Diverged;
import org.ladera.text.RichText;
import org.ladera.ui.control.Chrome;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Why the run stopped, above the stage, with one way out. */
public final class Banner extends HBox {
  private final TextFlow words = new TextFlow();
  private final Button way;
  private final DoubleConsumer use;
  private Diverged shown;
  private Tokens tokens;

  /**
   * @param use gets the rate that was offered and taken
   */
  public Banner(DoubleConsumer use) {
    this.use = use;
    way = Chrome.push("", this::take);
    way.setId("banner-way");
    getStyleClass().addAll("banner", "icon-20");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    FontIcon sign = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    StackPane corner = new StackPane(sign);
    corner.setAlignment(Pos.TOP_CENTER);
    getChildren().addAll(corner, words, way);
    hide();
  }

  private void take() {
    if (shown != null) {
      shown.rate().ifPresent(use::accept);
    }
  }

  public void show(Diverged diverged, Tokens now) {
    setVisible(true);
    setManaged(true);
    if (diverged.equals(shown) && now == tokens) {
      return;
    }
    shown = diverged;
    tokens = now;
    words.setLineSpacing(Chrome.px(now, 4));
    words
        .getChildren()
        .setAll(
            RichTextNodes.nodes(
                diverged.lead(), 13, Type.Weight.SEMI_BOLD, now.danger().mark(), now));
    words
        .getChildren()
        .addAll(
            RichTextNodes.nodes(" " + diverged.text(), 13, Type.Weight.REGULAR, now.text(), now));
    way.setText(diverged.rateText());
    way.setVisible(diverged.rate().isPresent());
    setAccessibleText(diverged.lead() + " " + RichText.parse(diverged.text()).plain());
  }

  public void hide() {
    setVisible(false);
    setManaged(false);
  }
}
