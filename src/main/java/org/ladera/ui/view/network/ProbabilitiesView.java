package org.ladera.ui.view.network;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.ladera.present.network.ProbabilitiesModel;
import org.ladera.present.network.ProbabilitiesModel.Score;
import org.ladera.present.shared.Asked;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * Scores, exponentials and probabilities as bars. Where one weight alone decides a score, dragging
 * the score changes the weight; with the focus, up and down choose a score, left and right move it
 * (with Shift more finely).
 */
public final class ProbabilitiesView extends CardView<ProbabilitiesModel> {
  private static final double COARSE = 0.02;
  private static final double FINE = 0.002;

  private ScorePainter painter;
  private int chosen;
  private boolean dragging;

  /** The score that is pointed at, or −1. */
  private int pointed = -1;

  public ProbabilitiesView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> point(painter.trackAt(e.getX(), e.getY())));
    card.setOnMouseExited(e -> point(-1));
    card.setOnMousePressed(this::press);
    card.setOnMouseDragged(this::drag);
    card.setOnMouseReleased(e -> dragging = false);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(ProbabilitiesModel next) {
    model = next;
    chosen = Math.min(chosen, next.scores().size() - 1);
    say();
  }

  @Override
  public Optional<Asked> asked() {
    return Optional.of(
        model
            .looked()
            .<Asked>map(picture -> new Asked.Answer(picture, chosen + 1))
            .orElseGet(() -> new Asked.Output(chosen + 1, model.sample())));
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    painter = new ScorePainter(graphics, body, model);
    painter.draw(card.isFocusVisible() ? chosen : -1, touched());
  }

  /** Whose score moves the shares; only where a hand can move it. */
  private int touched() {
    int at = dragging || card.isFocusVisible() ? chosen : pointed;
    return at >= 0 && at < model.scores().size() && model.scores().get(at).weight().isPresent()
        ? at
        : -1;
  }

  @Override
  protected String reading() {
    return touched() >= 0 && model.softmax() && !model.targets()
        ? context.messages().getValue().text("probabilities.ripple")
        : model.reading();
  }

  private void point(int at) {
    if (at != pointed) {
      pointed = at;
      say();
      card.repaint();
    }
  }

  private void press(MouseEvent e) {
    card.requestFocus();
    int at = painter.trackAt(e.getX(), e.getY());
    dragging =
        at >= 0
            && e.getButton() == MouseButton.PRIMARY
            && model.scores().get(at).weight().isPresent();
    if (dragging) {
      chosen = at;
      drag(e);
    }
  }

  private void drag(MouseEvent e) {
    if (dragging) {
      send(painter.netAt(e.getX()));
    }
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    double step = (e.isShiftDown() ? FINE : COARSE) * (model.high() - model.low());
    Score score = model.scores().get(chosen);
    switch (e.getCode()) {
      case UP -> chosen = Math.max(0, chosen - 1);
      case DOWN -> chosen = Math.min(model.scores().size() - 1, chosen + 1);
      case LEFT -> send(score.net() - step);
      case RIGHT -> send(score.net() + step);
      default -> {
        return;
      }
    }
    card.repaint();
    e.consume();
  }

  private void send(double net) {
    Score score = model.scores().get(chosen);
    score
        .weight()
        .ifPresent(
            weight ->
                context
                    .intents()
                    .accept(new Intent.SetParameters(Map.of(weight, net * score.perNet()))));
  }
}
