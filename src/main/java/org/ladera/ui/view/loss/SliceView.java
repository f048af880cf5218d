package org.ladera.ui.view.loss;

import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.ladera.present.loss.SliceModel;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The loss over one parameter. A drag along the axis moves the parameter and with it the point on
 * the curve; with the focus, left and right do (with Shift more finely), Home and End go to the
 * ends.
 */
public final class SliceView extends CardView<SliceModel> {
  private static final double COARSE = 0.02;
  private static final double FINE = 0.002;

  /** So near to a mark, in pixels, the mark is meant. */
  private static final double SNAP = 5;

  private PlotArea area;
  private boolean dragging;

  public SliceView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMousePressed(this::press);
    card.setOnMouseDragged(this::drag);
    card.setOnMouseReleased(e -> dragging = false);
    card.setOnKeyPressed(this::key);
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    SlicePainter painter = new SlicePainter(graphics, body, model);
    area = painter.area();
    painter.draw();
  }

  private void press(MouseEvent e) {
    card.requestFocus();
    dragging =
        e.getButton() == MouseButton.PRIMARY
            && e.getClickCount() == 1
            && area.contains(e.getX(), Math.min(e.getY(), area.bottom()));
    drag(e);
  }

  private void drag(MouseEvent e) {
    if (dragging) {
      double x = Math.max(area.left(), Math.min(e.getX(), area.right()));
      send(snapped(x));
    }
  }

  private double snapped(double x) {
    for (SliceModel.Mark mark : model.marks()) {
      if (Math.abs(area.px(mark.u()) - x) <= SNAP) {
        return mark.u();
      }
    }
    return area.xAt(x);
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    double min = area.x().min();
    double max = area.x().max();
    double step = (e.isShiftDown() ? FINE : COARSE) * (max - min);
    switch (e.getCode()) {
      case LEFT -> send(Math.max(min, model.now().u() - step));
      case RIGHT -> send(Math.min(max, model.now().u() + step));
      case HOME -> send(min);
      case END -> send(max);
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void send(double value) {
    context.intents().accept(new Intent.SetParameters(Map.of(model.u(), value)));
  }
}
