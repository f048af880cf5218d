package org.ladera.ui.control;

import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.ladera.ui.theme.Tokens;

/** Grounds, edges and rings that the pieces of the narrative share. */
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

  /** An edge and, two pixels away from it, the ring of the focus. */
  static Border focused(Color edge, Tokens tokens) {
    BorderStroke ring =
        new BorderStroke(
            tokens.accent(),
            BorderStrokeStyle.SOLID,
            new CornerRadii(10),
            new BorderWidths(2),
            new Insets(-4));
    return new Border(
        new BorderStroke(edge, BorderStrokeStyle.SOLID, RADIUS, new BorderWidths(1)), ring);
  }

  /** A line of one pixel across. */
  public static Region separator(Tokens tokens) {
    Region line = new Region();
    line.setMinHeight(1);
    line.setPrefHeight(1);
    line.setMaxHeight(1);
    line.setBackground(
        new Background(new BackgroundFill(tokens.separator(), CornerRadii.EMPTY, Insets.EMPTY)));
    return line;
  }

  /** {@code px} in the light profile, larger on the projector. */
  public static double px(Tokens tokens, double px) {
    return Math.round(px * tokens.scale());
  }
}
