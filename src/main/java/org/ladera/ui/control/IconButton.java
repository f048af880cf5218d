package org.ladera.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** An icon on nothing; its words are the tooltip and the accessible name. */
public final class IconButton extends Button {
  private final FontIcon icon;

  /**
   * @param size of the icon in the light profile: 14, 16, 18, 20 or 22
   */
  public IconButton(Ikon ikon, int size, Runnable action) {
    icon = new FontIcon(ikon);
    setGraphic(icon);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().setAll("icon-button", "icon-" + size);
    setOnAction(e -> action.run());
  }

  /** In the colour of what is said beside, not of what is said. */
  public IconButton quiet() {
    getStyleClass().add("quiet");
    return this;
  }

  public IconButton named(String words) {
    SideTooltip.name(this, words, words);
    return this;
  }

  /** A square of {@code side} pixels. */
  public IconButton square(double side) {
    Boxes.square(this, side);
    return this;
  }

  /** Another icon from now on. */
  public void show(Ikon ikon) {
    icon.setIconCode(ikon);
  }
}
