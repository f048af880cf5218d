package org.ladera.ui.view.decision;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.ladera.present.decision.BoundaryModel;
import org.ladera.present.decision.BoundaryModel.Mark;
import org.ladera.ui.plot.Invitation;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;

/** Draws a {@link BoundaryModel}. */
public final class BoundaryPainter {
  /** Beyond this the two inputs are not of one kind, and the plane is stretched. */
  private static final double STRETCHED = 2.5;

  private static final int MOST_RINGS = 12;

  private final PlotGraphics graphics;
  private final Rectangle2D body;
  private final BoundaryModel model;
  private final ImageAxes axes;
  private final PlotArea area;

  public BoundaryPainter(PlotGraphics graphics, Rectangle2D body, BoundaryModel model) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    double ratio =
        (model.x().scale().max() - model.x().scale().min())
            / (model.y().scale().max() - model.y().scale().min());
    boolean alike = ratio < STRETCHED && ratio > 1 / STRETCHED;
    axes = new ImageAxes(graphics, body, model.x(), model.y(), alike ? ratio : 0);
    area = axes.area();
  }

  public PlotArea area() {
    return area;
  }

  /**
   * @param image what the network says over the plane
   * @param cloud the examples, where they are many
   */
  public void draw(BackgroundImage image, PointCloud cloud) {
    if (!model.empty().isEmpty()) {
      image.clear();
      cloud.clear();
      Invitation.draw(graphics, body, model.empty());
      return;
    }
    model
        .background()
        .ifPresent(
            g -> image.draw(graphics, area, g, Inks.of(graphics.tokens(), model.classes().size())));
    frame();
    graphics.axis(axes::draw);
    Points points = new Points(graphics, area, model.marks().size());
    model.lit().ifPresent(lit -> ring(points, model.marks().get(lit.sample())));
    // Where many are wrong, rings around all of them would hide everything: the right ones fade.
    long wrong = model.marks().stream().filter(Mark::wrong).count();
    boolean fades = wrong > MOST_RINGS;
    if (model.marks().size() > PointCloud.FROM) {
      points.cloud(cloud, crowd(fades));
      model.lit().ifPresent(lit -> mark(points, model.marks().get(lit.sample()), false));
    } else {
      cloud.clear();
      for (Mark mark : model.marks()) {
        mark(points, mark, fades && !mark.wrong());
      }
    }
    for (Mark mark : model.marks()) {
      if (mark.wrong() && !fades && shows(mark)) {
        points.wrong(area.px(mark.x()), area.py(mark.y()));
      }
    }
    model.background().ifPresent(points::avoidLines);
    for (int i = 0; i < model.marks().size(); i++) {
      Mark mark = model.marks().get(i);
      if (mark.value().isEmpty()) {
        continue;
      }
      points.words("mark " + i, mark.value(), area.px(mark.x()), area.py(mark.y()));
    }
  }

  private void mark(Points points, Mark mark, boolean faded) {
    if (shows(mark)) {
      points.mark(area.px(mark.x()), area.py(mark.y()), mark.group(), faded);
    }
  }

  private PointCloud.Crowd crowd(boolean fades) {
    int count = model.marks().size();
    double[] x = new double[count];
    double[] y = new double[count];
    byte[] groups = new byte[count];
    boolean[] faded = new boolean[count];
    for (int i = 0; i < count; i++) {
      Mark mark = model.marks().get(i);
      x[i] = mark.x();
      y[i] = mark.y();
      groups[i] = (byte) (mark.group() % ClassMark.COUNT);
      faded[i] = fades && !mark.wrong();
    }
    return new PointCloud.Crowd(x, y, groups, faded, new double[0]);
  }

  /** Where the network cannot decide, its colour is that of the canvas: the plane needs an edge. */
  private void frame() {
    GraphicsContext g = graphics.context();
    g.setStroke(graphics.tokens().separator());
    g.setLineWidth(1);
    g.strokeRect(area.left() + 0.5, area.top() + 0.5, area.width() - 1, area.height() - 1);
  }

  private boolean shows(Mark mark) {
    return area.contains(area.px(mark.x()), area.py(mark.y()));
  }

  private void ring(Points points, Mark mark) {
    if (shows(mark)) {
      points.lit(area.px(mark.x()), area.py(mark.y()));
    }
  }
}
