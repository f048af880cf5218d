package org.ladera.ui.view.loss;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.ladera.present.loss.CurveModel;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Room;
import org.ladera.ui.plot.RunMark;
import org.ladera.ui.theme.Type.Weight;

/** The photograph of the finish: where runs came below the goal, with the epochs. */
final class GoalMarks {
  private static final double MARK = 5;

  private final PlotGraphics graphics;
  private final PlotArea area;
  private final Room room;
  private final CurveModel.Goal goal;

  GoalMarks(PlotGraphics graphics, PlotArea area, Room room, CurveModel.Goal goal) {
    this.graphics = graphics;
    this.area = area;
    this.room = room;
    this.goal = goal;
  }

  void draw() {
    double y = area.py(goal.loss());
    if (!(y > area.top() && y < area.bottom())) {
      return;
    }
    double r = graphics.stroke(MARK);
    for (CurveModel.Finish finish : goal.finishes()) {
      double x = area.px(finish.epoch());
      RunMark.draw(graphics, x, y, finish.look(), r, graphics.tokens().canvas());
      room.take(new Rectangle2D(x - r, y - r, 2 * r, 2 * r));
    }
    for (CurveModel.Finish finish : goal.finishes()) {
      RichText text = RichText.parse(finish.label());
      double x = area.px(finish.epoch());
      double w = graphics.width(text, 11, Weight.SEMI_BOLD);
      double h = graphics.size(11) * 1.2;
      List<Rectangle2D> places =
          List.of(
              new Rectangle2D(x - w / 2, y + r + 3, w, h),
              new Rectangle2D(x - w / 2, y - r - 3 - h, w, h),
              new Rectangle2D(x - w / 2, y + r + 3 + h, w, h),
              new Rectangle2D(x - w / 2, y - r - 3 - 2 * h, w, h),
              new Rectangle2D(x - w / 2, y + r + 3 + 2 * h, w, h));
      room.onLine(places)
          .ifPresent(
              place ->
                  graphics.plain(
                      text,
                      place.getMinX(),
                      place.getMinY() + place.getHeight() * 0.8,
                      11,
                      Weight.SEMI_BOLD,
                      RunMark.ink(graphics.tokens(), finish.look()),
                      Align.LEFT));
    }
  }
}
