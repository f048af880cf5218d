package org.ladera.ui.window.sidebar;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeLineCap;
import org.ladera.ui.theme.Tokens;

/** How much of a lesson is done: a ring of 14 pixels that closes. */
public final class Ring extends Pane {
  private static final double SIDE = 14;

  /**
   * @param share 0 to 1
   */
  public Ring(double share, Tokens tokens) {
    double side = SIDE * tokens.scale();
    double r = side / 2 - 1.5;
    Circle whole = new Circle(side / 2, side / 2, r, null);
    whole.setStroke(tokens.separator().interpolate(tokens.controlBorder(), 0.35));
    whole.setStrokeWidth(2.5);
    Arc done = new Arc(side / 2, side / 2, r, r, 90, -360 * share);
    done.setType(ArcType.OPEN);
    done.setFill(null);
    done.setStroke(tokens.success().mark());
    done.setStrokeWidth(2.5);
    done.setStrokeLineCap(StrokeLineCap.BUTT);
    done.setVisible(share > 0);
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
    getChildren().addAll(whole, done);
  }
}
