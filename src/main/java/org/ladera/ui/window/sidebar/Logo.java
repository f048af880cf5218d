package org.ladera.ui.window.sidebar;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** A hillside and a point that comes down it. */
public final class Logo extends Pane {
  private static final double SIDE = 22;

  /** The program's picture in the sizes that systems ask for. */
  public static List<Image> icons() {
    Tokens light = Tokens.of(Profile.LIGHT);
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    return Stream.of(16, 32, 48, 128)
        .<Image>map(size -> new Logo(light.zoomed(size / SIDE)).snapshot(clear, null))
        .toList();
  }

  public Logo(Tokens tokens) {
    double s = SIDE * tokens.scale();
    Rectangle ground = new Rectangle(s, s, tokens.class0().mark().darker());
    ground.setArcWidth(s / 4);
    ground.setArcHeight(s / 4);
    CubicCurve slope =
        new CubicCurve(s * 0.14, s * 0.3, s * 0.4, s * 0.3, s * 0.4, s * 0.78, s * 0.88, s * 0.7);
    slope.setFill(null);
    slope.setStroke(tokens.onAccent());
    slope.setStrokeWidth(s / 12);
    slope.setOpacity(0.85);
    Circle point = new Circle(s * 0.36, s * 0.4, s * 0.11, tokens.loss().mark());
    point.setStroke(tokens.lossOutline());
    point.setStrokeWidth(s / 22);
    setMinSize(s, s);
    setPrefSize(s, s);
    setMaxSize(s, s);
    getChildren().addAll(ground, slope, point);
  }
}
