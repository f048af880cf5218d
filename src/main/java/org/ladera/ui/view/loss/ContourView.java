package org.ladera.ui.view.loss;

import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.LossMap;
import org.ladera.present.plot.Scale;
import org.ladera.present.relief.Terrain;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.plot.Raster;
import org.ladera.ui.theme.Type;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The loss from above. A click sets the start, pointing reads loss and gradient, a drag turns the
 * direction whose slope is read, as comma and full stop do; with the focus, the arrow keys move a
 * cross (with Shift more finely), Enter sets the start there, Escape takes it away.
 */
public final class ContourView extends CardView<ContourModel> {
  private static final Duration DOUBLE = Duration.millis(260);

  /** How near to a place of the way the pointer reads it, in pixels. */
  private static final double NEAR = 7;

  private static final double COARSE = 0.02;
  private static final double FINE = 0.002;
  private static final double TURN = Math.toRadians(5);
  private static final double FINE_TURN = Math.toRadians(0.5);

  private final PlotTip tip;
  private final NewestJob<MapShots.Shot> job = new NewestJob<>("contour", this::receive);
  private final PixelImage pixels = new PixelImage();
  private final LevelLabels labels = new LevelLabels();
  private final Lens lens;
  private final PauseTransition click = new PauseTransition(DOUBLE);
  private MapShots.@Nullable Shot shot;
  private MapShots.@Nullable Order ordered;
  private PlotArea area;
  private double pressX;
  private double pressY;

  /** Where the keys have put the cross; null without one. */
  private double @Nullable [] cross;

  /** Where the pointer is; null elsewhere. */
  private double @Nullable [] pointer;

  public ContourView(ViewContext context) {
    super(context, ContourModel::after);
    tip = new PlotTip(card.overlay());
    lens = new Lens(card::repaintSoon);
  }

  @Override
  protected void listen() {
    card.setOnMousePressed(this::press);
    card.setOnMouseDragged(this::drag);
    card.setOnMouseClicked(this::clicked);
    card.setOnMouseMoved(e -> point(new double[] {e.getX(), e.getY()}));
    card.setOnMouseExited(e -> point(null));
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(ContourModel next) {
    model = next;
    card.keepReading(next.map().gauge().isPresent());
    say();
  }

  @Override
  public void settle() {
    card.layout();
    card.repaint();
    if (job.isPending() && ordered != null) {
      job.answer(MapShots.take(ordered));
    }
    lens.settle();
    card.repaint();
  }

  @Override
  public boolean isSettled() {
    return !job.isPending() && !lens.isPending();
  }

  @Override
  public void dispose() {
    click.stop();
    job.close();
    lens.close();
    super.dispose();
  }

  /** The point of the way or of the map that is read. */
  @Override
  public Optional<Asked> asked() {
    return model.terrain().isEmpty()
        ? Optional.empty()
        : spot().map(at -> model.map().asked(at[0], at[1], reachU(), reachV()));
  }

  @Override
  public Optional<Asked> about() {
    return Optional.of(new Asked.PresentLoss());
  }

  /** How near a point of the way is meant. */
  private double reachU() {
    return NEAR / area.width() * (area.x().max() - area.x().min());
  }

  private double reachV() {
    return NEAR / area.height() * (area.y().max() - area.y().min());
  }

  @Override
  protected String spoken() {
    if (cross == null || model.terrain().isEmpty()) {
      return model.spoken();
    }
    Messages messages = context.messages().getValue();
    double loss = model.terrain().get().loss(cross[0], cross[1]);
    String words =
        messages.text(
            "contour.cross",
            Map.of(
                "u", model.map().uSymbol(),
                "v", model.map().vSymbol(),
                "uValue", messages.numbers().shown(cross[0], 3),
                "vValue", messages.numbers().shown(cross[1], 3),
                "loss", messages.numbers().shown(loss, 3)));
    return RichText.parse(words).plain();
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    MapPainter painter = new MapPainter(graphics, Lens.beside(graphics, body, model), model);
    area = painter.area();
    if (model.terrain().isEmpty()) {
      graphics.text(
          model.waiting(),
          body.getMinX() + body.getWidth() / 2,
          body.getMinY() + body.getHeight() / 2,
          12,
          Type.Weight.REGULAR,
          graphics.tokens().muted(),
          PlotGraphics.Align.CENTRE);
      return;
    }
    MapShots.Order wanted = order(graphics);
    if (!(shot != null && wanted.same(shot.order())) && !wanted.same(ordered)) {
      ordered = wanted;
      if (Screen.shows(card)) {
        job.ask(() -> MapShots.take(wanted));
      } else {
        keep(MapShots.take(wanted));
      }
    }
    if (shot == null) {
      painter.drawAxes();
      return;
    }
    painter.draw(shot, pixels.image(), labels, context.messages().getValue().numbers(), cross);
    if (Lens.fits(graphics, body, model)) {
      lens.draw(graphics, body, model, area, shot.order(), context.messages().getValue());
    }
    placeTip();
  }

  private MapShots.Order order(PlotGraphics graphics) {
    double factor = Screen.scale(card);
    return new MapShots.Order(
        model.terrain().get(),
        Raster.points(area.width(), factor),
        Raster.points(area.height(), factor),
        graphics.stroke(1) * factor,
        graphics.tokens().profile(),
        HillInk.map(graphics.tokens()));
  }

  private void receive(MapShots.Shot next) {
    keep(next);
    card.repaintInTurn();
  }

  private void keep(MapShots.Shot next) {
    shot = next;
    pixels.show(next.pixels(), next.order().width(), next.order().height());
  }

  private void press(MouseEvent e) {
    pressX = e.getX();
    pressY = e.getY();
    card.requestFocus();
  }

  /** A drag turns the direction whose slope is read, from the present point to the pointer. */
  private void drag(MouseEvent e) {
    boolean moved = Math.hypot(e.getX() - pressX, e.getY() - pressY) >= 4;
    if (e.getButton() == MouseButton.PRIMARY && moved && area.contains(pressX, pressY)) {
      LossMap.Spot now = model.map().now();
      direct(StrictMath.atan2(area.yAt(e.getY()) - now.v(), area.xAt(e.getX()) - now.u()));
    }
  }

  private void direct(double angle) {
    context.intents().accept(new Intent.Light(Highlight.ofDirection(angle)));
  }

  /** By keys, from the gradient at first. */
  private void turn(double by) {
    direct(
        model
            .direction()
            .map(d -> d.angle() + by)
            .orElseGet(() -> StrictMath.atan2(-model.map().descentV(), -model.map().descentU())));
  }

  private void clicked(MouseEvent e) {
    if (e.getButton() != MouseButton.PRIMARY) {
      return;
    }
    click.stop();
    boolean still = Math.hypot(e.getX() - pressX, e.getY() - pressY) < 4;
    if (still && e.getClickCount() == 1 && area.contains(e.getX(), e.getY())) {
      click.setOnFinished(done -> start(area.xAt(e.getX()), area.yAt(e.getY())));
      click.playFromStart();
    }
  }

  private void start(double u, double v) {
    context.intents().accept(new Intent.PutStart(model.map().values(u, v)));
  }

  private void point(double @Nullable [] at) {
    pointer = at;
    light();
    placeTip();
  }

  /** The run whose way is pointed at is lit in every view. */
  private void light() {
    if (model.terrain().isEmpty() || model.map().trails().size() < 2) {
      return;
    }
    String run =
        pointer == null || !area.contains(pointer[0], pointer[1])
            ? ""
            : model
                .map()
                .runAt(area.xAt(pointer[0]), area.yAt(pointer[1]), reachU(), reachV())
                .orElse("");
    if (!run.equals(model.lit())) {
      context
          .intents()
          .accept(new Intent.Light(run.isEmpty() ? Highlight.NONE : Highlight.ofRun(run)));
    }
  }

  private void placeTip() {
    Optional<double[]> at = spot();
    if (at.isEmpty() || model.terrain().isEmpty()) {
      tip.hide();
      return;
    }
    LossMap map = model.map();
    Terrain terrain = model.terrain().get();
    Messages messages = context.messages().getValue();
    double[] read = map.read(at.get()[0], at.get()[1], reachU(), reachV());
    tip.show(
        map.wayTip(terrain, read[0], read[1], reachU(), reachV(), messages)
            .orElseGet(() -> map.tip(terrain, read[0], read[1], messages)),
        area.px(at.get()[0]),
        area.py(at.get()[1]),
        context.tokens().getValue());
  }

  /** The place that is read: the pointer's, else the cross's. */
  private Optional<double[]> spot() {
    if (pointer != null && area.contains(pointer[0], pointer[1])) {
      return Optional.of(new double[] {area.xAt(pointer[0]), area.yAt(pointer[1])});
    }
    return Optional.ofNullable(cross);
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    double step = e.isShiftDown() ? FINE : COARSE;
    switch (e.getCode()) {
      case LEFT -> move(-step, 0);
      case RIGHT -> move(step, 0);
      case UP -> move(0, step);
      case DOWN -> move(0, -step);
      case ENTER, ESCAPE -> {
        if (cross == null) {
          return;
        }
        if (e.getCode() == KeyCode.ENTER) {
          start(cross[0], cross[1]);
        } else {
          cross = null;
          render(model);
        }
      }
      case COMMA -> turn(e.isShiftDown() ? FINE_TURN : TURN);
      case PERIOD -> turn(e.isShiftDown() ? -FINE_TURN : -TURN);
      default -> {
        return;
      }
    }
    e.consume();
  }

  /** By shares of the axes, from the present point at first. */
  private void move(double du, double dv) {
    LossMap.Spot now = model.map().now();
    double[] from = cross == null ? new double[] {now.u(), now.v()} : cross;
    pointer = null;
    cross = new double[] {shifted(from[0], du, area.x()), shifted(from[1], dv, area.y())};
    render(model);
  }

  private static double shifted(double value, double share, Scale axis) {
    return Math.clamp(value + share * (axis.max() - axis.min()), axis.min(), axis.max());
  }
}
