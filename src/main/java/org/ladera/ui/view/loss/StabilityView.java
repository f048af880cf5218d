package org.ladera.ui.view.loss;

import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.landscape.RateMap;
import org.ladera.landscape.RateMap.Place;
import org.ladera.present.loss.StabilityModel;
import org.ladera.present.relief.Terrain;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Type;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * How fast a rule arrives, over its rate and its memory. A drag or the arrow keys (with Shift more
 * finely) move the place of the run; where it is let go, or after a moment without a key, the run
 * begins again with that rule. Enter does so at once, Escape leaves it as it is.
 */
public final class StabilityView extends CardView<StabilityModel> {
  private static final Duration REST = Duration.millis(450);
  private static final double COARSE = 0.02;
  private static final double FINE = 0.002;

  /** Stands for the hillside in what says how one is drawn. */
  private static final Terrain FLAT =
      Terrain.of(
          new Field(new Axis(0, 1, 2), new Axis(0, 1, 2), MatrixView.of(2, 2, 1, 1, 1, 1)), true);

  /** A map and what was ordered. */
  private record Ground(RateMap map, MapShots.Shot shot) {}

  /** What the ground depends on. */
  private record Order(StabilityModel.Chart chart, int width, int height) {
    boolean same(@Nullable Order other) {
      return other != null
          && chart.map().equals(other.chart.map())
          && chart.rates().scale().equals(other.chart.rates().scale())
          && width == other.width
          && height == other.height;
    }
  }

  private final NewestJob<Ground> job = new NewestJob<>("stability", this::receive);
  private final PixelImage pixels = new PixelImage();
  private final LevelLabels labels = new LevelLabels();
  private final PauseTransition rest = new PauseTransition(REST);
  private @Nullable Ground ground;
  private @Nullable Order ordered;
  private MapShots.@Nullable Order style;
  private @Nullable PlotArea area;

  /** Where the hand has put the run; null where it stands. */
  private @Nullable Place moved;

  /** Where the run stood when it was sent there; null before. */
  private @Nullable Place before;

  public StabilityView(ViewContext context) {
    super(context);
    rest.setOnFinished(e -> send());
  }

  @Override
  protected void listen() {
    card.setOnMousePressed(this::press);
    card.setOnMouseDragged(this::drag);
    card.setOnMouseReleased(
        e -> {
          if (moved != null && before == null) {
            send();
          }
        });
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(StabilityModel next) {
    boolean arrived = before != null && next.chart().filter(c -> c.now().equals(before)).isEmpty();
    if (arrived) {
      moved = null;
      before = null;
    }
    card.keepReading(true);
    super.render(next);
  }

  @Override
  public void settle() {
    card.layout();
    card.repaint();
    if (job.isPending() && ordered != null && style != null) {
      job.answer(take(ordered, style));
    }
    card.repaint();
  }

  @Override
  public boolean isSettled() {
    return !job.isPending();
  }

  @Override
  public void dispose() {
    rest.stop();
    job.close();
    super.dispose();
  }

  private void receive(Ground next) {
    ground = next;
    pixels.show(next.shot().pixels(), next.shot().order().width(), next.shot().order().height());
    card.repaint();
  }

  private static Ground take(Order order, MapShots.Order style) {
    return new Ground(
        order.chart().map(),
        MapShots.take(
            new MapShots.Order(
                order.chart().terrain(),
                order.width(),
                order.height(),
                style.lineWidth(),
                style.profile(),
                style.ink())));
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    if (model.chart().isEmpty()) {
      double y = body.getMinY() + body.getHeight() / 2;
      for (String line :
          graphics.wrapped(model.none(), body.getWidth() - 48, 13, Type.Weight.REGULAR)) {
        graphics.text(
            line,
            body.getMinX() + body.getWidth() / 2,
            y,
            13,
            Type.Weight.REGULAR,
            graphics.tokens().muted(),
            PlotGraphics.Align.CENTRE);
        y += graphics.size(13) * 1.5;
      }
      return;
    }
    StabilityModel.Chart chart = model.chart().get();
    StabilityPainter painter =
        new StabilityPainter(graphics, body, chart, context.messages().getValue());
    area = painter.area();
    order(graphics, chart, painter.area());
    Ground drawn = ground;
    painter.draw(
        drawn != null && drawn.map().equals(chart.map()) ? drawn.shot() : null,
        pixels.image(),
        labels,
        moved == null ? chart.now() : moved);
  }

  private void order(PlotGraphics graphics, StabilityModel.Chart chart, PlotArea plot) {
    double factor = Screen.scale(card);
    Order wanted =
        new Order(
            chart,
            (int) Math.max(8, Math.round(plot.width() * factor)),
            (int) Math.max(8, Math.round(plot.height() * factor)));
    boolean sameInk = style != null && style.profile() == graphics.tokens().profile();
    if (wanted.same(ordered) && sameInk) {
      return;
    }
    ordered = wanted;
    MapShots.Order ink =
        new MapShots.Order(
            FLAT,
            1,
            1,
            graphics.stroke(1) * factor,
            graphics.tokens().profile(),
            HillInk.map(graphics.tokens()));
    style = ink;
    if (Screen.shows(card)) {
      job.ask(() -> take(wanted, ink));
    } else {
      Ground taken = take(wanted, ink);
      ground = taken;
      pixels.show(
          taken.shot().pixels(), taken.shot().order().width(), taken.shot().order().height());
    }
  }

  private void press(MouseEvent e) {
    card.requestFocus();
    before = null;
    drag(e);
  }

  private void drag(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY
        && area != null
        && model.chart().isPresent()
        && (moved != null || area.contains(e.getX(), e.getY()))) {
      moved = model.chart().get().inside(area.xAt(e.getX()), area.yAt(e.getY()));
      card.repaint();
    }
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown() || model.chart().isEmpty()) {
      return;
    }
    double step = e.isShiftDown() ? FINE : COARSE;
    switch (e.getCode()) {
      case LEFT -> move(-step, 0);
      case RIGHT -> move(step, 0);
      case UP -> move(0, step);
      case DOWN -> move(0, -step);
      case ENTER -> {
        if (moved == null) {
          return;
        }
        send();
      }
      case ESCAPE -> {
        if (moved == null) {
          return;
        }
        rest.stop();
        moved = null;
        before = null;
        card.repaint();
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  /** By shares of the axes. */
  private void move(double across, double up) {
    StabilityModel.Chart chart = model.chart().orElseThrow();
    Place from = moved == null ? chart.now() : moved;
    double width = chart.rates().scale().max() - chart.rates().scale().min();
    before = null;
    moved = chart.inside(from.rate() + across * width, from.memory() + up);
    rest.playFromStart();
    card.repaint();
  }

  private void send() {
    rest.stop();
    if (moved == null || model.chart().isEmpty()) {
      return;
    }
    StabilityModel.Chart chart = model.chart().get();
    if (moved.equals(chart.now())) {
      moved = null;
      return;
    }
    before = chart.now();
    context.intents().accept(new Intent.SetRule(chart.rule(moved)));
  }
}
