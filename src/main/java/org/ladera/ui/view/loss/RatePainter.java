package org.ladera.ui.view.loss;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.ladera.present.loss.CurveModel;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.RunMark;
import org.ladera.ui.theme.Tokens;

/** The rates over the epochs, in a strip below the loss curves and in one column with them. */
final class RatePainter {
  private static final double SHARE = 0.36;

  /** With less height the losses have all of it. */
  private static final double LEAST = 260;

  private RatePainter() {}

  /** What is left of the body for the losses. */
  static Rectangle2D above(PlotGraphics graphics, Rectangle2D body, CurveModel model) {
    boolean roomy = body.getHeight() >= LEAST * Math.max(1, graphics.size(11) / 11);
    return model.rates().isEmpty() || !roomy
        ? body
        : new Rectangle2D(
            body.getMinX(),
            body.getMinY(),
            body.getWidth(),
            Math.round(body.getHeight() * (1 - SHARE)));
  }

  /**
   * @param losses where the loss curves lie
   * @param upper what they had of the body
   */
  static void draw(
      PlotGraphics graphics,
      Rectangle2D body,
      Rectangle2D upper,
      CurveModel model,
      PlotArea losses) {
    if (model.rates().isEmpty() || upper == body) {
      return;
    }
    CurveModel.Rates rates = model.rates().get();
    Rectangle2D lower =
        new Rectangle2D(
            body.getMinX(), upper.getMaxY(), body.getWidth(), body.getMaxY() - upper.getMaxY());
    AxisPainter axes =
        new AxisPainter(graphics, lower, model.x(), rates.axis(), losses.left() - body.getMinX());
    graphics.axis(axes::draw);
    PlotArea area = axes.area();
    Tokens tokens = graphics.tokens();
    GraphicsContext g = graphics.context();
    for (CurveModel.Rate rate : rates.lines()) {
      boolean faint = model.lit().isPresent() && model.lit().getAsInt() != rate.look();
      g.setGlobalAlpha(faint ? 0.35 : 1);
      g.setStroke(RunMark.ink(tokens, rate.look()));
      g.setLineWidth(graphics.stroke(rate.look() < 0 ? 2.25 : 1.75));
      g.setLineDashes(graphics.stroked(RunMark.dashes(tokens, rate.look())));
      g.beginPath();
      for (int i = 0; i < rate.epochs().length; i++) {
        double x = area.px(rate.epochs()[i]);
        double y = area.py(rate.rates()[i]);
        if (i == 0) {
          g.moveTo(x, y);
        } else {
          g.lineTo(x, y);
        }
      }
      g.stroke();
      g.setLineDashes();
    }
    g.setGlobalAlpha(1);
    model
        .now()
        .ifPresent(
            now -> {
              double x = area.px(now.epoch());
              graphics.line(
                  x,
                  area.top(),
                  x,
                  area.bottom(),
                  tokens.accent().interpolate(tokens.canvas(), 0.45),
                  1.25);
              graphics.disc(
                  x, area.py(rates.now()), 4, tokens.loss().mark(), tokens.lossOutline(), 1.5);
            });
  }
}
