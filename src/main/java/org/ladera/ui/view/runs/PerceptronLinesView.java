package org.ladera.ui.view.runs;

import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.ladera.present.runs.PerceptronLinesModel;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.Invitation;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The lines of the perceptron rule as a ring of small planes, one of them lit. Under the pointer
 * the light goes round; with the focus, left and right carry it on, and Enter, or a click on a
 * plane, gives the run its weights.
 */
public final class PerceptronLinesView extends CardView<PerceptronLinesModel> {
  private static final Duration TURN = Duration.millis(900);

  private final Timeline light = new Timeline(new KeyFrame(TURN, e -> go(1)));
  private List<Rectangle2D> places = List.of();
  private int lit;

  public PerceptronLinesView(ViewContext context) {
    super(context);
    light.setCycleCount(Timeline.INDEFINITE);
  }

  @Override
  protected void listen() {
    card.setOnMouseEntered(
        e -> {
          if (Screen.moves(card)) {
            light.playFromStart();
          }
        });
    card.setOnMouseExited(e -> light.stop());
    card.setOnMousePressed(e -> card.requestFocus());
    card.setOnMouseClicked(
        e -> {
          for (int i = 0; i < places.size(); i++) {
            if (e.isStillSincePress() && places.get(i).contains(e.getX(), e.getY())) {
              lit = i;
              give();
            }
          }
        });
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void dispose() {
    light.stop();
    super.dispose();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    if (model.turns().isEmpty()) {
      places = List.of();
      Invitation.draw(graphics, body, List.of(model.spoken()));
      return;
    }
    lit = Math.floorMod(lit, model.turns().size());
    PerceptronRing ring = new PerceptronRing(graphics, body, model, lit);
    ring.draw();
    places = ring.places();
  }

  private void go(int by) {
    lit += by;
    card.repaint();
  }

  private void give() {
    context.intents().accept(new Intent.SetParameters(model.turns().get(lit).weights()));
    card.repaint();
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown() || model.turns().isEmpty()) {
      return;
    }
    switch (e.getCode()) {
      case LEFT -> go(-1);
      case RIGHT -> go(1);
      case ENTER -> give();
      default -> {
        return;
      }
    }
    light.stop();
    e.consume();
  }
}
