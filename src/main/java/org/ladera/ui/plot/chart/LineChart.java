package org.ladera.ui.plot.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.fx.FXGraphics2D;
import org.ladera.present.plot.PlotAxis;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotArea;

/**
 * Grid, lines and levels of a chart, drawn by JFreeChart into the area between axes that our own
 * painter labels. FX thread only: JFreeChart's data must not change while it draws.
 */
public final class LineChart {
  private static final double DOT = 2.6;

  private final LinesDataset dataset = new LinesDataset();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
  private final ScaleAxis domain;
  private final ScaleAxis range;
  private final XYPlot plot;
  private final JFreeChart chart;

  /** A chart with these axes. */
  public LineChart(PlotAxis x, PlotAxis y) {
    domain = new ScaleAxis(x);
    range = new ScaleAxis(y);
    plot = new XYPlot(dataset, domain, range, renderer);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setFixedDomainAxisSpace(new AxisSpace());
    plot.setFixedRangeAxisSpace(new AxisSpace());
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setUseFillPaint(true);
    renderer.setDrawOutlines(true);
    renderer.setUseOutlinePaint(true);
    chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.setBorderVisible(false);
  }

  /**
   * Draws into {@code area} of a canvas.
   *
   * @param grid its colour
   * @param rim around dots, the colour of the canvas
   */
  public void draw(
      GraphicsContext g,
      PlotArea area,
      PlotAxis x,
      PlotAxis y,
      List<ChartLine> lines,
      List<ChartLevel> levels,
      Color grid,
      Color rim) {
    domain.show(x);
    range.show(y);
    style(lines, rim);
    levels(levels);
    grid(grid);
    dataset.show(lines);
    g.save();
    Clip.to(g, area.left(), area.top(), area.width(), area.height());
    // A new one each time: it remembers paints and strokes that others have changed since.
    chart.draw(
        new Unclipped(g),
        new Rectangle2D.Double(area.left(), area.top(), area.width(), area.height()));
    g.restore();
  }

  /** Leaves the clip as it is, for JFreeChart's would end between points. */
  private static final class Unclipped extends FXGraphics2D {
    Unclipped(GraphicsContext g) {
      super(g);
    }

    @Override
    public void clip(Shape shape) {
      // There is one.
    }

    @Override
    public void setClip(Shape shape) {
      // There is one.
    }
  }

  private void style(List<ChartLine> lines, Color rim) {
    for (int i = 0; i < lines.size(); i++) {
      ChartLine line = lines.get(i);
      renderer.setSeriesPaint(i, awt(line.color()), false);
      renderer.setSeriesFillPaint(i, awt(line.color()), false);
      renderer.setSeriesOutlinePaint(i, awt(rim), false);
      renderer.setSeriesStroke(i, stroke(line.width(), line.dashes()), false);
      renderer.setSeriesShapesVisible(i, line.dots());
      double r = DOT * line.width() / 2.25;
      renderer.setSeriesShape(i, new Ellipse2D.Double(-r, -r, 2 * r, 2 * r), false);
    }
  }

  private void levels(List<ChartLevel> levels) {
    plot.clearDomainMarkers();
    plot.clearRangeMarkers();
    for (ChartLevel level : levels) {
      ValueMarker marker =
          new ValueMarker(level.value(), awt(level.color()), stroke(level.width(), level.dashes()));
      marker.setAlpha(1);
      if (level.vertical()) {
        plot.addDomainMarker(marker, Layer.BACKGROUND);
      } else {
        plot.addRangeMarker(marker, Layer.BACKGROUND);
      }
    }
  }

  private void grid(Color color) {
    plot.setDomainGridlinePaint(awt(color));
    plot.setRangeGridlinePaint(awt(color));
    plot.setDomainGridlineStroke(stroke(1));
    plot.setRangeGridlineStroke(stroke(1));
  }

  private static BasicStroke stroke(double width, double... dashes) {
    if (dashes.length == 0) {
      return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
    float[] lengths = new float[dashes.length];
    for (int i = 0; i < dashes.length; i++) {
      lengths[i] = (float) dashes[i];
    }
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
  }

  private static java.awt.Color awt(Color color) {
    return new java.awt.Color(
        (float) color.getRed(),
        (float) color.getGreen(),
        (float) color.getBlue(),
        (float) color.getOpacity());
  }
}
