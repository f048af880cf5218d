package org.ladera.ui.window.stage;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.ladera.text.RichText;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** A sentence above the stage, with one way on: why the run stopped, or what did not work. */
public final class Banner extends HBox {
  /**
   * What it says.
   *
   * @param text may hold symbols between dollar signs
   * @param way what its button says; none without
   */
  public record Said(String lead, String text, Optional<String> way) {}

  /** How serious it is. */
  public enum Tone {
    WARNING,
    DANGER
  }

  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

  private final TextFlow words = new TextFlow();
  private final Button way;
  private Runnable take = () -> {};
  private @Nullable Said shown;
  private @Nullable Tokens tokens;

  /**
   * @param wayId the id of its button
   */
  public Banner(String wayId) {
    way = new PushButton("", () -> take.run()).whole();
    way.setId(wayId);
    getStyleClass().addAll("banner", "icon-20");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    FontIcon sign = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    StackPane corner = new StackPane(sign);
    corner.setAlignment(Pos.TOP_CENTER);
    getChildren().addAll(corner, words, way);
    hide();
  }

  /**
   * @param taken runs when the button is pressed
   */
  public void show(Said said, Tone tone, Tokens now, Runnable taken) {
    setVisible(true);
    setManaged(true);
    take = taken;
    if (said.equals(shown) && now == tokens) {
      return;
    }
    shown = said;
    tokens = now;
    pseudoClassStateChanged(WARNING, tone == Tone.WARNING);
    Color lead = (tone == Tone.WARNING ? now.warning() : now.danger()).mark();
    words.setLineSpacing(now.px(4));
    words
        .getChildren()
        .setAll(RichTextNodes.nodes(said.lead(), 13, Type.Weight.SEMI_BOLD, lead, now));
    words
        .getChildren()
        .addAll(RichTextNodes.nodes(" " + said.text(), 13, Type.Weight.REGULAR, now.text(), now));
    way.setText(said.way().orElse(""));
    way.setVisible(said.way().isPresent());
    setAccessibleText(said.lead() + " " + RichText.parse(said.text()).plain());
  }

  public void hide() {
    setVisible(false);
    setManaged(false);
  }
}
