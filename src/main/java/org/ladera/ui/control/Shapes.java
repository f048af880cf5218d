package org.ladera.ui.control;

import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;

/** Grounds and edges of what is painted in a colour of its own. */
public final class Shapes {
  static final CornerRadii RADIUS = new CornerRadii(6);

  private Shapes() {}

  public static Background ground(Color color) {
    return new Background(new BackgroundFill(color, RADIUS, Insets.EMPTY));
  }

  public static Border edge(Color color, double width) {
    return new Border(
        new BorderStroke(color, BorderStrokeStyle.SOLID, RADIUS, new BorderWidths(width)));
  }
}
