package org.ladera.ui.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.present.step.DataFlow;
import org.ladera.present.step.FlowSpan;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws what joins the units of an open update: its weights, and what runs along them. */
final class FlowEdges {
  private static final double RUNNER = 6;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final DataFlow dataFlow;
  private final FlowSpan span;
  private final List<List<Point2D>> places;
  private final double r;

  /**
   * @param places of the units, by layer
   * @param r radius of a unit
   */
  FlowEdges(
      PlotGraphics graphics,
      DataFlow dataFlow,
      FlowSpan span,
      List<List<Point2D>> places,
      double r) {
    this.graphics = graphics;
    this.dataFlow = dataFlow;
    this.span = span;
    this.places = places;
    this.r = r;
    tokens = graphics.tokens();
  }

  /** Whether both ends of an edge are drawn. */
  private boolean isDrawn(DataFlow.Edge edge) {
    return span.seen(edge.layer() - 1) > 0 && span.seen(edge.layer()) > 0;
  }

  /** Whether one end at least is drawn: the rest of the network is where the other one leads. */
  private boolean isBegun(DataFlow.Edge edge) {
    return span.seen(edge.layer() - 1) > 0 || span.seen(edge.layer()) > 0;
  }

  void draw() {
    double greatest =
        dataFlow.edges().stream().mapToDouble(e -> Math.abs(e.weight())).max().orElse(1);
    for (DataFlow.Edge edge : dataFlow.edges()) {
      if (!edge.lit() && isBegun(edge)) {
        Point2D a = places.get(edge.layer() - 1).get(edge.from());
        Point2D b = places.get(edge.layer()).get(edge.to());
        double wide = 1 + 3 * Math.abs(edge.weight()) / Math.max(greatest, 1e-300);
        graphics.line(a.getX(), a.getY(), b.getX(), b.getY(), tokens.separator(), wide);
      }
    }
    for (DataFlow.Edge edge : dataFlow.edges()) {
      if (edge.lit() && isBegun(edge)) {
        Point2D a = places.get(edge.layer() - 1).get(edge.from());
        Point2D b = places.get(edge.layer()).get(edge.to());
        Color sign = tokens.sign(edge.weight());
        graphics.line(a.getX(), a.getY(), b.getX(), b.getY(), sign, 3);
        arrow(dataFlow.backwards() ? b : a, dataFlow.backwards() ? a : b);
      }
    }
  }

  /** The light on its way along the edges of the term. */
  void run(TermLight light) {
    if (light.term().isEmpty() || light.share() >= 1) {
      return;
    }
    Color color = dataFlow.backwards() ? tokens.delta().ink() : tokens.input().ink();
    for (DataFlow.Edge edge : dataFlow.edges()) {
      if (edge.lit() && isDrawn(edge)) {
        Point2D a = places.get(edge.layer() - 1).get(edge.from());
        Point2D b = places.get(edge.layer()).get(edge.to());
        Point2D at =
            dataFlow.backwards()
                ? b.interpolate(a, light.share())
                : a.interpolate(b, light.share());
        graphics.disc(at.getX(), at.getY(), RUNNER * tokens.scale(), color, tokens.canvas(), 1.5);
      }
    }
  }

  /** Beside the edge, the way the numbers run. */
  private void arrow(Point2D from, Point2D to) {
    Point2D way = to.subtract(from).normalize();
    Point2D side = new Point2D(-way.getY(), way.getX()).multiply(6 * tokens.scale());
    Point2D start = from.add(way.multiply(r + 10)).add(side);
    Point2D end = to.subtract(way.multiply(r + 10)).add(side);
    if (end.subtract(start).dotProduct(way) < 12) {
      return;
    }
    Color color = dataFlow.backwards() ? tokens.delta().mark() : tokens.input().mark();
    graphics.line(start.getX(), start.getY(), end.getX(), end.getY(), color, 1.5);
    Point2D back = end.subtract(way.multiply(7));
    Point2D wing = new Point2D(-way.getY(), way.getX()).multiply(4);
    graphics.context().setFill(color);
    graphics
        .context()
        .fillPolygon(
            new double[] {end.getX(), back.add(wing).getX(), back.subtract(wing).getX()},
            new double[] {end.getY(), back.add(wing).getY(), back.subtract(wing).getY()},
            3);
  }

  /** The weights on the edges that are lit, where they are few: beside them, over no unit. */
  void labels(String letter, double width, double height) {
    List<DataFlow.Edge> lit = dataFlow.edges().stream().filter(e -> e.lit() && isDrawn(e)).toList();
    if (lit.isEmpty() || lit.size() > 3) {
      return;
    }
    Room room =
        new Room(graphics, new Rectangle2D(1, 1, width - 2, height - graphics.size(14) - 8));
    for (List<Point2D> layer : places) {
      for (Point2D p : layer) {
        room.take(new Rectangle2D(p.getX() - r, p.getY() - r, 2 * r, 2 * r));
      }
    }
    for (DataFlow.Edge edge : lit) {
      Point2D a = places.get(edge.layer() - 1).get(edge.from());
      Point2D b = places.get(edge.layer()).get(edge.to());
      RichText words = RichText.parse("$" + letter + "$ " + edge.shown());
      double wide = graphics.width(words, 11, Weight.MEDIUM) + 16;
      double tall = graphics.size(11) + 9;
      List<Rectangle2D> beside = new ArrayList<>();
      for (double t : new double[] {0.5, 0.4, 0.6, 0.3, 0.7}) {
        Point2D p = a.interpolate(b, t);
        beside.add(new Rectangle2D(p.getX() - wide / 2, p.getY() - tall / 2, wide, tall));
      }
      Optional<Rectangle2D> on = room.free("on " + lit.indexOf(edge), beside);
      if (on.isEmpty()) {
        Point2D middle = a.midpoint(b);
        double x = middle.getX();
        double y = middle.getY();
        on =
            room.beside(
                "at " + lit.indexOf(edge), x, y, 4, wide, tall, false, tokens.sign(edge.weight()));
      }
      on.ifPresent(at -> graphics.tag(words, at.getMinX(), at.getMinY() + tall / 2, tokens.text()));
    }
  }
}
