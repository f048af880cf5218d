package org.ladera.ui.view.decision;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.present.decision.HiddenModel;
import org.ladera.present.decision.HiddenModel.Stage;
import org.ladera.ui.plot.Clip;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;

/** Draws a {@link HiddenModel} on the way from one stage to another. */
public final class HiddenPainter {
  private static final double WIDEST = 1.4;
  private static final double GRID = 1.25;

  /** Of the sides of the square. */
  private static final double EDGE = 2.25;

  /** Of the rim that sets a line off from the map and from the lines below it. */
  private static final double RIM = 3;

  /** Marks this near share one place for what is written beside them. */
  private static final double TOGETHER = 10;

  private final PlotGraphics graphics;
  private final HiddenModel model;
  private final Stage from;
  private final Stage to;
  private final double share;
  private final ImageAxes axes;
  private final PlotArea area;

  /**
   * @param share of the way, 0 to 1
   */
  public HiddenPainter(
      PlotGraphics graphics,
      Rectangle2D body,
      HiddenModel model,
      Stage from,
      Stage to,
      double share) {
    this.graphics = graphics;
    this.model = model;
    this.from = from;
    this.to = to;
    this.share = share;
    double ratio = body.getWidth() / Math.max(1, body.getHeight());
    double aspect = ratio > WIDEST ? WIDEST : ratio < 1 / WIDEST ? 1 / WIDEST : 0;
    Stage near = share < 0.5 ? from : to;
    axes = new ImageAxes(graphics, body, near.x(), near.y(), aspect);
    area = axes.area();
  }

  public PlotArea area() {
    return area;
  }

  public void draw(BackgroundImage image, PointCloud cloud, int classes) {
    GraphicsContext g = graphics.context();
    if (to.background().isPresent()) {
      g.setGlobalAlpha(share < 1 ? share * share : 1);
      image.draw(graphics, area, to.background().get(), Inks.of(graphics.tokens(), classes));
      g.setGlobalAlpha(1);
    } else {
      image.clear();
    }
    graphics.axis(axes::draw);
    g.save();
    Clip.to(g, area.left(), area.top(), area.width(), area.height());
    grid();
    g.restore();
    marks(cloud);
  }

  /**
   * The square as a sheet: its lines keep the colours that they have in the plane of the inputs,
   * from one side to the other, so that one sees in every fold where a part of it comes from.
   */
  private void grid() {
    for (int line = 0; line < 2 * HiddenModel.LINES; line++) {
      strand(line, graphics.tokens().canvas().deriveColor(0, 1, 1, 0.85), RIM);
    }
    for (int line = 0; line < 2 * HiddenModel.LINES; line++) {
      int along = line % HiddenModel.LINES;
      boolean edge = along == 0 || along == HiddenModel.LINES - 1;
      strand(line, hue(line), edge ? EDGE : GRID);
    }
  }

  private Color hue(int line) {
    Tokens tokens = graphics.tokens();
    double across = (double) (line % HiddenModel.LINES) / (HiddenModel.LINES - 1);
    boolean upright = line < HiddenModel.LINES;
    return upright
        ? tokens.sheetLeft().interpolate(tokens.sheetRight(), across)
        : tokens.sheetLow().interpolate(tokens.sheetHigh(), across);
  }

  private void strand(int line, Color color, double width) {
    double[] xs = new double[HiddenModel.ALONG];
    double[] ys = new double[HiddenModel.ALONG];
    for (int i = 0; i < HiddenModel.ALONG; i++) {
      Point2D place = place(from.grid(), to.grid(), line * HiddenModel.ALONG + i);
      xs[i] = place.getX();
      ys[i] = place.getY();
    }
    GraphicsContext g = graphics.context();
    g.setStroke(color);
    g.setLineWidth(graphics.stroke(width));
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.strokePolyline(xs, ys, xs.length);
  }

  /** Where an example or a corner of the grid is on the way, in pixels. */
  private Point2D place(MatrixView before, MatrixView after, int index) {
    double ax = from.x().scale().unit(before.get(index, 0));
    double ay = from.y().scale().unit(before.get(index, 1));
    double bx = to.x().scale().unit(after.get(index, 0));
    double by = to.y().scale().unit(after.get(index, 1));
    return new Point2D(
        area.left() + (ax + share * (bx - ax)) * area.width(),
        area.bottom() - (ay + share * (by - ay)) * area.height());
  }

  /** Where the examples are, in pixels. */
  public List<Point2D> places() {
    List<Point2D> places = new ArrayList<>();
    for (int i = 0; i < model.groups().size(); i++) {
      places.add(place(from.points(), to.points(), i));
    }
    return places;
  }

  private void marks(PointCloud cloud) {
    List<Point2D> places = places();
    Points points = new Points(graphics, area, places.size());
    if (model.lit() >= 0) {
      Point2D lit = places.get(model.lit());
      points.lit(lit.getX(), lit.getY());
    }
    if (places.size() > PointCloud.FROM) {
      points.cloud(cloud, crowd(places));
      if (model.lit() >= 0) {
        mark(points, places, model.lit());
      }
    } else {
      cloud.clear();
      for (int i = 0; i < places.size(); i++) {
        mark(points, places, i);
      }
    }
    if (model.names().isEmpty() || share < 1) {
      return;
    }
    to.background().ifPresent(points::avoidLines);
    for (int line = 0; line < 2 * HiddenModel.LINES; line++) {
      for (int i = 1; i < HiddenModel.ALONG; i++) {
        Point2D a = place(from.grid(), to.grid(), line * HiddenModel.ALONG + i - 1);
        Point2D b = place(from.grid(), to.grid(), line * HiddenModel.ALONG + i);
        points.keepFree(a.getX(), a.getY(), b.getX(), b.getY());
      }
    }
    boolean[] named = new boolean[places.size()];
    for (int i = 0; i < places.size(); i++) {
      if (named[i]) {
        continue;
      }
      List<String> names = new ArrayList<>();
      for (int j = i; j < places.size(); j++) {
        if (!named[j] && places.get(i).distance(places.get(j)) < TOGETHER) {
          named[j] = true;
          names.add(model.names().get(j));
        }
      }
      points.words("mark " + i, names, places.get(i).getX(), places.get(i).getY());
    }
  }

  private void mark(Points points, List<Point2D> places, int index) {
    Point2D place = places.get(index);
    points.mark(place.getX(), place.getY(), model.groups().get(index));
  }

  private PointCloud.Crowd crowd(List<Point2D> places) {
    int count = places.size();
    double[] x = new double[count];
    double[] y = new double[count];
    byte[] groups = new byte[count];
    for (int i = 0; i < count; i++) {
      x[i] = area.xAt(places.get(i).getX());
      y[i] = area.yAt(places.get(i).getY());
      groups[i] = (byte) (model.groups().get(i) % ClassMark.COUNT);
    }
    return new PointCloud.Crowd(x, y, groups, new boolean[count], new double[0]);
  }
}
