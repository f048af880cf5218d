package org.ladera.ui.view.loss;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.loss.CurveModel;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Tip;
import org.ladera.text.Messages;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.plot.chart.LineChart;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The loss over the epochs. A click or a drag goes to an epoch; with the focus, left and right go
 * one epoch back or on (with Shift ten), Home and End to the ends, L changes the scale.
 */
public final class LossCurveView extends CardView<CurveModel> {
  /** Below this width the header has no room for title, reading and switch. */
  private static final double WIDE = 340;

  private final Segments<Integer> scales;
  private final PlotTip tip;
  private @Nullable LineChart chart;
  private PlotArea area;

  /** What a person chose; null while the lesson's own choice stands. */
  private @Nullable Boolean chosenLog;

  private double pointerX = Double.NaN;

  public LossCurveView(ViewContext context) {
    super(context);
    scales = Segments.small(2, this::choose);
    card.addSwitch(scales);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::hover);
    card.setOnMouseExited(e -> point(Double.NaN));
    card.setOnMousePressed(this::seek);
    card.setOnMouseDragged(this::seek);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(CurveModel next) {
    model = next;
    Messages messages = context.messages().getValue();
    scales.show(
        List.of(messages.text("view.linear"), messages.text("view.log"))::get, log() ? 1 : 0);
    say();
  }

  @Override
  public Optional<Asked> asked() {
    if (!model.reach().opens()) {
      return Optional.empty();
    }
    return Double.isNaN(pointerX)
        ? Optional.empty()
        : Optional.of(loss(model.tipEpoch(Math.min(area.xAt(pointerX), model.reach().epoch()))));
  }

  @Override
  public Optional<Asked> about() {
    return !model.reach().opens() ? Optional.empty() : model.now().map(now -> loss(now.epoch()));
  }

  private Asked loss(double epoch) {
    return new Asked.Loss(model.reach().update(epoch));
  }

  private boolean log() {
    return chosenLog == null ? model.logFirst() : chosenLog;
  }

  private void choose(int index) {
    chosenLog = index == 1;
    render(model);
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    scales.setVisible(card.getWidth() >= WIDE);
    scales.setManaged(card.getWidth() >= WIDE);
    PlotAxis y = log() ? model.log() : model.linear();
    if (chart == null) {
      chart = new LineChart(model.x(), y);
    }
    Rectangle2D upper = RatePainter.above(graphics, body, model);
    CurvePainter painter = new CurvePainter(graphics, upper, model, y);
    area = painter.area();
    painter.draw(chart);
    RatePainter.draw(graphics, body, upper, model, area);
    placeTip(graphics);
  }

  private void placeTip(PlotGraphics graphics) {
    Optional<Tip> words =
        Double.isNaN(pointerX) || model.now().isEmpty()
            ? Optional.empty()
            : model.tip(
                Math.min(area.xAt(pointerX), model.reach().epoch()), context.messages().getValue());
    if (words.isEmpty()) {
      tip.hide();
    } else {
      tip.show(words.get(), pointerX, area.top() + area.height() / 2, graphics.tokens());
    }
  }

  private void hover(MouseEvent e) {
    point(area.contains(e.getX(), e.getY()) ? e.getX() : Double.NaN);
  }

  private void point(double x) {
    if (Double.compare(x, pointerX) != 0) {
      pointerX = x;
      card.repaint();
    }
  }

  private void seek(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY
        && area.contains(area.left(), e.getY())
        && e.getX() >= area.left() - 8) {
      pointerX = Double.NaN;
      go(area.xAt(e.getX()));
    }
  }

  private void key(KeyEvent e) {
    if (model.now().isEmpty() || e.getTarget() != card) {
      return;
    }
    double now = model.now().get().epoch();
    double step = e.isShiftDown() ? 10 : 1;
    switch (e.getCode()) {
      case LEFT -> go(now - step);
      case RIGHT -> go(now + step);
      case L -> choose(log() ? 0 : 1);
      case HOME -> go(0);
      case END -> {
        if (now >= model.reach().epoch()) {
          // At the end of what is there the key means what it means everywhere: run on.
          return;
        }
        go(model.reach().epoch());
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void go(double epoch) {
    if (model.now().isPresent()) {
      context.intents().accept(new Intent.SeekUpdate(model.reach().update(epoch)));
    }
  }
}
