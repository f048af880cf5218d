package org.ladera.ui.step;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.present.step.Breakdown;
import org.ladera.text.Numbers;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * Where a number of a breakdown lies: an arrow on a line, or a point on the slope it was read from.
 */
final class PartPicture extends Region {
  private static final double HEIGHT = 58;
  private static final double REACH = 6;

  private final SharpCanvas canvas = new SharpCanvas(this::paint);
  private Breakdown.Part part;
  private Numbers numbers;
  private Tokens tokens;

  PartPicture() {
    getChildren().add(canvas);
    setMouseTransparent(true);
    setMinWidth(0);
  }

  @Initializer
  void show(Breakdown.Part next, Numbers format, Tokens now) {
    part = next;
    numbers = format;
    tokens = now;
    requestLayout();
    paint();
  }

  @Override
  protected double computePrefHeight(double width) {
    return tokens == null ? HEIGHT : Math.round(HEIGHT * tokens.scale());
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    canvas.resize(getWidth(), getHeight());
    paint();
  }

  private void paint() {
    if (part == null || getWidth() < 40 || getHeight() < 30) {
      return;
    }
    GraphicsContext g = canvas.cleared();
    PlotGraphics graphics = new PlotGraphics(g, tokens);
    switch (part.picture()) {
      case Breakdown.Picture.Line line -> line(graphics, line);
      case Breakdown.Picture.Slope slope -> {
        double steepest = slope.activation().kind().steepest();
        double most = steepest > 0 ? steepest : 1;
        curve(graphics, slope.at(), 0, most, z -> Activation.derivative(slope.activation(), z));
      }
      case Breakdown.Picture.Curve curve -> {
        ActivationSpec f = curve.activation();
        double reach = Math.max(REACH, Math.abs(curve.at()) * 1.1);
        double most = f.kind().isBounded() ? f.kind().high() : reach;
        double least = Activation.value(f, -reach) < -0.5 ? -most : 0;
        curve(graphics, curve.at(), least, most, z -> Activation.value(f, z));
      }
    }
  }

  private void line(PlotGraphics graphics, Breakdown.Picture.Line line) {
    double inset = 18 * tokens.scale();
    double left = inset;
    double right = getWidth() - inset;
    double base = getHeight() - graphics.size(11) - 8;
    double zero = line.signed() ? (left + right) / 2 : left;
    double unit = (right - zero) / line.extent();
    graphics.line(
        left, PlotGraphics.crisp(base), right, PlotGraphics.crisp(base), tokens.controlBorder(), 1);
    tick(graphics, zero, base, 0, 6);
    tick(graphics, right, base, line.extent(), 3);
    if (line.signed()) {
      tick(graphics, left, base, -line.extent(), 3);
    }
    double value = part.value();
    if (!Double.isFinite(value)) {
      return;
    }
    Color color = MeaningColours.mark(part.meaning(), tokens);
    double end = zero + value * unit;
    double y = base - 13 * tokens.scale();
    graphics.line(zero, base - 22 * tokens.scale(), zero, base, tokens.text(), 1);
    if (Math.abs(end - zero) < 3) {
      graphics.disc(zero, y, 3, color, tokens.canvas(), 1);
      return;
    }
    double head = Math.min(7 * tokens.scale(), Math.abs(end - zero)) * Math.signum(value);
    graphics.line(zero, y, end - head * 0.6, y, color, 3);
    GraphicsContext g = graphics.context();
    g.setFill(color);
    double half = 4.5 * tokens.scale();
    g.fillPolygon(
        new double[] {end, end - head, end - head}, new double[] {y, y - half, y + half}, 3);
  }

  private void tick(PlotGraphics graphics, double x, double base, double value, double tall) {
    graphics.line(
        PlotGraphics.crisp(x), base, PlotGraphics.crisp(x), base + tall, tokens.controlBorder(), 1);
    graphics.text(
        numbers.shown(value, 2),
        x,
        base + graphics.size(11) + 5,
        11,
        Weight.REGULAR,
        tokens.muted(),
        PlotGraphics.Align.CENTRE);
  }

  /** A function of z, and the point where the unit stands. */
  private void curve(
      PlotGraphics graphics, double at, double least, double most, DoubleUnaryOperator f) {
    double left = 8;
    double right = getWidth() - 8;
    double foot = getHeight() - graphics.size(11) - 8;
    double top = graphics.size(11);
    double reach = Math.max(REACH, Math.abs(at) * 1.1);
    double across = (right - left) / (2 * reach);
    double tall = (foot - top) / (most - least);
    double base = foot + least * tall;
    graphics.line(
        left, PlotGraphics.crisp(base), right, PlotGraphics.crisp(base), tokens.controlBorder(), 1);
    graphics.line(left, top, right, top, tokens.grid(), 1, PlotGraphics.REFERENCE);
    graphics.text(
        numbers.shown(most, 2),
        left,
        top - 3,
        11,
        Weight.REGULAR,
        tokens.muted(),
        PlotGraphics.Align.LEFT);
    GraphicsContext g = graphics.context();
    g.setStroke(MeaningColours.mark(part.meaning(), tokens));
    g.setLineWidth(graphics.stroke(2));
    g.beginPath();
    int steps = (int) Math.max(40, right - left);
    for (int i = 0; i <= steps; i++) {
      double z = -reach + 2 * reach * i / steps;
      double y = base - tall * Math.clamp(f.applyAsDouble(z), least, most);
      if (i == 0) {
        g.moveTo(left, y);
      } else {
        g.lineTo(left + (right - left) * i / steps, y);
      }
    }
    g.stroke();
    double x = left + (at + reach) * across;
    double y = base - tall * part.value();
    graphics.line(x, y, x, base, MeaningColours.ink(part.meaning(), tokens), 1.5);
    graphics.disc(
        x, y, 4 * tokens.scale(), MeaningColours.ink(part.meaning(), tokens), tokens.canvas(), 1.5);
    double tick = reach <= 10 ? 4 : Math.rint(reach / 2);
    for (double t : new double[] {-tick, 0, tick}) {
      graphics.text(
          numbers.shown(t, 2),
          left + (t + reach) * across,
          foot + graphics.size(11) + 5,
          11,
          Weight.REGULAR,
          tokens.muted(),
          PlotGraphics.Align.CENTRE);
    }
  }
}
