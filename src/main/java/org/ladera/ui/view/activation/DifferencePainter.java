package org.ladera.ui.view.activation;

import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.activation.DifferenceModel;
import org.ladera.present.activation.DifferenceModel.Point;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link DifferenceModel}: the secant on the curve, and the V of its error. */
final class DifferencePainter {
  private static final double POINT = 4.5;
  private static final double NOW = 6;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final DifferenceModel model;
  private final LinePlot curve;
  private final LinePlot errors;

  DifferencePainter(PlotGraphics graphics, Rectangle2D body, DifferenceModel model) {
    this.graphics = graphics;
    this.model = model;
    tokens = graphics.tokens();
    Panels panels = Panels.of(body, 0.5);
    DifferenceModel.Errors all = model.errors();
    double margin =
        Math.max(
            LinePlot.margin(graphics, panels.first(), model.z(), model.values()),
            LinePlot.margin(graphics, panels.second(), all.steps(), all.sizes()));
    curve = new LinePlot(graphics, panels.first(), model.z(), model.values(), margin);
    errors = new LinePlot(graphics, panels.second(), all.steps(), all.sizes(), margin);
  }

  PlotArea curve() {
    return curve.area();
  }

  PlotArea errors() {
    return errors.area();
  }

  /**
   * @param chosen whether the keyboard moves the step
   */
  void draw(boolean chosen) {
    secant();
    errors(chosen);
  }

  private void secant() {
    Point left = model.left();
    Point middle = model.middle();
    Point right = model.right();
    Color slope = tokens.netInput().ink();
    Color secant = tokens.gradient().ink();
    curve.guide(left.z(), tokens.muted());
    curve.guide(right.z(), tokens.muted());
    curve.line(model.curve(), tokens.input().ink(), 2.25);
    double reach = 0.34 * curve.area().width();
    if (curve.holds(middle.z(), middle.a())) {
      curve.slope(middle.z(), middle.a(), model.tangent().slope(), reach, slope, 1.5, 2, 3);
    }
    double half = (left.a() + right.a()) / 2;
    graphics.marks().put(ViewMark.SECANT, curve.area().px(middle.z()), curve.area().py(half), 28);
    curve.slope(middle.z(), half, model.secant().slope(), reach, secant, 2);
    for (Point end : new Point[] {left, right}) {
      mark(curve, end.z(), end.a(), POINT, secant, secant);
    }
    mark(curve, middle.z(), middle.a(), NOW, tokens.canvas(), tokens.input().ink());
    curve.beside(
        "secant", model.secant().label(), right.z(), right.a(), 12, secant, Weight.SEMI_BOLD);
    curve.beside(
        "tangent", model.tangent().label(), left.z(), left.a(), 12, slope, Weight.SEMI_BOLD);
  }

  private void errors(boolean chosen) {
    DifferenceModel.Errors all = model.errors();
    graphics.marks().put(ViewMark.ERROR, errors.box());
    errors.guide(all.step(), tokens.accent());
    errors.line(all.forward(), tokens.weight().ink(), 1.75, LinePlot.DASHES);
    errors.line(all.central(), tokens.gradient().ink(), 2.25);
    double shown = Math.clamp(all.now(), all.sizes().scale().min(), all.sizes().scale().max());
    mark(errors, all.step(), shown, NOW, tokens.canvas(), tokens.gradient().ink());
    if (chosen) {
      graphics.ring(
          errors.area().px(all.step()),
          errors.area().py(shown),
          graphics.stroke(NOW) + 5,
          tokens.accent(),
          1.75);
    }
    errors.name(all.centralName(), all.central(), tokens.gradient().ink());
    errors.name(all.forwardName(), all.forward(), tokens.weight().ink());
  }

  private void mark(LinePlot plot, double x, double y, double r, Color fill, Color rim) {
    if (plot.holds(x, y)) {
      boolean full = fill.equals(rim);
      double size = graphics.stroke(r);
      graphics.disc(
          plot.area().px(x),
          plot.area().py(y),
          size,
          fill,
          full ? tokens.canvas() : rim,
          full ? 1.5 : 2);
      plot.take(x, y, size + 2);
    }
  }
}
