package org.ladera.ui.plot.chart;

import java.io.Serial;
import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/** A view of arrays that are already thinned; replaced as a whole, with one event. */
final class LinesDataset extends AbstractXYDataset {
  @Serial private static final long serialVersionUID = 1;

  private transient List<ChartLine> lines = List.of();

  void show(List<ChartLine> next) {
    lines = List.copyOf(next);
    fireDatasetChanged();
  }

  @Override
  public int getSeriesCount() {
    return lines.size();
  }

  @Override
  public Comparable<Integer> getSeriesKey(int series) {
    return series;
  }

  @Override
  public int getItemCount(int series) {
    return lines.get(series).x().length;
  }

  @Override
  public double getXValue(int series, int item) {
    return lines.get(series).x()[item];
  }

  @Override
  public double getYValue(int series, int item) {
    return lines.get(series).y()[item];
  }

  @Override
  public Number getX(int series, int item) {
    return getXValue(series, item);
  }

  @Override
  public Number getY(int series, int item) {
    return getYValue(series, item);
  }
}
