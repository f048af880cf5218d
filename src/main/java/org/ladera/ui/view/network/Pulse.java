package org.ladera.ui.view.network;

import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.network.NetworkModel.Column;
import org.ladera.present.network.NetworkModel.Edge;
import org.ladera.present.network.NetworkModel.Unit;
import org.ladera.ui.plot.PlotGraphics;

/**
 * What runs through the network when a step is done: activations forwards, then deltas backwards.
 * It only draws over what is there; a newer step begins it again.
 */
final class Pulse {
  private static final Duration LENGTH = Duration.millis(400);
  private static final double LARGEST = 4;

  private final Transition motion;
  private double time = 1;

  /** {@code repaint} is called for every picture of the motion. */
  Pulse(Runnable repaint) {
    motion =
        new Transition() {
          {
            setCycleDuration(LENGTH);
            setInterpolator(Interpolator.LINEAR);
          }

          @Override
          protected void interpolate(double now) {
            time = now;
            repaint.run();
          }
        };
  }

  void start() {
    motion.playFromStart();
  }

  /** Ends at once; true when something was moving. */
  boolean stop() {
    boolean moving = time < 1;
    motion.stop();
    time = 1;
    return moving;
  }

  void draw(PlotGraphics graphics, NetworkModel model, NetworkLayout layout) {
    if (time >= 1) {
      return;
    }
    boolean forward = time < 0.5;
    int gaps = model.columns().size() - 1;
    double at = forward ? 2 * time * gaps : (2 - 2 * time) * gaps;
    int gap = (int) Math.min(gaps - 1, Math.floor(at));
    Color color = forward ? graphics.tokens().input().ink() : graphics.tokens().delta().ink();
    double largest = largest(model, forward, gap);
    for (Edge edge : model.edges()) {
      if (edge.ref().layer() != gap + 1) {
        continue;
      }
      Column column = model.columns().get(forward ? gap : gap + 1);
      int number = forward ? edge.ref().row() : edge.ref().column();
      double size = size(column, number, forward) / largest;
      Point2D p = layout.bow(edge.ref()).at(at - gap);
      double r = 1 + LARGEST * Math.sqrt(size);
      graphics.context().setFill(color);
      graphics.context().fillOval(p.getX() - r, p.getY() - r, 2 * r, 2 * r);
    }
  }

  private static double largest(NetworkModel model, boolean forward, int gap) {
    double largest = 0;
    for (Unit unit : model.columns().get(forward ? gap : gap + 1).units()) {
      largest = Math.max(largest, size(unit, forward));
    }
    return largest > 0 ? largest : 1;
  }

  private static double size(Column column, int number, boolean forward) {
    for (Unit unit : column.units()) {
      if (unit.number() == number) {
        return size(unit, forward);
      }
    }
    return 0;
  }

  private static double size(Unit unit, boolean forward) {
    double size = Math.abs(forward ? unit.value() : unit.delta());
    return Double.isFinite(size) ? size : 0;
  }
}
