package org.ladera.ui.view.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Rectangle2D;
import org.ladera.present.graph.GraphModel;
import org.ladera.present.graph.GraphModel.Edge;
import org.ladera.present.graph.GraphModel.Node;
import org.ladera.present.graph.Sweep;
import org.ladera.text.RichText;
import org.ladera.ui.plot.Bow;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Type.Weight;

/** Where the nodes and edges of a graph lie in pixels. */
final class GraphFigure {
  /** What is written inside nodes, where there is room for it. */
  enum Inside {
    VALUES,
    NAMES,
    NOTHING
  }

  static final double TEXT = 12;
  private static final double MARGIN = 16;

  /** Between columns, so that an edge can be told from its nodes. */
  private static final double NARROWEST = 26;

  /** Enough where the nodes have only their names inside; local derivatives are left out then. */
  private static final double NARROWEST_OF_NAMES = 12;

  /** Between nodes of two lanes. */
  private static final double APART = 4;

  /** Room for a label, in its sizes. */
  private static final double LABEL = 1.75;

  private static final double WIDEST = 120;
  private static final double TALLEST = 92;
  private static final double DOT = 5;
  private static final double PARALLEL = 5;
  private static final double REACH = 4;

  private final PlotGraphics graphics;
  private final GraphModel model;
  private final Sweep sweep;
  private final Inside inside;
  private final double[] columns;
  private final double top;
  private final double pitch;
  private final List<Rectangle2D> boxes = new ArrayList<>();

  GraphFigure(PlotGraphics graphics, Rectangle2D room, GraphModel model, Sweep sweep) {
    this.graphics = graphics;
    this.model = model;
    this.sweep = sweep;
    double tall = room.getHeight() - height() - 2 * graphics.size(TEXT) * LABEL;
    boolean low = tall < (model.lanes() - 1) * (height() + APART);
    inside = low ? Inside.NOTHING : inside(room.getWidth() - 2 * MARGIN);
    columns = columns(room);
    double most = TALLEST * Math.max(1, graphics.tokens().scale());
    pitch = model.lanes() <= 1 ? 0 : Math.min(most, Math.max(0, tall) / (model.lanes() - 1));
    top = room.getMinY() + room.getHeight() / 2 - pitch * (model.lanes() - 1) / 2;
    for (int i = 0; i < model.nodes().size(); i++) {
      double w = width(i, inside);
      double x = columns[model.nodes().get(i).column()];
      double h = inside == Inside.NOTHING ? 2 * DOT : height();
      boxes.add(new Rectangle2D(x - w / 2, y(model.nodes().get(i).lane()) - h / 2, w, h));
    }
  }

  /** As much as the nodes of all lanes need with a label above and below. */
  static double lowest(PlotGraphics graphics, GraphModel model) {
    double size = graphics.size(TEXT);
    return model.lanes() * (2 * size + APART) + 2 * size * LABEL;
  }

  private double height() {
    return graphics.size(TEXT) * 2;
  }

  /** As much as leaves every edge its room. */
  private Inside inside(double room) {
    int gaps = Math.max(1, model.columns() - 1);
    for (Inside some : new Inside[] {Inside.VALUES, Inside.NAMES}) {
      double taken = 0;
      for (double width : widths(some)) {
        taken += width;
      }
      double least = some == Inside.VALUES ? NARROWEST : NARROWEST_OF_NAMES;
      if ((room - taken) / gaps >= least * Math.max(1, graphics.tokens().scale())) {
        return some;
      }
    }
    return Inside.NOTHING;
  }

  private double[] widths(Inside some) {
    double[] widths = new double[model.columns()];
    for (int i = 0; i < model.nodes().size(); i++) {
      int column = model.nodes().get(i).column();
      widths[column] = Math.max(widths[column], width(i, some));
    }
    return widths;
  }

  private double width(int node, Inside some) {
    if (some == Inside.NOTHING) {
      return 2 * DOT;
    }
    double words = graphics.width(RichText.parse(words(node, some)), TEXT, Weight.SEMI_BOLD);
    return Math.max(height(), words + graphics.size(TEXT) * 1.1);
  }

  /** What stands inside a node. */
  String words(int node) {
    return words(node, inside);
  }

  private String words(int node, Inside some) {
    Node n = model.nodes().get(node);
    if (!n.operator().isEmpty()) {
      return n.operator();
    }
    return some == Inside.VALUES ? model.words().value(node, sweep).getFirst() : n.symbol();
  }

  Inside inside() {
    return inside;
  }

  private double[] columns(Rectangle2D room) {
    double[] widths = widths(inside);
    double taken = 0;
    for (double width : widths) {
      taken += width;
    }
    double free = room.getWidth() - 2 * MARGIN - taken;
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
