package org.ladera.ui.step;

import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.scene.Node;
import javafx.util.Duration;
import org.ladera.present.step.DataFlow;
import org.ladera.present.step.FlowSpan;
import org.ladera.ui.fx.Screen;

/** Which part of the network of an open update is looked at; it goes from one part to the next. */
final class FlowCamera {
  private static final Duration LENGTH = Duration.millis(250);

  private final Transition way;
  private FlowSpan from = new FlowSpan(0, 0);
  private FlowSpan to = from;
  private double rowsFrom = 1;
  private double rowsTo = 1;
  private double share = 1;

  /**
   * @param moved runs for every picture on the way
   */
  FlowCamera(Runnable moved) {
    way =
        new Transition() {
          {
            setCycleDuration(LENGTH);
            setInterpolator(Interpolator.EASE_BOTH);
          }

          @Override
          protected void interpolate(double now) {
            share = now;
            moved.run();
          }
        };
  }

  /** Goes to what is lit in a network; at once where nobody sees it or motion is unwanted. */
  void look(DataFlow flow, Node seenIn) {
    FlowSpan next = flow.span();
    int rows = 1;
    for (int l = 0; l < flow.layers().size(); l++) {
      if (next.hasAll(l)) {
        rows = Math.max(rows, flow.layers().get(l).units().size());
      }
    }
    if (next.equals(to) && rows == rowsTo) {
      return;
    }
    FlowSpan now = span();
    double rowsNow = rows();
    way.stop();
    from = now;
    rowsFrom = rowsNow;
    to = next;
    rowsTo = rows;
    share = 1;
    if (Screen.moves(seenIn) && seenIn.getLayoutBounds().getWidth() > 0) {
      share = 0;
      way.playFromStart();
    }
  }

  FlowSpan span() {
    return from.towards(to, share);
  }

  /** Units of the tallest layer that is looked at. */
  double rows() {
    return rowsFrom + share * (rowsTo - rowsFrom);
  }
}
