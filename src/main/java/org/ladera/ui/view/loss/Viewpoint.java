package org.ladera.ui.view.loss;

import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.scene.Node;
import javafx.util.Duration;
import org.ladera.present.relief.Camera;
import org.ladera.ui.fx.Screen;

/**
 * Where a person stands before a hillside. The first look goes from above, as the contour lies,
 * down to the side, so that the one is seen to be the other.
 */
final class Viewpoint {
  private static final Duration LENGTH = Duration.millis(900);

  /** Steeper than a camera may be: as steep as one can be. */
  private static final Camera ABOVE = new Camera(0, Math.PI / 2, 1);

  private final Transition descent;
  private Camera camera = Camera.HOME;
  private boolean seen;

  /**
   * @param look runs for every picture of the first look
   */
  Viewpoint(Runnable look) {
    descent =
        new Transition() {
          {
            setCycleDuration(LENGTH);
            setInterpolator(Interpolator.EASE_BOTH);
          }

          @Override
          protected void interpolate(double share) {
            Camera to = Camera.HOME;
            camera =
                new Camera(
                    ABOVE.yaw() + share * (to.yaw() - ABOVE.yaw()),
                    ABOVE.pitch() + share * (to.pitch() - ABOVE.pitch()),
                    to.zoom());
            look.run();
          }
        };
  }

  Camera camera() {
    return camera;
  }

  /** Whether the first look is on its way. */
  boolean isMoving() {
    return descent.getStatus() == Transition.Status.RUNNING;
  }

  /** Begins the first look, once, where somebody sees it who does not mind motion. */
  void look(Node from) {
    if (!seen && Screen.moves(from)) {
      camera = ABOVE;
      descent.playFromStart();
    }
    seen = true;
  }

  void turn(double yaw, double pitch) {
    descent.stop();
    camera = camera.turned(yaw, pitch);
  }

  void zoom(double factor) {
    descent.stop();
    camera = camera.zoomed(factor);
  }

  void home() {
    descent.stop();
    camera = Camera.HOME;
  }

  /** Ends the first look where it leads to. */
  void settle() {
    if (isMoving()) {
      home();
    }
  }
}
