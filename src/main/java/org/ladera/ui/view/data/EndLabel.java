package org.ladera.ui.view.data;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Type.Weight;

/** The name of a line or curve, beside its right end, or else beside the left one. */
record EndLabel(PlotGraphics graphics, Room room) {
  void draw(RichText text, Point2D left, Point2D right) {
    double w = graphics.width(text, 11, Weight.REGULAR);
    double h = graphics.size(11) * 1.3;
    List<Rectangle2D> places = new ArrayList<>();
    for (double t : new double[] {0.97, 0.03, 0.85, 0.15, 0.7, 0.3, 0.5}) {
      Point2D at = left.interpolate(right, t);
      for (double off : new double[] {6, 14, 24}) {
        places.add(beside(at, -w / 2, -h - off, w, h));
        places.add(beside(at, -w / 2, off, w, h));
        places.add(beside(at, off, -h / 2, w, h));
        places.add(beside(at, -w - off, -h / 2, w, h));
        places.add(beside(at, off, -h - off / 2, w, h));
        places.add(beside(at, -w - off, off / 2, w, h));
        places.add(beside(at, -w - off, -h - off / 2, w, h));
        places.add(beside(at, off, off / 2, w, h));
      }
    }
    room.free(text.plain(), places)
        .ifPresent(
            place ->
                graphics.plain(
                    text,
                    place.getMinX(),
                    place.getMinY() + h * 0.78,
                    11,
                    Weight.REGULAR,
                    graphics.tokens().muted(),
                    Align.LEFT));
  }

  private static Rectangle2D beside(Point2D end, double dx, double dy, double w, double h) {
    return new Rectangle2D(end.getX() + dx, end.getY() + dy, w, h);
  }
}
