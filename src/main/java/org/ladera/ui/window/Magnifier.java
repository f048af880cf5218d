package org.ladera.ui.window;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger in a large window, all of it by one factor: type, marks, cells and lines
 * are to the window on a screen of 3840 × 2160 what they are to one of 1600 × 900.
 */
final class Magnifier extends Region {
  /** Up to this height nothing grows. */
  private static final double HEIGHT = 900;

  /** A window that is high and narrow keeps at least this width. */
  private static final double WIDTH = 1280;

  private static final double LARGEST = 2.4;

  /** Less than this gains nothing, and lines are sharpest as they are. */
  private static final double WORTH = 1.1;

  /** The factor changes in steps of one in this many. */
  private static final int STEPS = 20;

  private final Region content;
  private final Scale scale = new Scale(1, 1, 0, 0);
  private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);

  Magnifier(Region content) {
    this.content = content;
    content.setManaged(false);
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /** By how much everything is larger, 1 to 2.4. */
  ReadOnlyDoubleProperty factor() {
    return factor.getReadOnlyProperty();
  }

  private static double factor(double width, double height) {
    double wanted = Math.clamp(Math.min(height / HEIGHT, width / WIDTH), 1, LARGEST);
    return wanted < WORTH ? 1 : (double) Math.round(wanted * STEPS) / STEPS;
  }

  @Override
  public void resize(double width, double height) {
    super.resize(width, height);
    double now = factor(width, height);
    scale.setX(now);
    scale.setY(now);
    content.resize(width / now, height / now);
    factor.set(now);
  }
}
