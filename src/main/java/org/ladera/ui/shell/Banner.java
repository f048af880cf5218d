package org.ladera.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.ladera.present.TransportModel.Diverged;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Why the run stopped, above the stage, with one way out. */
final class Banner extends HBox {
  private final TextFlow words = new TextFlow();
  private final Button way = new Button();
  private Diverged shown;

  Banner() {
    getStyleClass().add("banner");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    words.setLineSpacing(3);
    way.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE), words, way);
    setVisible(false);
    setManaged(false);
  }

  /**
   * @param use gets the rate that was offered
   */
  void show(Diverged diverged, Tokens tokens, java.util.function.DoubleConsumer use) {
    shown = diverged;
    words.getChildren().clear();
    words
        .getChildren()
        .addAll(
            Symbols.nodes(
                diverged.lead() + " ", 13, Type.Weight.SEMI_BOLD, tokens.danger().mark(), tokens));
    words
        .getChildren()
        .addAll(Symbols.nodes(diverged.text(), 13, Type.Weight.REGULAR, tokens.text(), tokens));
    way.setText(diverged.rateText());
    way.setVisible(diverged.rate().isPresent());
    way.setOnAction(e -> shown.rate().ifPresent(use::accept));
    setAccessibleText(diverged.lead() + " " + RichText.parse(diverged.text()).plain());
    setVisible(true);
    setManaged(true);
  }

  void hide() {
    setVisible(false);
    setManaged(false);
  }
}
