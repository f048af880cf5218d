package org.ladera.ui.view.activation;

import java.math.BigDecimal;
import java.math.MathContext;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.activation.DifferenceModel;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.ViewContext;

/**
 * The slope by differences. A drag over the curve moves the point, one over the errors the step;
 * with the focus, left and right change the step, up and down the point (with Shift more finely).
 */
public final class DifferenceView extends CardView<DifferenceModel> {
  /** Factors on the step, and distances of the point. */
  private static final double COARSE = StrictMath.pow(10, 0.25);

  private static final double FINE = StrictMath.pow(10, 0.05);
  private static final double POINT_COARSE = 0.1;
  private static final double POINT_FINE = 0.01;

  private static final MathContext ROUND = new MathContext(3);

  private enum Drag {
    NOTHING,
    POINT,
    STEP
  }

  private @Nullable DifferencePainter painter;
  private Drag dragging = Drag.NOTHING;

  public DifferenceView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMousePressed(this::press);
    card.setOnMouseDragged(this::drag);
    card.setOnMouseReleased(e -> dragging = Drag.NOTHING);
    card.setOnKeyPressed(this::key);
  }

  private boolean works() {
    return model.missing().isEmpty();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    if (works()) {
      painter = new DifferencePainter(graphics, body, model);
      painter.draw(card.isFocusVisible());
    } else {
      graphics.text(
          model.missing(),
          body.getMinX() + body.getWidth() / 2,
          body.getMinY() + body.getHeight() / 2,
          14,
          Weight.SEMI_BOLD,
          graphics.tokens().text(),
          Align.CENTRE);
    }
  }

  private void press(MouseEvent e) {
    card.requestFocus();
    boolean works = works() && e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 1;
    dragging =
        !works || painter == null
            ? Drag.NOTHING
            : painter.errors().contains(e.getX(), e.getY())
                ? Drag.STEP
                : painter.curve().contains(e.getX(), e.getY()) ? Drag.POINT : Drag.NOTHING;
    drag(e);
  }

  private void drag(MouseEvent e) {
    if (painter == null) {
      return;
    }
    switch (dragging) {
      case STEP -> step(painter.errors().xAt(within(painter.errors(), e.getX())));
      case POINT -> point(painter.curve().xAt(within(painter.curve(), e.getX())));
      case NOTHING -> {}
    }
  }

  private static double within(PlotArea area, double x) {
    return Math.clamp(x, area.left(), area.right());
  }

  private void key(KeyEvent e) {
    if (!works() || e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    double factor = e.isShiftDown() ? FINE : COARSE;
    double distance = e.isShiftDown() ? POINT_FINE : POINT_COARSE;
    double h = model.errors().step();
    double z = model.middle().z();
    switch (e.getCode()) {
      case LEFT -> step(h / factor);
      case RIGHT -> step(h * factor);
      case UP -> point(z + distance);
      case DOWN -> point(z - distance);
      default -> {
        return;
      }
    }
    e.consume();
  }

  /** A step of three digits: numbers that a hand sets are round. */
  private void step(double h) {
    double round = new BigDecimal(h).round(ROUND).doubleValue();
    context.intents().accept(ActivationView.intent(model.toStep(round)));
  }

  private void point(double z) {
    double inside = Math.clamp(z, model.z().scale().min(), model.z().scale().max());
    double round = Math.rint(inside * 100) / 100;
    context.intents().accept(ActivationView.intent(model.toPoint(round)));
  }
}
