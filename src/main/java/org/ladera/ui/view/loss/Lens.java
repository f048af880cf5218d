package org.ladera.ui.view.loss;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.LossMap;
import org.ladera.present.loss.SampleSteps;
import org.ladera.present.loss.Trail;
import org.ladera.present.plot.Scale;
import org.ladera.present.relief.Terrain;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.MapColour;
import org.ladera.ui.theme.Type;

/**
 * The surroundings of a run's present point, so many times larger that its next step can be read.
 * It follows the run; the ground below is drawn elsewhere for a wider window and kept until the run
 * leaves that.
 */
final class Lens {
  /** The share of the width that it takes. */
  private static final double SHARE = 0.36;

  /** With less room the map has all of it. */
  private static final double LEAST = 430;

  private static final double GAP = 16;
  private static final int POINTS = 72;
  private static final double LARGEST = 16;

  /** Steps of single examples are small, and the ground below them needs no levels. */
  private static final double LARGEST_CLOUD = 256;

  /** How long the longest arrow may become, and has to be, in shares of the lens. */
  private static final double LONG = 0.45;

  private static final double SHORT = 0.09;
  private static final double FIRST = 0.32;

  private final NewestJob<MapShots.Shot> job = new NewestJob<>("lens", this::receive);
  private final PixelImage pixels = new PixelImage();
  private final Runnable repaint;
  private MapShots.@Nullable Shot shot;
  private MapShots.@Nullable Order ordered;
  private double zoom;

  /**
   * @param repaint what to do when a new ground has come
   */
  Lens(Runnable repaint) {
    this.repaint = repaint;
  }

  /** What is left of a body for the map beside the lens; all of it where the lens has no room. */
  static Rectangle2D beside(PlotGraphics graphics, Rectangle2D body, ContourModel model) {
    return fits(graphics, body, model)
        ? new Rectangle2D(
            body.getMinX(),
            body.getMinY(),
            Math.round(body.getWidth() * (1 - SHARE)),
            body.getHeight())
        : body;
  }

  static boolean fits(PlotGraphics graphics, Rectangle2D body, ContourModel model) {
    return model.lens().isPresent()
        && body.getWidth() >= LEAST * Math.max(1, graphics.size(11) / 11);
  }

  boolean isPending() {
    return job.isPending();
  }

  /** Finishes the ground at once. */
  void settle() {
    if (job.isPending() && ordered != null) {
      job.answer(MapShots.take(ordered));
    }
  }

  void close() {
    job.close();
  }

  private void receive(MapShots.Shot next) {
    shot = next;
    pixels.show(next.pixels(), next.order().width(), next.order().height());
    repaint.run();
  }

  /**
   * Draws the lens at the right of the map, and its frame on the map.
   *
   * @param map where the map lies
   */
  void draw(
      PlotGraphics graphics,
      Rectangle2D body,
      ContourModel model,
      PlotArea map,
      MapShots.Order ground,
      Messages messages) {
    Trail.Runner runner = runner(model.map(), model.lens().orElse(""));
    Terrain terrain = ground.terrain();
    if (runner == null || !terrain.holds(runner.u(), runner.v())) {
      return;
    }
    double left = Math.round(map.right() + GAP);
    double width = Math.round(body.getMaxX() - 16 - left);
    double height = map.height();
    if (width < 60 || height < 60) {
      return;
    }
    double perU = map.width() / (map.x().max() - map.x().min());
    double perV = map.height() / (map.y().max() - map.y().min());
    focus(graphics, model, runner, perU, perV, Math.min(width, height));
    double du = width / (2 * perU * zoom);
    double dv = height / (2 * perV * zoom);
    PlotArea area =
        new PlotArea(
            left,
            map.top(),
            width,
            height,
            Scale.linear(runner.u() - du, runner.u() + du),
            Scale.linear(runner.v() - dv, runner.v() + dv));
    frame(graphics, map, area);
    ask(terrain, runner, du, dv, ground, width, height);
    GraphicsContext g = graphics.context();
    g.save();
    Clip.to(g, area.left(), area.top(), area.width(), area.height());
    ground(g, area, ground, terrain.loss(runner.u(), runner.v()));
    inside(graphics, model, runner, area);
    g.restore();
    graphics.context().setStroke(graphics.tokens().text());
    graphics.context().setLineWidth(1);
    graphics
        .context()
        .strokeRect(area.left() + 0.5, area.top() + 0.5, area.width() - 1, area.height() - 1);
    graphics
        .marks()
        .put(ViewMark.LENS, new Rectangle2D(area.left(), area.top(), area.width(), area.height()));
    String key = alone(model, runner).isPresent() ? "contour.lens.examples" : "contour.lens";
    RichText words =
        RichText.parse(messages.text(key, Map.of("factor", messages.numbers().shown(zoom, 3))));
    graphics.text(
        words,
        area.left(),
        area.bottom() + 8 + graphics.size(11) * 0.8,
        11,
        Type.Weight.REGULAR,
        graphics.tokens().muted(),
        PlotGraphics.Align.LEFT);
  }

  private static Optional<SampleSteps> alone(ContourModel model, Trail.Runner runner) {
    return model.notes().alone().filter(steps -> steps.run().equals(runner.run()));
  }

  static Trail.@Nullable Runner runner(LossMap map, String lit) {
    return map.runner(lit).or(() -> map.own().runner()).orElse(null);
  }

  /** Chooses how large everything is, and keeps to that as long as it goes. */
  private void focus(
      PlotGraphics graphics,
      ContourModel model,
      Trail.Runner runner,
      double perU,
      double perV,
      double size) {
    Room none = new Room(graphics, new Rectangle2D(0, 0, 1, 1));
    MapMarks marks = new MapMarks(graphics, none, (x, y) -> true);
    double longest =
        new StepArrows(
                graphics,
                marks,
                model.arrows(),
                runner,
                (u, v) -> new double[] {u * perU, -v * perV})
            .longest();
    double largest = LARGEST;
    SampleSteps steps = alone(model, runner).orElse(null);
    if (steps != null) {
      largest = LARGEST_CLOUD;
      for (int i = 0; i < steps.count(); i++) {
        longest = Math.max(longest, Math.hypot(steps.u()[i] * perU, steps.v()[i] * perV));
      }
    }
    boolean good = zoom * longest <= LONG * size && zoom * longest >= SHORT * size;
    if (zoom == 0 || !good) {
      double wanted = longest > 0 ? FIRST * size / longest : largest;
      double power = StrictMath.floor(StrictMath.log(wanted) / StrictMath.log(2));
      zoom = Math.clamp(StrictMath.pow(2, power), 2, largest);
    }
  }

  /** Where the lens looks, on the map. */
  private static void frame(PlotGraphics graphics, PlotArea map, PlotArea lens) {
    double x = Math.max(map.left(), map.px(lens.x().min()));
    double y = Math.max(map.top(), map.py(lens.y().max()));
    double right = Math.min(map.right(), map.px(lens.x().max()));
    double bottom = Math.min(map.bottom(), map.py(lens.y().min()));
    GraphicsContext g = graphics.context();
    for (boolean rim : new boolean[] {true, false}) {
      g.setStroke(rim ? graphics.tokens().imageRim() : graphics.tokens().onImage());
      g.setLineWidth(graphics.stroke(rim ? 3 : 1.25));
      g.strokeRect(x, y, right - x, bottom - y);
    }
  }

  /** A window twice as wide, on a grid of its own, so that it seldom changes. */
  private void ask(
      Terrain terrain,
      Trail.Runner runner,
      double du,
      double dv,
      MapShots.Order ground,
      double width,
      double height) {
    double u = Math.rint(runner.u() / du) * du;
    double v = Math.rint(runner.v() / dv) * dv;
    Axis x = new Axis(u - 2 * du, u + 2 * du, POINTS);
    Axis y = new Axis(v - 2 * dv, v + 2 * dv, POINTS);
    if (ordered != null
        && ordered.terrain().field().x().equals(x)
        && ordered.terrain().field().y().equals(y)
        && ordered.profile() == ground.profile()) {
      return;
    }
    int wide = (int) Math.max(8, Math.round(2 * width));
    int high = (int) Math.max(8, Math.round(2 * height));
    MapShots.Order order =
        new MapShots.Order(
            new Terrain(window(terrain, x, y), terrain.scale(), terrain.low(), terrain.high()),
            wide,
            high,
            2,
            ground.profile(),
            ground.ink());
    ordered = order;
    job.ask(() -> MapShots.take(order));
  }

  private static Field window(Terrain terrain, Axis x, Axis y) {
    return new Field(
        x,
        y,
        MatrixView.generate(POINTS, POINTS, k -> terrain.loss(x.at(k % POINTS), y.at(k / POINTS))));
  }

  private void ground(GraphicsContext g, PlotArea area, MapShots.Order ground, double loss) {
    int colour = ground.ink().map().at(ground.terrain().tone(loss));
    g.setFill(MapColour.of(colour));
    g.fillRect(area.left(), area.top(), area.width(), area.height());
    if (shot == null) {
      return;
    }
    Axis x = shot.order().terrain().field().x();
    Axis y = shot.order().terrain().field().y();
    double left = area.px(x.min());
    double top = area.py(y.max());
    g.drawImage(pixels.image(), left, top, area.px(x.max()) - left, area.py(y.min()) - top);
  }

  private static void inside(
      PlotGraphics graphics, ContourModel model, Trail.Runner runner, PlotArea area) {
    Rectangle2D box =
        new Rectangle2D(area.left() + 3, area.top() + 3, area.width() - 6, area.height() - 6);
    Room room = new Room(graphics, box);
    MapMarks marks = new MapMarks(graphics, room, area::contains);
    WayPainter painter = new WayPainter(graphics);
    LossMap map = model.map();
    for (Trail trail : map.trails()) {
      Way way = Ways.flat(trail, area);
      painter.draw(way, trail, true);
      WayPainter.keepFree(way, room);
    }
    map.minimum()
        .filter(m -> area.x().holds(m.u()) && area.y().holds(m.v()))
        .ifPresent(m -> marks.minimum(area.px(m.u()), area.py(m.v()), false));
    alone(model, runner).ifPresent(steps -> SampleCloud.draw(graphics, area, room, runner, steps));
    StepArrows arrows =
        new StepArrows(
            graphics,
            marks,
            model.arrows(),
            runner,
            (u, v) -> new double[] {area.px(u), area.py(v)});
    for (Trail trail : map.trails()) {
      trail
          .runner()
          .filter(r -> area.x().holds(r.u()) && area.y().holds(r.v()))
          .ifPresent(r -> head(marks, trail, area.px(r.u()), area.py(r.v())));
    }
    arrows.draw(true);
    head(marks, trailOf(map, runner), area.px(runner.u()), area.py(runner.v()));
  }

  private static Trail trailOf(LossMap map, Trail.Runner runner) {
    return map.trails().stream()
        .filter(t -> t.runner().filter(runner::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static void head(MapMarks marks, Trail trail, double x, double y) {
    if (trail.role() == Trail.Role.OWN) {
      marks.now(x, y, false);
    } else {
      marks.head(x, y, trail.look());
    }
  }
}
