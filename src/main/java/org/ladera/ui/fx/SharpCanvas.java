package org.ladera.ui.fx;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;

/**
 * A canvas that stays sharp in a magnified window: it has as many points as are seen, and is drawn
 * on in its own units all the same. Its owner gives it its size.
 */
public final class SharpCanvas extends Region {
  /** A canvas larger than a texture cannot be drawn. */
  private static final double LARGEST = 8192;

  /** Places are cut off, not rounded, when they are drawn. */
  private static final double HAIR = 1e-6;

  private Canvas canvas = new Canvas();
  private final Runnable redraw;
  private final Scale shrink = new Scale();
  private double points = 1;

  /**
   * @param redraw draws everything anew; runs when the points have become more or fewer
   */
  public SharpCanvas(Runnable redraw) {
    this.redraw = redraw;
    setManaged(false);
    canvas.getTransforms().add(shrink);
    getChildren().add(canvas);
    localToSceneTransformProperty()
        .addListener(
            (property, was, is) -> {
              if (Screen.magnification(this) != points) {
                fit();
                redraw.run();
              } else {
                align();
              }
            });
  }

  @Override
  public void resize(double width, double height) {
    super.resize(width, height);
    fit();
  }

  private void fit() {
    points = Screen.magnification(this);
    // Of a row of points that is only half there, clearing would leave something behind.
    canvas.setWidth(Math.min(Math.ceil(getWidth() * points), LARGEST));
    canvas.setHeight(Math.min(Math.ceil(getHeight() * points), LARGEST));
    double share = 1 / points;
    share = share * points < 1 ? Math.nextUp(share) : share;
    shrink.setX(share);
    shrink.setY(share);
    align();
    canvas.getGraphicsContext2D().setTransform(points, 0, 0, points, 0, 0);
  }

  /**
   * From a whole point of a magnified window on: between two, all that is on it would be mixed anew
   * from neighbouring points, slowly, and blurred.
   */
  private void align() {
    Transform now = getLocalToSceneTransform();
    canvas.setTranslateX(points == 1 ? 0 : aside(now.getTx()) / points);
    canvas.setTranslateY(points == 1 ? 0 : aside(now.getTy()) / points);
  }

  private static double aside(double place) {
    return Math.rint(place) - place + HAIR;
  }

  /**
   * Everything drawn once more on a canvas of its own, which nobody has rendered yet: what it was
   * told to draw can still be read. Empty where the owner draws later than it is asked.
   */
  public Canvas drawnAnew() {
    Canvas shown = canvas;
    double magnified = points;
    Canvas fresh = new Canvas(Math.ceil(getWidth()), Math.ceil(getHeight()));
    try {
      canvas = fresh;
      points = 1;
      redraw.run();
    } finally {
      canvas = shown;
      points = magnified;
    }
    return fresh;
  }

  /** In units of this node. */
  public GraphicsContext getGraphicsContext2D() {
    return canvas.getGraphicsContext2D();
  }

  /** The same, with nothing on it. */
  public GraphicsContext cleared() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.save();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.restore();
    return g;
  }
}
