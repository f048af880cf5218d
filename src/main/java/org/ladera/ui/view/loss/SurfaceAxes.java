package org.ladera.ui.view.loss;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Tick;
import org.ladera.present.relief.Projection;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Numbers and names on the three outer edges of the block, and faint lines on the walls behind. */
final class SurfaceAxes {
  private static final double MARK = 5;
  private static final double GAP = 5;
  private static final double NAME = 14;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final Projection projection;
  private final PlotAxis u;
  private final PlotAxis v;
  private final PlotAxis height;
  private final String uName;
  private final String vName;
  private final Room room;

  private final int front;
  private final int back;
  private final int left;

  SurfaceAxes(
      PlotGraphics graphics,
      Room room,
      Projection projection,
      PlotAxis u,
      PlotAxis v,
      PlotAxis height,
      String uName,
      String vName) {
    this.graphics = graphics;
    this.room = room;
    this.projection = projection;
    this.u = u;
    this.v = v;
    this.height = height;
    this.uName = uName;
    this.vName = vName;
    tokens = graphics.tokens();
    int nearest = 0;
    int leftmost = 0;
    for (int c = 1; c < 4; c++) {
      if (corner(c, 0).nearness() > corner(nearest, 0).nearness()) {
        nearest = c;
      }
      if (corner(c, 0).x() < corner(leftmost, 0).x()) {
        leftmost = c;
      }
    }
    front = nearest;
    back = 3 - nearest;
    left = leftmost;
  }

  /** How much room numbers and names need around the block: left, top, right, bottom. */
  static double[] margins(PlotGraphics graphics, PlotAxis height, Rectangle2D body) {
    double line = graphics.size(11) * 1.3;
    double widest = 0;
    for (Tick tick : height.ticks()) {
      widest = Math.max(widest, graphics.width(tick.label(), 11, Weight.REGULAR));
    }
    double side = Math.min(widest + MARK + GAP + 10, body.getWidth() * 0.22);
    double foot = Math.min(1.4 * line + MARK + GAP, body.getHeight() * 0.14);
    return new double[] {
      side, Math.min(line, body.getHeight() * 0.06), Math.min(30, body.getWidth() * 0.08), foot
    };
  }

  private Projection.Spot corner(int c, double h) {
    return projection.spot(c & 1, c >> 1, h);
  }

  /** The walls behind the hillside: drawn before it. */
  void walls() {
    Color grid = tokens.grid();
    for (Tick tick : height.ticks()) {
      wall(height.scale().unit(tick.value()), grid);
    }
    wall(1, tokens.separator());
    line(corner(back, 0), corner(back, 1), grid);
  }

  private void wall(double h, Color color) {
    line(corner(back ^ 1, h), corner(back, h), color);
    line(corner(back, h), corner(back ^ 2, h), color);
  }

  private void line(Projection.Spot a, Projection.Spot b, Color color) {
    graphics.line(a.x(), a.y(), b.x(), b.y(), color, 1);
  }

  /** The three edges with their numbers: drawn after the hillside. */
  void edges() {
    Color edge = tokens.controlBorder();
    // An edge of corners that differ in bit 0 runs along u.
    edge(u, uName, front, front ^ 1, edge);
    edge(v, vName, front, front ^ 2, edge);
    vertical(edge);
  }

  private void edge(PlotAxis axis, String name, int a, int b, Color color) {
    Projection.Spot from = corner(a, 0);
    Projection.Spot to = corner(b, 0);
    line(from, to, color);
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = Math.hypot(dx, dy);
    if (length < 24) {
      return;
    }
    double nx = dy / length;
    double ny = -dx / length;
    Projection.Spot middle = projection.spot(0.5, 0.5, 0);
    if (nx * (middle.x() - from.x()) + ny * (middle.y() - from.y()) > 0) {
      nx = -nx;
      ny = -ny;
    }
    boolean alongU = (a ^ b) == 1;
    double fixed = alongU ? a >> 1 : a & 1;
    List<Projection.Spot> spots = new ArrayList<>();
    for (Tick tick : axis.ticks()) {
      double t = axis.scale().unit(tick.value());
      spots.add(alongU ? projection.spot(t, fixed, 0) : projection.spot(fixed, t, 0));
    }
    double widest = ticks(axis.ticks(), spots, nx, ny, color);
    RichText words = RichText.parse(name);
    double w = graphics.width(words, 13, Weight.REGULAR);
    double h = graphics.size(13);
    double out =
        MARK
            + GAP
            + Math.abs(nx) * widest
            + Math.abs(ny) * graphics.size(11)
            + NAME * 0.7
            + Math.abs(nx) * w / 2
            + Math.abs(ny) * h / 2;
    double x = (from.x() + to.x()) / 2 + nx * out;
    double y = (from.y() + to.y()) / 2 + ny * out;
    Rectangle2D place = new Rectangle2D(x - w / 2, y - h / 2, w, h);
    if (room.holds(place)) {
      graphics.text(
          words, x, y + h * 0.35, 13, Weight.REGULAR, tokens.muted(), PlotGraphics.Align.CENTRE);
      room.take(place);
    }
  }

  /** Marks and numbers along an edge, outwards; the widest number. */
  private double ticks(
      List<Tick> ticks, List<Projection.Spot> spots, double nx, double ny, Color color) {
    double widest = 0;
    Rectangle2D before = null;
    double h = graphics.size(11);
    for (int i = 0; i < ticks.size(); i++) {
      Projection.Spot p = spots.get(i);
      String label = ticks.get(i).label();
      double w = graphics.width(label, 11, Weight.REGULAR);
      double out = MARK + GAP + Math.abs(nx) * w / 2 + Math.abs(ny) * h / 2;
      double x = p.x() + nx * out;
      double y = p.y() + ny * out;
      Rectangle2D box = new Rectangle2D(x - w / 2 - 3, y - h / 2, w + 6, h);
      graphics.line(p.x(), p.y(), p.x() + nx * MARK, p.y() + ny * MARK, color, 1);
      if (!room.holds(box) || (before != null && before.intersects(box))) {
        continue;
      }
      before = box;
      room.take(box);
      widest = Math.max(widest, w);
      graphics.text(
          label,
          x,
          y + graphics.drop(11),
          11,
          Weight.REGULAR,
          tokens.muted(),
          PlotGraphics.Align.CENTRE);
    }
    return widest;
  }

  private void vertical(Color color) {
    Projection.Spot foot = corner(left, 0);
    Projection.Spot top = corner(left, 1);
    double length = Math.hypot(top.x() - foot.x(), top.y() - foot.y());
    if (length < 24) {
      return;
    }
    line(foot, top, color);
    Rectangle2D before = null;
    double highest = top.y();
    double right = top.x() - MARK - GAP;
    double h = graphics.size(11);
    for (Tick tick : height.ticks().reversed()) {
      Projection.Spot p = corner(left, height.scale().unit(tick.value()));
      double w = graphics.width(tick.label(), 11, Weight.REGULAR);
      double x = p.x() - MARK - GAP;
      Rectangle2D box = new Rectangle2D(x - w, p.y() - h / 2, w, h);
      graphics.line(p.x() - MARK, p.y(), p.x(), p.y(), color, 1);
      if (before != null && before.intersects(box)) {
        continue;
      }
      before = box;
      room.take(box);
      highest = Math.min(highest, p.y());
      graphics.text(
          tick.label(),
          x,
          p.y() + graphics.drop(11),
          11,
          Weight.REGULAR,
          tokens.muted(),
          PlotGraphics.Align.RIGHT);
    }
    RichText words = RichText.parse(height.name());
    double y = highest - h * 1.1;
    double start = Math.max(graphics.width(words, 12, Weight.REGULAR) + 6, right);
    graphics.text(words, start, y, 12, Weight.REGULAR, tokens.muted(), PlotGraphics.Align.RIGHT);
    room.take(graphics.box(words, start, y, 12, Weight.REGULAR, PlotGraphics.Align.RIGHT));
  }
}
