package org.ladera.ui.view.data;

import org.ladera.present.data.DataModel;
import org.ladera.present.data.DataModel.Mark;
import org.ladera.present.plot.Occupied;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.view.decision.PointCloud;

/** The examples of a {@link DataModel} that are too many to be drawn one by one. */
final class DataCrowd {
  private static final double RIM = 0.75;

  private final PlotArea area;
  private final DataModel model;

  DataCrowd(PlotArea area, DataModel model) {
    this.area = area;
    this.model = model;
  }

  /** Words do not cover points and residuals. */
  void keepFree(Room room) {
    Occupied taken = new Occupied(area.left(), area.top(), area.width(), area.height());
    for (Mark mark : model.marks()) {
      double y = area.py(mark.y());
      taken.take(area.px(mark.x()), y, model.residuals() ? area.py(mark.foot()) : y);
    }
    room.avoid(r -> taken.meets(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight()));
  }

  void draw(PointCloud cloud, PlotGraphics graphics, double radius) {
    int count = model.marks().size();
    double[] x = new double[count];
    double[] y = new double[count];
    double[] feet = new double[model.residuals() ? count : 0];
    byte[] groups = new byte[count];
    for (int i = 0; i < count; i++) {
      Mark mark = model.marks().get(i);
      x[i] = mark.x();
      y[i] = mark.y();
      groups[i] = (byte) mark.group();
      if (feet.length > 0) {
        feet[i] = mark.foot();
      }
    }
    DataPainter.named(model, area, graphics);
    double rim = RIM * Math.min(1, radius / 2);
    PointCloud.Crowd crowd = new PointCloud.Crowd(x, y, groups, new boolean[count], feet);
    cloud.draw(graphics, area, crowd, radius, rim, graphics.tokens().canvas());
  }
}
