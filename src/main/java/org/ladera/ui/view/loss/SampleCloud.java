package org.ladera.ui.view.loss;

import javafx.geometry.Rectangle2D;
import org.ladera.present.loss.SampleSteps;
import org.ladera.present.loss.Trail;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;

/** Draws where each example alone would lead: a thin line and a dot for each. */
final class SampleCloud {
  private static final double DOT = 3.5;
  private static final double FAINT = 0.55;

  private SampleCloud() {}

  static void draw(
      PlotGraphics graphics, PlotArea area, Room room, Trail.Runner from, SampleSteps steps) {
    double x = area.px(from.u());
    double y = area.py(from.v());
    double r = graphics.stroke(DOT);
    graphics.context().setGlobalAlpha(FAINT);
    for (int i = 0; i < steps.count(); i++) {
      graphics.line(
          x,
          y,
          toX(area, from, steps, i),
          toY(area, from, steps, i),
          graphics.tokens().onImage(),
          1);
    }
    graphics.context().setGlobalAlpha(1);
    for (int i = 0; i < steps.count(); i++) {
      double px = toX(area, from, steps, i);
      double py = toY(area, from, steps, i);
      graphics.disc(px, py, r, graphics.tokens().input().mark(), graphics.tokens().onImage(), 1.25);
      room.take(new Rectangle2D(px - r, py - r, 2 * r, 2 * r));
    }
  }

  private static double toX(PlotArea area, Trail.Runner from, SampleSteps steps, int i) {
    return area.px(from.u() + steps.u()[i]);
  }

  private static double toY(PlotArea area, Trail.Runner from, SampleSteps steps, int i) {
    return area.py(from.v() + steps.v()[i]);
  }
}
