package org.ladera.ui.window.sidebar;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import org.ladera.ui.theme.Tokens;

/** The state of a step: full when done, half when under way, hollow before. */
final class Dot extends Pane {
  private static final double SIDE = 8;

  Dot(LessonListModel.Mark mark, Tokens tokens) {
    double side = SIDE * tokens.scale();
    double middle = side / 2;
    Circle circle = new Circle(middle, middle, middle - 0.75);
    circle.setStrokeWidth(1.5);
    switch (mark) {
      case DONE -> {
        circle.setFill(tokens.success().mark());
        circle.setStroke(tokens.success().mark());
      }
      case UNDER_WAY -> {
        circle.setFill(null);
        circle.setStroke(tokens.accent());
      }
      case OPEN -> {
        circle.setFill(null);
        circle.setStroke(tokens.controlBorder());
      }
    }
    getChildren().add(circle);
    if (mark == LessonListModel.Mark.UNDER_WAY) {
      Arc half = new Arc(middle, middle, middle - 0.75, middle - 0.75, 90, 180);
      half.setType(ArcType.CHORD);
      half.setFill(tokens.accent());
      getChildren().add(half);
    }
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
  }
}
