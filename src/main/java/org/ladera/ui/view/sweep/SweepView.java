package org.ladera.ui.view.sweep;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.sweep.SweepModel;
import org.ladera.present.sweep.SweepModel.Dot;
import org.ladera.session.sweep.Sweep;
import org.ladera.text.RichText;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.plot.chart.LineChart;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * A sweep. Its button begins and stops it; a click on a point, or Enter, puts that run on stage.
 * With the focus the arrow keys go from point to point.
 */
public final class SweepView extends CardView<SweepModel> {
  /** More readings than these have no room in the header. */
  private static final int MOST = 4;

  private final Segments<Integer> readings;
  private final PushButton button;
  private final PlotTip tip;
  private @Nullable LineChart lines;
  private SweepPainter painter;
  private int chart;
  private Sweep.@Nullable Case read;

  public SweepView(ViewContext context) {
    super(context);
    readings = Segments.small(MOST, this::choose);
    button = new PushButton("", this::act).whole();
    button.getStyleClass().setAll("push-button", "low", "size-11");
    card.addSwitch(readings);
    card.addSwitch(button);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> point(painter.near(e.getX(), e.getY())));
    card.setOnMouseExited(e -> point(null));
    card.setOnMouseClicked(this::click);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(SweepModel next) {
    model = next;
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, next.charts().size()); i++) {
      shown.add(i);
    }
    chart = Math.min(chart, next.charts().size() - 1);
    readings.show(
        i -> i < next.charts().size() ? RichText.parse(next.charts().get(i).name()).plain() : "",
        chart);
    readings.offer(shown);
    readings.setVisible(shown.size() > 1);
    readings.setManaged(shown.size() > 1);
    button.setText(next.action());
    button.setVisible(!next.action().isEmpty());
    button.setManaged(!next.action().isEmpty());
    say();
  }

  private void choose(int index) {
    chart = index;
    render(model);
  }

  private void act() {
    context
        .intents()
        .accept(
            model.isRunning()
                ? new Intent.StopSweep()
                : new Intent.StartSweep(model.state().sweep()));
  }

  @Override
  protected String spoken() {
    Dot dot = dot();
    return dot == null ? model.spoken() : model.tip(dot).plain();
  }

  private @Nullable Dot dot() {
    return read == null ? null : model.at(chart, read.values(), read.seed()).orElse(null);
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    SweepModel.Chart shown = model.charts().get(chart);
    if (lines == null) {
      lines = new LineChart(model.x(), shown.y());
    }
    painter = new SweepPainter(graphics, body, model, shown);
    Dot dot = dot();
    painter.draw(lines, dot);
    if (dot == null) {
      tip.hide();
    } else {
      tip.show(
          model.tip(dot),
          painter.area().px(dot.x()),
          painter.area().py(dot.y()),
          graphics.tokens());
    }
  }

  private void point(@Nullable Dot dot) {
    Sweep.Case next = dot == null ? null : dot.result().of();
    if (next == null ? read != null : !next.equals(read)) {
      read = next;
      render(model);
    }
  }

  private void click(MouseEvent e) {
    card.requestFocus();
    Dot dot = painter.near(e.getX(), e.getY());
    if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress() && dot != null) {
      open(dot);
    }
  }

  private void open(Dot dot) {
    context.intents().accept(new Intent.OpenRun(model.state().sweep(), dot.result().of()));
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    Dot dot = dot();
    switch (e.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> walk(e.getCode());
      case ENTER -> {
        if (dot == null) {
          return;
        }
        open(dot);
      }
      case ESCAPE -> {
        if (dot == null) {
          return;
        }
        point(null);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  /** Right and left over the values, up and down over the runs of one value. */
  private void walk(KeyCode key) {
    List<Dot> dots = new ArrayList<>(model.charts().get(chart).dots());
    if (dots.isEmpty()) {
      return;
    }
    dots.sort(
        java.util.Comparator.comparingDouble(Dot::x)
            .thenComparingInt(Dot::line)
            .thenComparingDouble(Dot::y));
    Dot now = dot();
    if (now == null) {
      point(dots.getFirst());
      return;
    }
    int at = dots.indexOf(now);
    boolean across = key == KeyCode.LEFT || key == KeyCode.RIGHT;
    int step = key == KeyCode.RIGHT || key == KeyCode.UP ? 1 : -1;
    int next = at + step;
    while (across && next >= 0 && next < dots.size() && dots.get(next).x() == now.x()) {
      next += step;
    }
    point(dots.get(Math.floorMod(next, dots.size())));
  }
}
