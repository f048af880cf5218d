package org.ladera.ui.view.loss;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.LossMap;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;

/** What a map of the loss draws besides its paths, where the lesson asks for it. */
final class MapNotes {
  private static final double LEVEL = 64;
  private static final double CORNER = 12;

  /** Scales that differ by less show a right angle as one. */
  private static final double ALIKE = 0.03;

  /** So many straight pieces stand for a curve where labels look for room. */
  private static final int PIECES = 12;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final PlotArea area;
  private final MapMarks marks;
  private final ContourModel model;

  MapNotes(PlotGraphics graphics, PlotArea area, MapMarks marks, ContourModel model) {
    this.graphics = graphics;
    this.area = area;
    this.marks = marks;
    this.model = model;
    tokens = graphics.tokens();
  }

  /**
   * The level through the present point, the right angle between it and the arrow downhill, and the
   * two partial derivatives that the arrow is made of.
   *
   * @param tip of the arrow
   * @return whether they were drawn: only where both axes have one scale
   */
  boolean angle(double[] tip) {
    double perU = area.width() / (area.x().max() - area.x().min());
    double perV = area.height() / (area.y().max() - area.y().min());
    if (model.notes().parts().isEmpty() || Math.abs(perU / perV - 1) > ALIKE) {
      return false;
    }
    Point2D now = place(model.map().now());
    Point2D end = new Point2D(tip[0], tip[1]);
    Point2D along = end.subtract(now).normalize();
    Point2D level = new Point2D(-along.getY(), along.getX());
    double reach = graphics.stroke(LEVEL);
    rimmed(now.subtract(level.multiply(reach)), now.add(level.multiply(reach)));
    double side = graphics.stroke(CORNER);
    Point2D a = now.add(level.multiply(side));
    Point2D b = a.add(along.multiply(side));
    rimmed(a, b);
    rimmed(b, now.add(along.multiply(side)));
    Point2D corner = new Point2D(end.getX(), now.getY());
    marks.vector(now.getX(), now.getY(), corner.getX(), corner.getY(), tokens.gradient().mark());
    marks.vector(corner.getX(), corner.getY(), end.getX(), end.getY(), tokens.gradient().mark());
    List<String> parts = model.notes().parts();
    Point2D half = now.midpoint(corner);
    marks.label("slope u", parts.get(0), half.getX(), half.getY());
    half = corner.midpoint(end);
    marks.label("slope v", parts.get(1), half.getX(), half.getY());
    return true;
  }

  /** What solving the equations is: from the start to the minimum in one go. */
  void leap() {
    LossMap map = model.map();
    if (model.notes().leap().isEmpty() || map.minimum().isEmpty()) {
      return;
    }
    Point2D from = place(map.start());
    Point2D to = place(map.minimum().get());
    if (!area.contains(from.getX(), from.getY()) || !area.contains(to.getX(), to.getY())) {
      return;
    }
    Point2D middle = from.midpoint(to);
    // High over the valley, so that it is not taken for a path.
    double top = Math.max(area.top() + 12, Math.min(from.getY(), to.getY()) - area.height() * 0.28);
    Point2D before = new Point2D(middle.getX(), 2 * top - middle.getY());
    keepFree(from, before, to);
    GraphicsContext g = graphics.context();
    for (boolean rim : new boolean[] {true, false}) {
      g.setStroke(rim ? tokens.imageRim() : tokens.onImage());
      g.setLineWidth(graphics.stroke(rim ? 6 : 3));
      g.beginPath();
      g.moveTo(from.getX(), from.getY());
      g.quadraticCurveTo(before.getX(), before.getY(), to.getX(), to.getY());
      g.stroke();
    }
    Point2D back = to.subtract(to.subtract(before).normalize().multiply(graphics.stroke(14)));
    marks.vector(back.getX(), back.getY(), to.getX(), to.getY(), tokens.onImage());
    marks.tag("leap", model.notes().leap(), middle.getX(), top, false);
  }

  /** No label is written across a quadratic curve. */
  private void keepFree(Point2D from, Point2D control, Point2D to) {
    Point2D last = from;
    for (int i = 1; i <= PIECES; i++) {
      double t = (double) i / PIECES;
      Point2D next = from.interpolate(control, t).interpolate(control.interpolate(to, t), t);
      marks.keepFree(last, next);
      last = next;
    }
  }

  private Point2D place(LossMap.Spot spot) {
    return new Point2D(area.px(spot.u()), area.py(spot.v()));
  }

  private void rimmed(Point2D a, Point2D b) {
    graphics.line(a.getX(), a.getY(), b.getX(), b.getY(), tokens.imageRim(), 4);
    graphics.line(a.getX(), a.getY(), b.getX(), b.getY(), tokens.onImage(), 2);
    marks.keepFree(a, b);
  }
}
