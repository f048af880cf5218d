package org.ladera.ui.window.stage;

import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.util.Duration;
import org.ladera.ui.theme.Tokens;

/** Dims the stage but for one view, and leads from the phrase that is about it to the view. */
public final class Spotlight extends Pane {
  private static final double DIM = 0.66;
  private static final Duration APPEAR = Duration.millis(120);

  private final Region stage;
  private Node phrase = this;

  /**
   * @param stage what is dimmed
   */
  public Spotlight(Region stage) {
    this.stage = stage;
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
  }

  /** Lights one view for a phrase of the text. */
  public void light(Node view, Node from, Tokens tokens) {
    phrase = from;
    Bounds whole = here(stage);
    Bounds lit = here(view);
    Bounds words = here(from);
    Color ground = tokens.canvas().deriveColor(0, 1, 1, DIM);
    Shape dim = Shape.subtract(rectangle(whole), rectangle(lit));
    dim.setFill(ground);
    Rectangle ring = rectangle(lit);
    ring.setFill(null);
    ring.setStroke(tokens.accent());
    ring.setStrokeWidth(2);
    Point2D start = new Point2D(words.getMinX() - 4, (words.getMinY() + words.getMaxY()) / 2);
    Point2D end =
        new Point2D(
            Math.min(lit.getMaxX(), start.getX()),
            Math.clamp(
                start.getY(),
                lit.getMinY() + 12,
                Math.max(lit.getMinY() + 12, lit.getMaxY() - 12)));
    Line leader = new Line(start.getX(), start.getY(), end.getX(), end.getY());
    leader.setStroke(tokens.accent());
    leader.setStrokeWidth(2);
    Circle dot = new Circle(end.getX(), end.getY(), 4, tokens.accent());
    getChildren().setAll(dim, ring, leader, dot);
    setVisible(true);
    setOpacity(1);
    if (!Platform.getPreferences().isReducedMotion()) {
      FadeTransition appear = new FadeTransition(APPEAR, this);
      appear.setFromValue(0);
      appear.setToValue(1);
      appear.play();
    }
  }

  /** Dark again, if it was lit for this phrase. */
  public void dim(Node from) {
    if (phrase == from) {
      off();
    }
  }

  /** Nothing is lit. */
  public void off() {
    getChildren().clear();
    setVisible(false);
  }

  private Bounds here(Node node) {
    return sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  private static Rectangle rectangle(Bounds b) {
    return new Rectangle(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight());
  }
}
