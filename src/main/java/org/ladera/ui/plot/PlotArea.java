package org.ladera.ui.plot;

import org.ladera.present.plot.Scale;

/** The rectangle between the axes, in pixels of the view, and the scales along its edges. */
public record PlotArea(double left, double top, double width, double height, Scale x, Scale y) {
  public double right() {
    return left + width;
  }

  public double bottom() {
    return top + height;
  }

  public double px(double value) {
    return left + x.unit(value) * width;
  }

  /** Upwards: the least value lies at the bottom. */
  public double py(double value) {
    return bottom() - y.unit(value) * height;
  }

  /** The x value at a pixel. */
  public double xAt(double px) {
    return x.value((px - left) / width);
  }

  /** The y value at a pixel. */
  public double yAt(double py) {
    return y.value((bottom() - py) / height);
  }

  public boolean contains(double px, double py) {
    return px >= left && px <= right() && py >= top && py <= bottom();
  }
}
