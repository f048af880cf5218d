package org.ladera.ui.plot;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** A small button of a view's header: an outline icon, its words in the tooltip. */
public final class IconButton extends Button {
  private static final double SIDE = 28;
  private static final CornerRadii RADIUS = new CornerRadii(6);

  private final FontIcon icon;
  private final Tooltip words = new Tooltip();
  private Tokens tokens;

  public IconButton(Ikon ikon, Runnable action) {
    icon = new FontIcon(ikon);
    setGraphic(icon);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPadding(Insets.EMPTY);
    setMinSize(SIDE, SIDE);
    setPrefSize(SIDE, SIDE);
    setTooltip(words);
    setOnAction(e -> action.run());
    hoverProperty().addListener((property, was, is) -> dress());
    focusVisibleProperty().addListener((property, was, is) -> dress());
  }

  /** Words and colours of this moment. */
  public void show(String text, Tokens now) {
    if (now == tokens && text.equals(words.getText())) {
      return;
    }
    words.setText(text);
    setAccessibleText(text);
    tokens = now;
    dress();
  }

  private void dress() {
    if (tokens == null) {
      return;
    }
    icon.setIconSize((int) Math.round(Type.size(tokens, 14)));
    icon.setIconColor(tokens.muted());
    setBackground(
        isHover()
            ? new Background(new BackgroundFill(tokens.inset(), RADIUS, Insets.EMPTY))
            : Background.EMPTY);
    setBorder(
        isFocusVisible()
            ? new Border(
                new BorderStroke(
                    tokens.accent(), BorderStrokeStyle.SOLID, RADIUS, new BorderWidths(2)))
            : Border.EMPTY);
  }
}
