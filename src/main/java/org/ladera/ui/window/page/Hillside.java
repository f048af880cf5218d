package org.ladera.ui.window.page;

import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;
import org.ladera.present.opening.HillDescent;
import org.ladera.present.relief.Camera;
import org.ladera.present.relief.Projection;
import org.ladera.present.relief.SurfaceInk;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;
import org.ladera.ui.view.loss.HillInk;
import org.ladera.ui.view.loss.HillShots;
import org.ladera.ui.view.loss.PixelImage;

/**
 * The hillside of the opening: the loss of one neuron, and the descent on it that the engine made.
 * The ball is where an update has put it. Everything is worked out and painted on another thread.
 */
final class Hillside extends Region {
  private static final Camera CAMERA = new Camera(Math.toRadians(120), Math.toRadians(40), 1);

  /** From the first update to the last. */
  private static final double SECONDS = 1.7;

  /** The place in the colour map of the highest loss. */
  private static final double TOP_COLOUR = 0.78;

  private static final double BALL = 15;

  /** Where the hillside lies in the window, in shares of it: it reaches over the edges. */
  private static final double LEFT = -0.478;

  private static final double TOP = -0.906;
  private static final double WIDE = 2.35;
  private static final double HIGH = 2.585;

  private record Seen(HillDescent descent, Projection projection, HillShots.Shot shot) {}

  private final SharpCanvas canvas = new SharpCanvas(this::ask);
  private final NewestJob<Seen> job = new NewestJob<>("opening", this::receive);
  private final HillShots shots = new HillShots();
  private final PixelImage pixels = new PixelImage();
  private final AnimationTimer clock =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          roll();
        }
      };
  private final Tokens tokens;
  private final Messages messages;
  private @Nullable Seen seen;
  private long began;

  /** Share of the descent that has been made. */
  private double made;

  Hillside(Tokens tokens, Messages messages, double made) {
    this.tokens = tokens;
    this.messages = messages;
    this.made = made;
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(messages.text("opening.spoken"));
    getChildren().add(canvas);
    setMinSize(0, 0);
  }

  /** Share of the descent that has been made, 0 to 1. */
  double made() {
    return made;
  }

  @Override
  protected void layoutChildren() {
    canvas.resize(getWidth(), getHeight());
    draw();
    ask();
  }

  private void ask() {
    double w = getWidth();
    double h = getHeight();
    if (w < 1 || h < 1) {
      return;
    }
    double points = Screen.scale(this);
    Projection projection = Projection.fitting(CAMERA, LEFT * w, TOP * h, WIDE * w, HIGH * h);
    Seen known = seen;
    job.ask(
        () -> {
          HillDescent descent = known == null ? HillDescent.compute() : known.descent();
          int width = (int) Math.round(w * points);
          int height = (int) Math.round(h * points);
          HillShots.Order order =
              new HillShots.Order(
                  descent.terrain(),
                  CAMERA,
                  projection.sampled(points, 0, 0),
                  width,
                  height,
                  (long) width * height <= 2_500_000 ? 2 : 1,
                  1.1 * points,
                  ink());
          return new Seen(descent, projection, shots.take(order));
        });
  }

  /** The colours of every hillside, of which this one uses the lower part of the heights. */
  private SurfaceInk ink() {
    SurfaceInk usual = HillInk.of(tokens);
    return new SurfaceInk(
        usual.map().upTo(HillDescent.SKY * TOP_COLOUR),
        usual.line(),
        usual.lineShare(),
        usual.lit(),
        usual.shade());
  }

  private void receive(Seen next) {
    seen = next;
    pixels.show(
        next.shot().picture().pixels(),
        next.shot().picture().width(),
        next.shot().picture().height());
    if (!Screen.moves(this)) {
      made = 1;
    }
    if (made < 1) {
      began = System.nanoTime() - (long) (made * SECONDS * 1e9);
      clock.start();
    }
    draw();
  }

  private void roll() {
    made = Math.clamp((System.nanoTime() - began) / 1e9 / SECONDS, 0, 1);
    draw();
    if (made >= 1) {
      clock.stop();
    }
  }

  /** Nothing of it moves or is painted any more. */
  void close() {
    clock.stop();
    job.close();
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    double w = getWidth();
    double h = getHeight();
    g.setFill(tokens.canvas());
    g.fillRect(0, 0, w, h);
    Seen now = seen;
    if (now == null) {
      return;
    }
    g.drawImage(pixels.image(), 0, 0, w, h);
    veil(g, w, h);
    descent(g, now);
  }

  /** The canvas colour where words stand, so that they can be read. */
  private void veil(GraphicsContext g, double w, double h) {
    boolean dark = tokens.profile() == Profile.DARK;
    g.setFill(ground(dark ? 0.42 : 0.12));
    g.fillRect(0, 0, w, h);
    g.setFill(
        new LinearGradient(
            0,
            0,
            0.62,
            0,
            true,
            CycleMethod.NO_CYCLE,
            new Stop(0, ground(0.97)),
            new Stop(0.5, ground(0.86)),
            new Stop(0.8, ground(0.35)),
            new Stop(1, ground(0))));
    g.fillRect(0, 0, w, h);
    g.setFill(
        new LinearGradient(
            0,
            1,
            0,
            0.8,
            true,
            CycleMethod.NO_CYCLE,
            new Stop(0, ground(0.92)),
            new Stop(1, ground(0))));
    g.fillRect(0, 0, w, h);
  }

  private Color ground(double opacity) {
    return tokens.canvas().deriveColor(0, 1, 1, opacity);
  }

  private void descent(GraphicsContext g, Seen now) {
    List<HillDescent.Place> path = now.descent().path();
    int last = path.size() - 1;
    int at = (int) Math.round(made * last);
    PlotGraphics graphics = new PlotGraphics(g, tokens);
    g.save();
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineCap(StrokeLineCap.ROUND);
    line(g, now, at, last, tokens.loss().mark().deriveColor(0, 1, 1, 0.7), 1.5, 1, 6);
    line(g, now, 0, at, tokens.lossOutline(), 5);
    line(g, now, 0, at, tokens.loss().mark(), 2.5);
    g.restore();
    Point2D start = spot(now, path.getFirst());
    graphics.disc(start.getX(), start.getY(), 5, tokens.canvas(), tokens.loss().mark(), 2);
    Point2D ball = spot(now, path.get(at));
    double y = ball.getY() - BALL * 0.7;
    g.setFill(
        new RadialGradient(
            0,
            0,
            ball.getX(),
            y,
            90,
            false,
            CycleMethod.NO_CYCLE,
            new Stop(0, tokens.loss().mark().deriveColor(0, 1, 1, 0.4)),
            new Stop(1, tokens.loss().mark().deriveColor(0, 1, 1, 0))));
    g.fillOval(ball.getX() - 90, y - 90, 180, 180);
    g.setFill(
        new RadialGradient(
            0,
            0,
            0.36,
            0.3,
            0.78,
            true,
            CycleMethod.NO_CYCLE,
            new Stop(0, tokens.loss().mark().interpolate(Color.WHITE, 0.75)),
            new Stop(0.5, tokens.loss().mark()),
            new Stop(1, tokens.lossOutline().interpolate(tokens.loss().mark(), 0.3))));
    g.fillOval(ball.getX() - BALL, y - BALL, 2 * BALL, 2 * BALL);
    words(graphics, path, at, ball.getX(), y);
  }

  private void words(
      PlotGraphics graphics, List<HillDescent.Place> path, int at, double x, double y) {
    String loss = messages.numbers().shown(path.get(at).loss());
    String[] lines = {
      messages.text("opening.loss", Map.of("loss", loss)),
      messages.text("opening.update", Map.of("update", messages.numbers().whole(at)))
    };
    double from = x + BALL + 16;
    double high = graphics.size(13) * 1.35;
    double wide = 0;
    for (String line : lines) {
      wide = Math.max(wide, graphics.width(RichText.parse(line), 13, Type.Weight.MEDIUM));
    }
    GraphicsContext g = graphics.context();
    g.setFill(ground(0.72));
    g.fillRoundRect(from - 8, y - high - 4, wide + 16, 2 * high + 10, 8, 8);
    double base = y - 6;
    for (String line : lines) {
      graphics.text(
          RichText.parse(line),
          from,
          base,
          13,
          Type.Weight.MEDIUM,
          tokens.text(),
          PlotGraphics.Align.LEFT);
      base += high;
    }
  }

  private void line(
      GraphicsContext g, Seen now, int from, int to, Color color, double wide, double... dashes) {
    g.setStroke(color);
    g.setLineWidth(wide);
    g.setLineDashes(dashes);
    g.beginPath();
    for (int i = from; i <= to; i++) {
      Point2D p = spot(now, now.descent().path().get(i));
      if (i == from) {
        g.moveTo(p.getX(), p.getY());
      } else {
        g.lineTo(p.getX(), p.getY());
      }
    }
    g.stroke();
    g.setLineDashes();
  }

  private static Point2D spot(Seen now, HillDescent.Place place) {
    var field = now.descent().terrain().field();
    Projection.Spot spot =
        now.projection()
            .spot(
                share(place.w(), field.x()),
                share(place.b(), field.y()),
                now.descent().terrain().height(place.loss()));
    return new Point2D(spot.x(), spot.y());
  }

  private static double share(double value, org.ladera.landscape.Axis axis) {
    return (value - axis.min()) / (axis.max() - axis.min());
  }
}
