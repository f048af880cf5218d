package org.ladera.ui.view.graph;

import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import org.ladera.present.graph.GraphModel;
import org.ladera.present.graph.GraphModel.Node;
import org.ladera.present.graph.GraphSweep;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Type.Weight;

/** How large the nodes of a graph are, and how much can be written inside them. */
final class NodeSizes {
  /** What is written inside nodes, where there is room for it. */
  enum Inside {
    VALUES,
    NAMES,
    NOTHING
  }

  static final double TEXT = 12;

  /** At both sides of the graph. */
  static final double MARGIN = 16;

  /** Between columns, so that local derivatives have room. */
  private static final double NARROWEST = 26;

  /** Enough where the nodes have only their names inside; local derivatives are left out then. */
  private static final double NARROWEST_OF_NAMES = 12;

  /** Between nodes of two lanes. */
  private static final double APART = 4;

  /** Room for a label above or below a node, in its sizes. */
  private static final double LABEL = 1.75;

  private static final double LOWEST = 120;
  private static final double LOWEST_OF_DOTS = 70;
  private static final double DOT = 5;

  private final PlotGraphics graphics;
  private final GraphModel model;
  private final GraphSweep sweep;
  private final Inside inside;

  /**
   * @param body what there is for the graph and what is written below it
   */
  NodeSizes(PlotGraphics graphics, Rectangle2D body, GraphModel model, GraphSweep sweep) {
    this.graphics = graphics;
    this.model = model;
    this.sweep = sweep;
    inside = body.getHeight() < wordy() ? Inside.NOTHING : inside(body.getWidth() - 2 * MARGIN);
  }

  private double scale() {
    return Math.max(1, graphics.tokens().scale());
  }

  /** As much as the nodes of all lanes need with words inside and a label above and below. */
  private double wordy() {
    double size = graphics.size(TEXT);
    return model.lanes() * (2 * size + APART) + 2 * size * LABEL;
  }

  /** As much as leaves every edge its room. */
  private Inside inside(double room) {
    int gaps = Math.max(1, model.columns() - 1);
    for (Inside some : new Inside[] {Inside.VALUES, Inside.NAMES}) {
      double least = some == Inside.VALUES ? NARROWEST : NARROWEST_OF_NAMES;
      if ((room - Arrays.stream(columns(some)).sum()) / gaps >= least * scale()) {
        return some;
      }
    }
    return Inside.NOTHING;
  }

  Inside inside() {
    return inside;
  }

  /** The height of a graph below which nothing else gets room. */
  double lowest() {
    return inside == Inside.NOTHING
        ? LOWEST_OF_DOTS * scale()
        : Math.max(LOWEST * scale(), wordy());
  }

  /** Room for a label above or below. */
  double label() {
    return inside == Inside.NOTHING ? DOT : graphics.size(TEXT) * LABEL;
  }

  double height() {
    return inside == Inside.NOTHING ? 2 * DOT : graphics.size(TEXT) * 2;
  }

  double width(int node) {
    return width(node, inside);
  }

  /** The width of the widest node of each column. */
  double[] columns() {
    return columns(inside);
  }

  private double[] columns(Inside some) {
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
    return Math.max(graphics.size(TEXT) * 2, words + graphics.size(TEXT) * 1.1);
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
}
