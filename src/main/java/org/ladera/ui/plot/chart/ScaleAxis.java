package org.ladera.ui.plot.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.ladera.present.plot.PlotAxis;

/** A JFreeChart axis whose scale and ticks are ours; numbers and name are drawn elsewhere. */
final class ScaleAxis extends NumberAxis {
  @Serial private static final long serialVersionUID = 1;

  /** Far outside the chart, and still a coordinate that a path can hold. */
  private static final double FAR = 3;

  private transient PlotAxis axis;

  ScaleAxis(PlotAxis axis) {
    setAutoRange(false);
    setVisible(false);
    show(axis);
  }

  void show(PlotAxis next) {
    axis = next;
    setRange(next.scale().min(), next.scale().max());
  }

  @Override
  public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
    double unit = Math.max(-FAR, Math.min(axis.scale().unit(value), 1 + FAR));
    return RectangleEdge.isTopOrBottom(edge)
        ? area.getX() + unit * area.getWidth()
        : area.getMaxY() - unit * area.getHeight();
  }

  @Override
  public double java2DToValue(double pixel, Rectangle2D area, RectangleEdge edge) {
    return axis.scale()
        .value(
            RectangleEdge.isTopOrBottom(edge)
                ? (pixel - area.getX()) / area.getWidth()
                : (area.getMaxY() - pixel) / area.getHeight());
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return axis.ticks().stream()
        .map(tick -> new NumberTick(tick.value(), "", TextAnchor.CENTER, TextAnchor.CENTER, 0))
        .toList();
  }
}
