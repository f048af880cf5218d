package org.ladera.ui.view.loss;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.ladera.present.loss.RatesModel;
import org.ladera.present.shared.Tip;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.Invitation;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.view.ViewContext;

/** The loss over the learning rate at this moment. Pointing at a run reads it. */
public final class RatesView extends CardView<RatesModel> {
  private static final double REACH = 14;

  private final PlotTip tip;
  private double pointerX = Double.NaN;
  private double pointerY = Double.NaN;

  public RatesView(ViewContext context) {
    super(context);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> point(e.getX(), e.getY()));
    card.setOnMouseExited(e -> point(Double.NaN, Double.NaN));
    card.setOnMousePressed(e -> card.requestFocus());
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    if (!model.empty().isEmpty()) {
      tip.hide();
      Invitation.draw(graphics, body, model.empty());
      return;
    }
    RatesPainter painter = new RatesPainter(graphics, body, model);
    painter.draw();
    for (RatesModel.Dot dot : model.dots()) {
      double x = painter.across(dot.rate());
      double y = painter.height(dot.loss());
      if (Math.hypot(x - pointerX, y - pointerY) < REACH) {
        tip.show(tip(dot), x, y, graphics.tokens());
        return;
      }
    }
    tip.hide();
  }

  private Tip tip(RatesModel.Dot dot) {
    return new Tip(
        List.of(
            new Tip.Line(dot.name(), Tip.Tone.TITLE),
            new Tip.Line(model.words(dot, context.messages().getValue()), Tip.Tone.LOSS)));
  }

  private void point(double x, double y) {
    pointerX = x;
    pointerY = y;
    card.repaint();
  }
}
