package org.ladera.ui.view.sweep;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.present.sweep.SweepModel;
import org.ladera.present.sweep.SweepModel.Chart;
import org.ladera.present.sweep.SweepModel.Dot;
import org.ladera.present.sweep.SweepModel.Line;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.chart.ChartLine;
import org.ladera.ui.plot.chart.LineChart;
import org.ladera.ui.plot.chart.LineLegend;
import org.ladera.ui.theme.RunLook;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws one reading of a {@link SweepModel}: bands, points, medians. */
final class SweepPainter {
  private static final double POINT = 2.5;
  private static final double BAND = 0.16;
  private static final double NEAR = 9;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final SweepModel model;
  private final Chart chart;
  private final AxisPainter axes;
  private final Optional<LineLegend> legend;

  SweepPainter(PlotGraphics graphics, Rectangle2D body, SweepModel model, Chart chart) {
    this.graphics = graphics;
    this.model = model;
    this.chart = chart;
    tokens = graphics.tokens();
    double axis = graphics.width(RichText.parse(chart.y().name()), 11, Weight.REGULAR);
    legend =
        chart.lines().size() < 2
            ? Optional.empty()
            : Optional.of(
                new LineLegend(
                    graphics,
                    body.getMinX() + 16 + axis + 20,
                    body.getMaxX() - 16,
                    chart.lines().stream().map(this::entry).toList()));
    double above = legend.map(LineLegend::above).orElse(0.0);
    axes =
        new AxisPainter(
            graphics,
            new Rectangle2D(
                body.getMinX(),
                body.getMinY() + above,
                body.getWidth(),
                Math.max(0, body.getHeight() - above)),
            model.x(),
            chart.y());
  }

  private LineLegend.Entry entry(Line line) {
    return new LineLegend.Line(
        RichText.parse(line.name()), color(line.index()), 2, dashes(line.index()));
  }

  PlotArea area() {
    return axes.area();
  }

  /**
   * @param read the point that is read; null for none
   */
  void draw(LineChart lines, @Nullable Dot read) {
    PlotArea area = area();
    chart.lines().forEach(line -> band(area, line));
    lines.draw(
        graphics.context(),
        area,
        model.x(),
        chart.y(),
        chart.lines().stream().map(this::line).toList(),
        List.of(),
        tokens.grid(),
        tokens.canvas());
    for (Dot dot : chart.dots()) {
      if (chart.y().scale().holds(dot.y())) {
        Color faint = color(dot.line()).interpolate(tokens.canvas(), 0.35);
        graphics.disc(
            area.px(dot.x()),
            area.py(dot.y()),
            graphics.stroke(POINT),
            faint,
            tokens.canvas(),
            0.5);
      }
    }
    axes.base();
    graphics.axis(axes::labels);
    legend.ifPresent(l -> l.draw(area.top() - Math.max(10, 0.65 * graphics.size(11))));
    if (read != null) {
      graphics.ring(area.px(read.x()), area.py(read.y()), 7, tokens.accent(), 2);
    }
    if (chart.dots().isEmpty()) {
      invite(area);
    }
  }

  private void invite(PlotArea area) {
    double y = area.top() + area.height() / 2;
    for (String line : graphics.wrapped(model.spoken(), area.width() - 32, 12, Weight.REGULAR)) {
      graphics.onGround(
          RichText.parse(line),
          area.left() + area.width() / 2,
          y,
          12,
          Weight.REGULAR,
          tokens.muted(),
          Align.CENTRE);
      y += graphics.size(12) * 1.5;
    }
  }

  private void band(PlotArea area, Line line) {
    int count = line.x().length;
    if (count < 2) {
      return;
    }
    double[] xs = new double[2 * count];
    double[] ys = new double[2 * count];
    for (int i = 0; i < count; i++) {
      xs[i] = area.px(line.x()[i]);
      ys[i] = area.py(line.upper()[i]);
      xs[2 * count - 1 - i] = xs[i];
      ys[2 * count - 1 - i] = area.py(line.lower()[i]);
    }
    GraphicsContext g = graphics.context();
    g.setFill(tokens.canvas().interpolate(color(line.index()), BAND));
    g.fillPolygon(xs, ys, xs.length);
  }

  private ChartLine line(Line line) {
    return new ChartLine(
        line.x(),
        line.median(),
        color(line.index()),
        graphics.stroke(2.25),
        graphics.stroked(dashes(line.index())),
        true);
  }

  private Color color(int index) {
    return index == 0 ? tokens.loss().ink() : RunLook.of(tokens, index - 1).color();
  }

  private double[] dashes(int index) {
    return index == 0 ? new double[0] : RunLook.of(tokens, index - 1).dashes();
  }

  /** The point near a place on the canvas; null where there is none. */
  @Nullable Dot near(double px, double py) {
    Dot best = null;
    double nearest = NEAR * NEAR;
    for (Dot dot : chart.dots()) {
      double dx = area().px(dot.x()) - px;
      double dy = area().py(dot.y()) - py;
      if (dx * dx + dy * dy < nearest) {
        nearest = dx * dx + dy * dy;
        best = dot;
      }
    }
    return best;
  }
}
