package org.ladera.ui.lesson;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.ladera.lesson.model.CurveShape;
import org.ladera.ui.theme.Tokens;

/** A curve over time as a small picture, for an option. */
final class ShapePicture extends Region {
  private static final int POINTS = 97;
  private static final double WIDTH = 64;
  private static final double HEIGHT = 34;

  ShapePicture(CurveShape shape, Tokens tokens) {
    double width = tokens.px(WIDTH);
    double height = tokens.px(HEIGHT);
    Polyline line = new Polyline();
    for (int i = 0; i < POINTS; i++) {
      double t = (double) i / (POINTS - 1);
      line.getPoints().addAll(2 + t * (width - 4), 3 + (1 - shape.at(t)) * (height - 6));
    }
    line.setFill(Color.TRANSPARENT);
    line.setStroke(tokens.loss().ink());
    line.setStrokeWidth(tokens.px(2));
    line.setStrokeLineCap(StrokeLineCap.ROUND);
    line.setStrokeLineJoin(StrokeLineJoin.ROUND);
    Polyline axes = new Polyline(1, 0, 1, height - 1, width, height - 1);
    axes.setStroke(tokens.muted());
    axes.setStrokeWidth(1);
    getChildren().addAll(axes, line);
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxSize(width, height);
  }
}
