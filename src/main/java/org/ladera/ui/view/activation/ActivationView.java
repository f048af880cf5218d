package org.ladera.ui.view.activation;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.activation.ActivationModel;
import org.ladera.present.activation.Move;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * An activation function with its tangent, and its slope. A drag along z moves the unit; with the
 * focus, left and right do (with Shift more finely), Home and End go to the ends.
 */
public final class ActivationView extends CardView<ActivationModel> {
  private static final double COARSE = 0.1;
  private static final double FINE = 0.01;

  /** So near to a whole number, in pixels, the whole number is meant. */
  private static final double SNAP = 3;

  private ActivationPainter painter;
  private @Nullable PlotArea dragged;

  public ActivationView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMousePressed(this::press);
    card.setOnMouseDragged(this::drag);
    card.setOnMouseReleased(e -> dragged = null);
    card.setOnKeyPressed(this::key);
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    painter = new ActivationPainter(graphics, body, model);
    painter.draw(card.isFocusVisible() && model.movable());
  }

  private void press(MouseEvent e) {
    card.requestFocus();
    boolean moves =
        e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 1 && model.movable();
    dragged = moves ? painter.areaAt(e.getX(), e.getY()) : null;
    drag(e);
  }

  private void drag(MouseEvent e) {
    if (dragged != null) {
      double px = Math.clamp(e.getX(), dragged.left(), dragged.right());
      double z = dragged.xAt(px);
      double whole = Math.rint(z);
      send(Math.abs(dragged.px(whole) - px) <= SNAP ? whole : round(z));
    }
  }

  private void key(KeyEvent e) {
    boolean moves = model.movable() && model.now().isPresent();
    if (!moves || e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    double step = e.isShiftDown() ? FINE : COARSE;
    double z = model.now().get().z();
    switch (e.getCode()) {
      case LEFT -> send(round(z - step));
      case RIGHT -> send(round(z + step));
      case HOME -> send(model.z().scale().min());
      case END -> send(model.z().scale().max());
      default -> {
        return;
      }
    }
    e.consume();
  }

  /** Two decimals: numbers that a hand sets are round. */
  private static double round(double z) {
    return Math.rint(z * 100) / 100;
  }

  private void send(double z) {
    double inside = Math.clamp(z, model.z().scale().min(), model.z().scale().max());
    Optional<Move> move = model.moved().apply(inside);
    move.map(ActivationView::intent).ifPresent(context.intents());
  }

  /** The intent that carries out a move. */
  static Intent intent(Move move) {
    return switch (move) {
      case Move.ToParameter(var parameter, double value) ->
          new Intent.SetParameters(Map.of(parameter, value));
      case Move.ToData(var data) -> new Intent.SetData(data);
    };
  }
}
