package org.ladera.ui.fx;

import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Window;

/** What the window that a node is shown in says of the screen. */
public final class Screen {
  private Screen() {}

  /** By how much a node is magnified inside its window; never below one. */
  static double magnification(Node node) {
    return Math.max(1, node.getLocalToSceneTransform().getMxx());
  }

  /** Pixels of the screen to one unit of {@code node}; never below one. */
  public static double scale(Node node) {
    double screen = window(node).map(window -> Math.max(1, window.getOutputScaleX())).orElse(1.0);
    return screen * magnification(node);
  }

  /** Whether it is shown. Without a window there are no pulses to wait for. */
  public static boolean shows(Node node) {
    return window(node).map(Window::isShowing).orElse(false);
  }

  /** Whether something may move in it: somebody sees it, who has not asked for rest. */
  public static boolean moves(Node node) {
    return shows(node) && !node.getScene().getPreferences().isReducedMotion();
  }

  private static Optional<Window> window(Node node) {
    return Optional.ofNullable(node.getScene()).map(scene -> scene.getWindow());
  }
}
