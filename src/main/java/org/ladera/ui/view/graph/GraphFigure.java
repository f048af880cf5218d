package org.ladera.ui.view.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Rectangle2D;
import org.ladera.present.graph.GraphModel;
import org.ladera.present.graph.GraphModel.Edge;
import org.ladera.ui.plot.Bow;
import org.ladera.ui.plot.PlotGraphics;

/** Where the nodes and edges of a graph lie in pixels. */
final class GraphFigure {
  private static final double WIDEST = 120;
  private static final double TALLEST = 92;
  private static final double PARALLEL = 5;
  private static final double REACH = 4;

  private final PlotGraphics graphics;
  private final GraphModel model;
  private final double[] columns;
  private final double top;
  private final double pitch;
  private final List<Rectangle2D> boxes = new ArrayList<>();

  GraphFigure(PlotGraphics graphics, Rectangle2D room, GraphModel model, NodeSizes sizes) {
    this.graphics = graphics;
    this.model = model;
    columns = columns(room, sizes.columns());
    double tall = room.getHeight() - sizes.height() - 2 * sizes.label();
    double most = TALLEST * Math.max(1, graphics.tokens().scale());
    pitch = model.lanes() <= 1 ? 0 : Math.min(most, Math.max(0, tall) / (model.lanes() - 1));
    top = room.getMinY() + room.getHeight() / 2 - pitch * (model.lanes() - 1) / 2;
    double h = sizes.height();
    for (int i = 0; i < model.nodes().size(); i++) {
      double w = sizes.width(i);
      double x = columns[model.nodes().get(i).column()];
      boxes.add(new Rectangle2D(x - w / 2, y(model.nodes().get(i).lane()) - h / 2, w, h));
    }
  }

  private double[] columns(Rectangle2D room, double[] widths) {
    double taken = Arrays.stream(widths).sum();
    double free = room.getWidth() - 2 * NodeSizes.MARGIN - taken;
    double most = WIDEST * Math.max(1, graphics.tokens().scale());
    double gap = Math.clamp(free / Math.max(1, widths.length - 1), 0, most);
    double at =
        room.getMinX() + (room.getWidth() - taken - gap * Math.max(0, widths.length - 1)) / 2;
    double[] centres = new double[widths.length];
    for (int c = 0; c < widths.length; c++) {
      centres[c] = at + widths[c] / 2;
      at += widths[c] + gap;
    }
    return centres;
  }

  private double y(double lane) {
    return top + pitch * lane;
  }

  Rectangle2D box(int node) {
    return boxes.get(node);
  }

  /** The curves of an edge, from its operand on; two edges between the same nodes lie apart. */
  List<Bow> bows(Edge edge) {
    double off = 0;
    List<Edge> twins =
        model.edges().stream().filter(e -> e.from() == edge.from() && e.to() == edge.to()).toList();
    if (twins.size() > 1) {
      off = twins.getFirst() == edge ? -PARALLEL : PARALLEL;
    }
    List<Bow> bows = new ArrayList<>();
    Rectangle2D from = boxes.get(edge.from());
    Rectangle2D to = boxes.get(edge.to());
    double x = from.getMaxX();
    double y = middle(from) + off;
    int column = model.nodes().get(edge.from()).column();
    for (double lane : edge.passing()) {
      column++;
      bows.add(new Bow(x, y, columns[column], y(lane)));
      x = columns[column];
      y = y(lane);
    }
    bows.add(new Bow(x, y, to.getMinX(), middle(to) + off));
    return bows;
  }

  static double middle(Rectangle2D box) {
    return box.getMinY() + box.getHeight() / 2;
  }

  /** The node under a place. */
  OptionalInt at(double x, double y) {
    for (int i = 0; i < boxes.size(); i++) {
      Rectangle2D b = boxes.get(i);
      Rectangle2D wide =
          new Rectangle2D(
              b.getMinX() - REACH,
              b.getMinY() - REACH,
              b.getWidth() + 2 * REACH,
              b.getHeight() + 2 * REACH);
      if (wide.contains(x, y)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
