package org.ladera.ui.view.loss;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.LossMap;
import org.ladera.present.loss.Trail;
import org.ladera.text.Numbers;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Raster;
import org.ladera.ui.plot.Room;

/** Draws a map of a hillside with ways, marks and the numbers of its levels. */
public final class MapPainter {
  private static final double SMALL = 150;

  /** The arrow points to the minimum at best; it does not reach it. */
  private static final double SHORT = 0.75;

  private final PlotGraphics graphics;
  private final ContourModel model;
  private final MapAxes axes;
  private final PlotArea area;

  public MapPainter(PlotGraphics graphics, Rectangle2D body, ContourModel model) {
    this.graphics = graphics;
    this.model = model;
    axes = new MapAxes(graphics, body, model.map().uAxis(), model.map().vAxis());
    area = axes.area();
  }

  /** Where the map lies in a body of this size. */
  public PlotArea area() {
    return area;
  }

  /** Only the axes, while there is no map yet. */
  public void drawAxes() {
    graphics.axis(axes::draw);
    axes.base();
  }

  /**
   * @param cross a place to mark with a cross over the whole map, or null
   */
  public void draw(
      MapShots.Shot shot,
      Image image,
      LevelLabels labels,
      Numbers numbers,
      double @Nullable [] cross) {
    Rectangle2D inside =
        new Rectangle2D(area.left() + 3, area.top() + 3, area.width() - 6, area.height() - 6);
    Room room = new Room(graphics, inside);
    GraphicsContext g = graphics.context();
    graphics.axis(axes::draw);
    Raster.draw(g, image, area);
    g.save();
    Clip.to(g, area.left(), area.top(), area.width(), area.height());
    MapMarks marks = new MapMarks(graphics, room, area::contains);
    List<Way> ways = new ArrayList<>();
    for (Trail trail : model.map().trails()) {
      Way way = Ways.flat(trail, area);
      ways.add(way);
      WayPainter.keepFree(way, room);
    }
    double[] tip = arrowEnd();
    reserve(room, tip);
    eigen(marks, room);
    labels.draw(graphics, area, shot, room, numbers);
    ways(ways);
    marks(marks, ways, tip);
    direction(marks);
    if (cross != null) {
      double x = PlotGraphics.crisp(area.px(cross[0]));
      double y = PlotGraphics.crisp(area.py(cross[1]));
      graphics.line(area.left(), y, area.right(), y, graphics.tokens().onImage(), 1);
      graphics.line(x, area.top(), x, area.bottom(), graphics.tokens().onImage(), 1);
      LossMap.Spot now = model.map().now();
      if (model.map().draped() && holds(now)) {
        marks.vector(area.px(now.u()), area.py(now.v()), x, y, graphics.tokens().onImage());
      }
    }
    g.restore();
    axes.base();
  }

  /** The direction that was chosen, as long as a unit is, but at least as can be seen. */
  private void direction(MapMarks marks) {
    LossMap.Spot now = model.map().now();
    ContourModel.Direction chosen = model.direction().orElse(null);
    if (chosen == null || !holds(now)) {
      return;
    }
    double dx = Math.cos(chosen.angle()) / (area.x().max() - area.x().min()) * area.width();
    double dy = -Math.sin(chosen.angle()) / (area.y().max() - area.y().min()) * area.height();
    double unit = Math.hypot(dx, dy);
    double most = 0.35 * Math.min(area.width(), area.height());
    double times = Math.clamp(unit, Math.min(40, most), most) / unit;
    double x = area.px(now.u());
    double y = area.py(now.v());
    marks.vector(x, y, x + times * dx, y + times * dy, graphics.tokens().accent());
    marks.tag("direction", chosen.label(), x + times * dx, y + times * dy, dx < 0);
  }

  /** Through the minimum, from border to border. */
  private void eigen(MapMarks marks, Room room) {
    LossMap.Spot low = model.map().minimum().orElse(null);
    if (low == null) {
      return;
    }
    double far = area.width() + area.height();
    for (ContourModel.Eigen direction : model.eigen()) {
      double dx = direction.u() / (area.x().max() - area.x().min()) * area.width();
      double dy = -direction.v() / (area.y().max() - area.y().min()) * area.height();
      double size = Math.hypot(dx, dy);
      double x = area.px(low.u());
      double y = area.py(low.v());
      dx /= size;
      dy /= size;
      graphics.line(
          x - far * dx,
          y - far * dy,
          x + far * dx,
          y + far * dy,
          graphics.tokens().onImage(),
          1.75,
          6,
          4);
      room.keepFree(x - far * dx, y - far * dy, x + far * dx, y + far * dy);
      double[] end = border(x, y, dx, dy);
      marks.label(direction.label(), direction.label(), end[0], end[1]);
    }
  }

  /** Of the two ends of a line inside the map the one that has more room, a little inwards. */
  private double[] border(double x, double y, double dx, double dy) {
    double one = reach(x, y, dx, dy);
    double other = reach(x, y, -dx, -dy);
    double t = one > other ? 0.8 * one : -0.8 * other;
    return new double[] {x + t * dx, y + t * dy};
  }

  private double reach(double x, double y, double dx, double dy) {
    double across = dx > 0 ? (area.right() - x) / dx : dx < 0 ? (area.left() - x) / dx : 1e9;
    double up = dy > 0 ? (area.bottom() - y) / dy : dy < 0 ? (area.top() - y) / dy : 1e9;
    return Math.max(0, Math.min(across, up));
  }

  /** Where one run is lit, its way lies on top of the others, which are faint. */
  private void ways(List<Way> ways) {
    WayPainter painter = new WayPainter(graphics);
    List<Trail> trails = model.map().trails();
    for (boolean lit : new boolean[] {false, true}) {
      for (int i = 0; i < ways.size(); i++) {
        if (isLit(trails.get(i)) == lit) {
          painter.draw(ways.get(i), trails.get(i), lit || model.lit().isEmpty());
        }
      }
    }
  }

  private boolean isLit(Trail trail) {
    return trail.runner().filter(r -> r.run().equals(model.lit())).isPresent();
  }

  private boolean holds(LossMap.Spot spot) {
    return area.x().holds(spot.u()) && area.y().holds(spot.v());
  }

  /** The level numbers leave room for the words that are written beside these. */
  private void reserve(Room room, double @Nullable [] tip) {
    LossMap map = model.map();
    keep(room, map.start());
    keep(room, map.now());
    map.minimum().ifPresent(m -> keep(room, m));
    if (tip != null) {
      room.keepFree(area.px(map.now().u()), area.py(map.now().v()), tip[0], tip[1]);
    }
  }

  private void keep(Room room, LossMap.Spot spot) {
    if (holds(spot)) {
      double x = area.px(spot.u());
      double y = area.py(spot.v());
      room.keepFree(x - 12, y, x + 12, y);
      room.keepFree(x, y - 12, x, y + 12);
    }
  }

  private void marks(MapMarks marks, List<Way> ways, double @Nullable [] tip) {
    LossMap map = model.map();
    boolean words = Math.min(area.width(), area.height()) >= SMALL;
    map.minimum()
        .filter(this::holds)
        .ifPresent(m -> marks.minimum(area.px(m.u()), area.py(m.v()), false));
    double nowX = area.px(map.now().u());
    double nowY = area.py(map.now().v());
    boolean inParts = parts(marks, words);
    double[] end =
        tip == null || inParts
            ? null
            : marks.arrow(nowX, nowY, tip[0], tip[1], Math.hypot(tip[0] - nowX, tip[1] - nowY));
    boolean square = end != null && new MapNotes(graphics, area, marks, model).angle(end);
    double startX = area.px(map.start().u());
    double startY = area.py(map.start().v());
    if (holds(map.start())) {
      marks.start(startX, startY, false);
    }
    if (holds(map.now())) {
      marks.now(nowX, nowY, false);
    } else {
      outside(marks, ways.getLast());
    }
    if (!words) {
      return;
    }
    new MapNotes(graphics, area, marks, model).leap();
    boolean apart = Math.hypot(startX - nowX, startY - nowY) > 3;
    if (holds(map.start())) {
      marks.label("start", model.start(), startX, startY);
    }
    if (holds(map.now()) && apart) {
      marks.label("now", model.now(), nowX, nowY);
    }
    if (end != null && !square) {
      marks.label("descent", model.descent(), end[0], end[1]);
    }
    map.minimum()
        .filter(this::holds)
        .ifPresent(m -> marks.label("minimum", model.minimum(), area.px(m.u()), area.py(m.v())));
    map.gauge()
        .filter(g -> g.distance() > 0 && holds(g.at()))
        .ifPresent(
            g -> marks.label("away", model.away(), area.px(g.at().u()), area.py(g.at().v())));
    for (int i = 0; i < ways.size(); i++) {
      Trail trail = map.trails().get(i);
      Way way = ways.get(i);
      if (!trail.label().isEmpty() && way.reached() > 0) {
        int last = lastInside(way);
        if (last >= 0) {
          if (trail.role() == Trail.Role.OTHER && last == way.reached() - 1) {
            marks.head(way.x(last), way.y(last), trail.look());
          }
          if (trail.role() == Trail.Role.OTHER) {
            marks.tag(trail.label(), trail.label(), way.x(last), way.y(last), trail.look());
          } else {
            marks.tag(trail.label(), trail.label(), way.x(last), way.y(last), false);
          }
        }
      }
    }
  }

  /**
   * The step of the run that is lit, or of the view's own, in its parts.
   *
   * @return whether there was room for them; else the plain arrow of −∇J says which way is down
   */
  private boolean parts(MapMarks marks, boolean words) {
    Trail.Runner runner = Lens.runner(model.map(), model.lit());
    if (runner == null || !(area.x().holds(runner.u()) && area.y().holds(runner.v()))) {
      return false;
    }
    StepArrows arrows =
        new StepArrows(
            graphics,
            marks,
            model.arrows(),
            runner,
            (u, v) -> new double[] {area.px(u), area.py(v)});
    boolean shown = arrows.showParts();
    if (shown || !model.lit().isEmpty()) {
      arrows.draw(words);
    }
    return shown || !model.lit().isEmpty();
  }

  private void outside(MapMarks marks, Way way) {
    int last = lastInside(way);
    if (last >= 0) {
      marks.outside(way.x(last), way.y(last));
      marks.tag("outside", model.outside(), way.x(last), way.y(last), true);
    }
  }

  private int lastInside(Way way) {
    for (int i = way.reached() - 1; i >= 0; i--) {
      if (area.contains(way.x(i), way.y(i))) {
        return i;
      }
    }
    return -1;
  }

  /** A pixel towards which −∇J points, or null. */
  private double @Nullable [] arrowEnd() {
    LossMap map = model.map();
    if (!holds(map.now())) {
      return null;
    }
    double dx = map.descentU() / (area.x().max() - area.x().min()) * area.width();
    double dy = -map.descentV() / (area.y().max() - area.y().min()) * area.height();
    double size = Math.hypot(dx, dy);
    if (!(size > 1e-9)) {
      return null;
    }
    double x = area.px(map.now().u());
    double y = area.py(map.now().v());
    double most = graphics.stroke(model.notes().parts().isEmpty() ? 68 : 120);
    double length = Math.min(most, 0.3 * Math.min(area.width(), area.height()));
    if (map.minimum().isPresent()) {
      LossMap.Spot low = map.minimum().get();
      length = Math.min(length, SHORT * Math.hypot(area.px(low.u()) - x, area.py(low.v()) - y));
    }
    return new double[] {x + dx / size * length, y + dy / size * length};
  }
}
