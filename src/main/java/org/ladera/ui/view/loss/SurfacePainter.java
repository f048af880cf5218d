package org.ladera.ui.view.loss;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.ladera.present.loss.LossMap;
import org.ladera.present.loss.SurfaceModel;
import org.ladera.present.loss.Trail;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.relief.Camera;
import org.ladera.present.relief.Projection;
import org.ladera.present.relief.SurfacePicture;
import org.ladera.present.relief.Terrain;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Raster;
import org.ladera.ui.plot.Room;

/** Draws a hillside that was rastered before, with axes behind and ways and marks on top. */
public final class SurfacePainter {
  /** Below this there is no room for tags. */
  private static final double SMALL = 200;

  /** The arrow points to the minimum at best; it does not reach it. */
  private static final double SHORT = 0.75;

  private final PlotGraphics graphics;
  private final Rectangle2D body;
  private final SurfaceModel model;
  private final Terrain terrain;
  private final PlotAxis height;

  public SurfacePainter(
      PlotGraphics graphics, Rectangle2D body, SurfaceModel model, SurfaceModel.Hill hill) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    terrain = hill.terrain();
    height = hill.axis();
  }

  /** How this camera sees the block in a body of this size. */
  public static Projection projection(
      PlotGraphics graphics, Rectangle2D body, SurfaceModel.Hill hill, Camera camera) {
    double[] m = SurfaceAxes.margins(graphics, hill.axis(), body);
    return Projection.fitting(
        camera,
        body.getMinX() + m[0],
        body.getMinY() + m[1],
        body.getWidth() - m[0] - m[2],
        body.getHeight() - m[1] - m[3]);
  }

  /**
   * @param projection in the pixels of the card
   * @param picture of the hillside, whose depth hides what lies behind; its pixels begin at the
   *     body's corner and are {@code fineness} times as many
   */
  public void draw(Projection projection, SurfacePicture picture, Image image) {
    Room room = new Room(graphics, body);
    SurfaceAxes axes =
        new SurfaceAxes(
            graphics,
            room,
            projection,
            model.map().uAxis(),
            model.map().vAxis(),
            height,
            model.map().uSymbol(),
            model.map().vSymbol());
    graphics.context().save();
    Clip.to(graphics.context(), body.getMinX(), body.getMinY(), body.getWidth(), body.getHeight());
    axes.walls();
    Raster.draw(graphics.context(), image, body);
    graphics.axis(axes::edges);
    new Layer(room, picture).draw();
    graphics.context().restore();
  }

  /** Everything that lies on the hillside. */
  private final class Layer {
    private final Room room;
    private final SurfacePicture picture;
    private final Projection onPicture;
    private final double factor;

    Layer(Room room, SurfacePicture picture) {
      this.room = room;
      this.picture = picture;
      onPicture = picture.projection();
      factor = picture.width() / body.getWidth();
    }

    private double x(double px) {
      return body.getMinX() + px / factor;
    }

    private double y(double py) {
      return body.getMinY() + py / factor;
    }

    private Projection.Spot spot(LossMap.Spot at) {
      double loss = Double.isNaN(at.loss()) ? terrain.loss(at.u(), at.v()) : at.loss();
      return onPicture.spot(
          Ways.unit(at.u(), terrain.field().x().min(), terrain.field().x().max()),
          Ways.unit(at.v(), terrain.field().y().min(), terrain.field().y().max()),
          terrain.height(loss));
    }

    void draw() {
      WayPainter painter = new WayPainter(graphics);
      MapMarks marks =
          new MapMarks(
              graphics,
              room,
              (px, py) ->
                  picture.at((px - body.getMinX()) * factor, (py - body.getMinY()) * factor)
                      != null);
      for (Trail trail : model.map().trails()) {
        Way way = placed(Ways.onHill(trail, terrain, onPicture, picture, model.map().draped()));
        boolean lit = trail.runner().filter(r -> r.run().equals(model.lit())).isPresent();
        painter.draw(way, trail, lit || model.lit().isEmpty());
        WayPainter.keepFree(way, room);
        int last = way.lastShown();
        if (last < 0) {
          continue;
        }
        if (!trail.label().isEmpty()) {
          if (trail.role() == Trail.Role.OTHER && last == way.reached() - 1) {
            marks.head(way.x(last), way.y(last), trail.look());
          }
          ends.add(new End(trail.label(), way.x(last), way.y(last)));
        } else if (trail == model.map().own() && last < way.reached() - 1 && isOutside()) {
          marks.outside(way.x(last), way.y(last));
          ends.add(new End(model.outsideTag(), way.x(last), way.y(last)));
        }
      }
      marks(marks);
    }

    private boolean isOutside() {
      return !terrain.holds(model.map().now().u(), model.map().now().v());
    }

    private record End(String label, double x, double y) {}

    private final java.util.List<End> ends = new java.util.ArrayList<>();

    private Way placed(Way way) {
      Way placed = new Way();
      for (int i = 0; i < way.count(); i++) {
        if (i == way.reached()) {
          placed.markReached();
        }
        placed.add(x(way.x(i)), y(way.y(i)), way.stretch(i), way.isCorner(i));
        placed.setAway(way.away(i));
      }
      if (way.reached() == way.count()) {
        placed.markReached();
      }
      return placed;
    }

    private void marks(MapMarks marks) {
      LossMap map = model.map();
      boolean wide = Math.min(body.getWidth(), body.getHeight()) >= SMALL;
      boolean nowInside = terrain.holds(map.now().u(), map.now().v());
      boolean startInside = terrain.holds(map.start().u(), map.start().v());
      Projection.Spot now = nowInside ? spot(map.now()) : null;
      Projection.Spot start = startInside ? spot(map.start()) : null;
      Projection.Spot low =
          map.minimum().filter(m -> terrain.holds(m.u(), m.v())).map(this::spot).orElse(null);
      if (low != null) {
        marks.minimum(x(low.x()), y(low.y()), !picture.shows(low));
      }
      double[] tip = parts(marks, wide) || now == null ? null : arrow(marks, now, low);
      if (start != null) {
        marks.start(x(start.x()), y(start.y()), !picture.shows(start));
      }
      if (now != null) {
        marks.now(x(now.x()), y(now.y()), !picture.shows(now));
      }
      if (wide) {
        words(marks, start, now, low, tip);
      }
    }

    private void words(
        MapMarks marks,
        Projection.@Nullable Spot start,
        Projection.@Nullable Spot now,
        Projection.@Nullable Spot low,
        double @Nullable [] tip) {
      boolean apart = start == null || now == null || distance(start, now) > 3;
      if (start != null) {
        boolean left = apart && now != null && start.x() < now.x();
        marks.tag("start", model.startTag(), x(start.x()), y(start.y()), left);
      }
      if (now != null && apart) {
        boolean left = start == null || now.x() <= start.x();
        marks.tag("now", model.nowTag(), x(now.x()), y(now.y()), left);
      }
      if (tip != null) {
        marks.label("descent", model.descent(), tip[0], tip[1]);
      }
      if (low != null) {
        marks.label("minimum", model.minimum(), x(low.x()), y(low.y()));
      }
      model
          .map()
          .gauge()
          .filter(g -> g.distance() > 0 && terrain.holds(g.at().u(), g.at().v()))
          .map(g -> spot(g.at()))
          .ifPresent(s -> marks.label("away", model.away(), x(s.x()), y(s.y())));
      for (End end : ends) {
        marks.tag("end " + ends.indexOf(end), end.label(), end.x(), end.y(), false);
      }
    }

    /**
     * The step of the run that is lit, or of the view's own, lying on the hillside.
     *
     * @return whether its parts are long enough to be seen
     */
    private boolean parts(MapMarks marks, boolean named) {
      Trail.Runner runner = Lens.runner(model.map(), model.lit());
      if (runner == null || !model.map().draped() || !terrain.holds(runner.u(), runner.v())) {
        return false;
      }
      StepArrows arrows = new StepArrows(graphics, marks, model.arrows(), runner, this::onHillside);
      boolean shown = arrows.showParts();
      if (shown) {
        arrows.draw(named);
      }
      return shown;
    }

    private double[] onHillside(double u, double v) {
      if (!terrain.holds(u, v)) {
        return new double[] {Double.NaN, Double.NaN};
      }
      Projection.Spot at = spot(new LossMap.Spot(u, v, terrain.loss(u, v)));
      return new double[] {x(at.x()), y(at.y())};
    }

    private double distance(Projection.Spot a, Projection.Spot b) {
      return Math.hypot(a.x() - b.x(), a.y() - b.y()) / factor;
    }

    /** −∇J from the present point, in the plane of the parameters, lying on the hillside. */
    private double @Nullable [] arrow(
        MapMarks marks, Projection.Spot now, Projection.@Nullable Spot low) {
      LossMap map = model.map();
      double ru = terrain.field().x().max() - terrain.field().x().min();
      double rv = terrain.field().y().max() - terrain.field().y().min();
      double size = Math.hypot(map.descentU() / ru, map.descentV() / rv);
      if (!(size > 1e-9) || !picture.shows(now)) {
        return null;
      }
      // As far as the border, at most a fifth of the block.
      double share = 0.2;
      double u = map.now().u() + share * map.descentU() / size;
      double v = map.now().v() + share * map.descentV() / size;
      while (!terrain.holds(u, v) && share > 0.01) {
        share *= 0.8;
        u = map.now().u() + share * map.descentU() / size;
        v = map.now().v() + share * map.descentV() / size;
      }
      Projection.Spot to = spot(new LossMap.Spot(u, v, terrain.loss(u, v)));
      double far = distance(now, to);
      if (low != null) {
        far = Math.min(far, SHORT * distance(now, low));
      }
      return marks.arrow(x(now.x()), y(now.y()), x(to.x()), y(to.y()), far);
    }
  }
}
