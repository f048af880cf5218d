package org.ladera.ui.control;

import javafx.scene.paint.Color;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Icons beside words, in the colours of the words. */
public final class Icons {
  private static final double SIZE = 16;

  private Icons() {}

  public static FontIcon of(Ikon ikon, Color color, Tokens tokens) {
    FontIcon icon = new FontIcon(ikon);
    // The theme's style sheet would give every icon the colour of the text.
    icon.getStyleClass().clear();
    icon.setIconSize((int) Math.round(Type.size(tokens, SIZE)));
    icon.setIconColor(color);
    return icon;
  }
}
