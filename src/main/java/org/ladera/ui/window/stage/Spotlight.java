package org.ladera.ui.window.stage;

import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineJoin;
import javafx.util.Duration;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.theme.Tokens;

/** Dims the stage but for one view, and leads from the phrase that is about it to the view. */
public final class Spotlight extends Pane {
  private static final double DIM = 0.66;
  private static final double MARGIN = 9;
  private static final double EDGE = 12;

  /** Around a mark. */
  private static final double AROUND = 10;

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

  /**
   * Lights one view for a phrase of the text.
   *
   * @param mark what alone is lit in it, in its own coordinates
   */
  public void light(Node view, Optional<Rectangle2D> mark, Node about, Tokens tokens) {
    phrase = about;
    Bounds whole = here(stage);
    Bounds lit = mark.map(m -> here(view, m)).orElseGet(() -> here(view));
    Bounds words = here(about);
    Color ground = tokens.canvas().deriveColor(0, 1, 1, DIM);
    Shape dim = Shape.subtract(rectangle(whole), rectangle(lit));
    dim.setFill(ground);
    Rectangle ring = rectangle(lit);
    ring.setFill(null);
    ring.setStroke(tokens.accent());
    ring.setStrokeWidth(2);
    // Down the margin between stage and text, so that it crosses no word.
    double margin = whole.getMaxX() + MARGIN;
    double from = (words.getMinY() + words.getMaxY()) / 2;
    double to =
        lit.getHeight() < 2 * EDGE
            ? (lit.getMinY() + lit.getMaxY()) / 2
            : Math.clamp(from, lit.getMinY() + EDGE, lit.getMaxY() - EDGE);
    Polyline leader =
        new Polyline(margin + MARGIN, from, margin, from, margin, to, lit.getMaxX(), to);
    leader.setStroke(tokens.accent());
    leader.setStrokeWidth(2);
    leader.setStrokeLineJoin(StrokeLineJoin.ROUND);
    Circle dot = new Circle(lit.getMaxX(), to, 4, tokens.accent());
    getChildren().setAll(dim, ring, leader, dot);
    setVisible(true);
    setOpacity(1);
    if (Screen.moves(this)) {
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

  /** A mark with a little room around it, inside its view. */
  private Bounds here(Node view, Rectangle2D mark) {
    Bounds whole = view.getLayoutBounds();
    double left = Math.max(whole.getMinX(), mark.getMinX() - AROUND);
    double top = Math.max(whole.getMinY(), mark.getMinY() - AROUND);
    double right = Math.min(whole.getMaxX(), mark.getMaxX() + AROUND);
    double bottom = Math.min(whole.getMaxY(), mark.getMaxY() + AROUND);
    Bounds inside =
        new BoundingBox(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    return sceneToLocal(view.localToScene(inside));
  }

  private static Rectangle rectangle(Bounds b) {
    return new Rectangle(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight());
  }
}
