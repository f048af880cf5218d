package org.ladera.ui.view.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;
import org.ladera.present.plot.ColourMap;
import org.ladera.present.relief.MarchingSquares;
import org.ladera.present.relief.Terrain;
import org.ladera.text.Numbers;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.MapColour;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * The numbers on the level lines. They stand in a row from the minimum outwards, each along its
 * line, and stay where they are until something comes to lie there.
 */
public final class LevelLabels {
  private static final double EVERY = 9;
  private static final double BORDER = 6;
  private static final double LIGHT = 0.33;

  /**
   * Labels are turned by a whole number of these, two degrees: JavaFX keeps letters, and never
   * forgets the entry, for each angle that it has drawn.
   */
  private static final double TURN = Math.PI / 90;

  private record Place(double x, double y, double angle) {}

  private final Map<Double, Place> places = new HashMap<>();

  /**
   * Where the number of a level could stand were there nothing else, the best place first.
   *
   * @param roomy those known to be far enough from the neighbouring lines
   * @param untried those behind them, which are tried when their turn comes
   */
  private record Possible(List<Place> roomy, Iterator<Place> untried) {}

  private final Map<Double, Possible> possible = new HashMap<>();

  private MapShots.@Nullable Shot placedOn;
  private double placedWidth;
  private double placedHeight;
  private double[] ray = {};

  void draw(PlotGraphics graphics, PlotArea area, MapShots.Shot shot, Room room, Numbers numbers) {
    if (shot != placedOn || area.width() != placedWidth || area.height() != placedHeight) {
      places.clear();
      possible.clear();
      placedOn = shot;
      placedWidth = area.width();
      placedHeight = area.height();
      ray = ray(shot.order().terrain(), area);
    }
    List<MapShots.Level> levels = shot.levels();
    for (int i = levels.size() - 1; i >= 0; i--) {
      MapShots.Level level = levels.get(i);
      String text = numbers.shown(level.value());
      double w = graphics.width(text, 11, Type.Weight.MEDIUM);
      double h = graphics.size(11);
      Place place = places.get(level.value());
      if (place == null
          || room.free("level " + level.value(), List.of(box(place, w, h))).isEmpty()) {
        place = free(area, shot, i, w, h, room);
        if (place == null) {
          places.remove(level.value());
          continue;
        }
        places.put(level.value(), place);
      }
      draw(graphics, text, place, level.colour());
    }
  }

  /** From the lowest point towards the far side of the map. */
  private static double[] ray(Terrain terrain, PlotArea area) {
    int best = 0;
    for (int i = 1; i < terrain.field().values().size(); i++) {
      if (terrain.field().values().get(i) < terrain.field().values().get(best)) {
        best = i;
      }
    }
    int columns = terrain.field().x().count();
    double x = area.px(terrain.field().x().at(best % columns));
    double y = area.py(terrain.field().y().at(best / columns));
    boolean left = x < area.left() + area.width() / 2;
    boolean low = y > area.top() + area.height() * 0.4;
    double tx = area.left() + area.width() * (left ? 0.7 : 0.3);
    double ty = low ? area.top() : area.bottom();
    return new double[] {x, y, tx, ty};
  }

  private @Nullable Place free(
      PlotArea area, MapShots.Shot shot, int index, double w, double h, Room room) {
    MapShots.Level level = shot.levels().get(index);
    Possible here =
        possible.computeIfAbsent(
            level.value(),
            value -> new Possible(new ArrayList<>(), along(area, level, w, h).iterator()));
    for (Place place : here.roomy) {
      if (room.free("level", List.of(box(place, w, h))).isPresent()) {
        return place;
      }
    }
    while (here.untried.hasNext()) {
      Place place = here.untried.next();
      if (roomy(area, shot, index, place, h)) {
        here.roomy.add(place);
        if (room.free("level", List.of(box(place, w, h))).isPresent()) {
          return place;
        }
      }
    }
    return null;
  }

  private List<Place> along(PlotArea area, MapShots.Level level, double w, double h) {
    List<Place> candidates = new ArrayList<>();
    for (MarchingSquares.Line line : level.lines()) {
      candidates(area, line, w, candidates);
    }
    candidates.removeIf(p -> !inside(box(p, w, h), area));
    candidates.sort(Comparator.comparingDouble(p -> offRay(p, ray)));
    return candidates;
  }

  private static boolean inside(Rectangle2D box, PlotArea area) {
    return box.getMinX() > area.left() + BORDER
        && box.getMaxX() < area.right() - BORDER
        && box.getMinY() > area.top() + BORDER
        && box.getMaxY() < area.bottom() - BORDER;
  }

  /** Points along a line where it is straight enough for the width of a label. */
  private static void candidates(
      PlotArea area, MarchingSquares.Line line, double w, List<Place> out) {
    int count = line.x().length;
    double[] along = new double[count];
    for (int i = 1; i < count; i++) {
      along[i] =
          along[i - 1]
              + Math.hypot(
                  area.px(line.x()[i]) - area.px(line.x()[i - 1]),
                  area.py(line.y()[i]) - area.py(line.y()[i - 1]));
    }
    double next = w / 2 + 2;
    int from = 0;
    int to = 0;
    for (int i = 0; i < count; i++) {
      if (along[i] < next) {
        continue;
      }
      if (along[i] + w / 2 > along[count - 1]) {
        return;
      }
      next = along[i] + EVERY;
      while (along[i] - along[from + 1] > w / 2) {
        from++;
      }
      while (along[to] - along[i] < w / 2) {
        to++;
      }
      double dx = area.px(line.x()[to]) - area.px(line.x()[from]);
      double dy = area.py(line.y()[to]) - area.py(line.y()[from]);
      if (Math.hypot(dx, dy) < 0.94 * (along[to] - along[from])) {
        continue;
      }
      double angle = Math.round(Math.atan2(dy, dx) / TURN) * TURN;
      if (Math.abs(angle) > Math.PI / 2) {
        angle -= Math.signum(angle) * Math.PI;
      }
      out.add(new Place(area.px(line.x()[i]), area.py(line.y()[i]), angle));
    }
  }

  /** The distance from the ray, in pixels. */
  private static double offRay(Place p, double[] ray) {
    double dx = ray[2] - ray[0];
    double dy = ray[3] - ray[1];
    double square = Math.max(1, dx * dx + dy * dy);
    double t = Math.max(0, ((p.x() - ray[0]) * dx + (p.y() - ray[1]) * dy) / square);
    return Math.hypot(p.x() - ray[0] - t * dx, p.y() - ray[1] - t * dy);
  }

  /** Whether the neighbouring lines are far enough for a number between them. */
  private static boolean roomy(
      PlotArea area, MapShots.Shot shot, int index, Place place, double h) {
    Terrain terrain = shot.order().terrain();
    double u = area.xAt(place.x());
    double v = area.yAt(place.y());
    double perX = terrain.slopeU(u, v) * (area.x().max() - area.x().min()) / area.width();
    double perY = terrain.slopeV(u, v) * (area.y().max() - area.y().min()) / area.height();
    double level = shot.levels().get(index).value();
    double perPixel = Math.hypot(perX, perY);
    for (int other : new int[] {index - 1, index + 1}) {
      if (other < 0 || other >= shot.levels().size()) {
        continue;
      }
      double beside = shot.levels().get(other).value();
      double pixels =
          terrain.log()
              ? Math.abs(Math.log(beside / level)) * level / perPixel
              : Math.abs(beside - level) / perPixel;
      if (pixels < h * 0.85) {
        return false;
      }
    }
    return true;
  }

  private static Rectangle2D box(Place p, double w, double h) {
    double wide = Math.abs(Math.cos(p.angle())) * w + Math.abs(Math.sin(p.angle())) * h;
    double high = Math.abs(Math.sin(p.angle())) * w + Math.abs(Math.cos(p.angle())) * h;
    return new Rectangle2D(p.x() - wide / 2, p.y() - high / 2, wide, high);
  }

  private static void draw(PlotGraphics graphics, String text, Place place, int ground) {
    Tokens tokens = graphics.tokens();
    GraphicsContext g = graphics.context();
    g.save();
    g.translate(place.x(), place.y());
    g.rotate(Math.toDegrees(place.angle()));
    g.setFont(Type.text(tokens, 11, Type.Weight.MEDIUM));
    double x = -graphics.width(text, 11, Type.Weight.MEDIUM) / 2;
    double y = graphics.drop(11);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineWidth(graphics.stroke(5));
    g.setStroke(MapColour.of(ground));
    g.strokeText(text, x, y);
    g.setFill(ColourMap.luminance(ground) > LIGHT ? tokens.lossOutline() : tokens.onImage());
    g.fillText(text, x, y);
    graphics.wrote(text, x, y, -2 * x, 11);
    g.restore();
  }
}
