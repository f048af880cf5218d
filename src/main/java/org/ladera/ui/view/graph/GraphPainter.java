package org.ladera.ui.view.graph;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.lesson.model.SweepMode;
import org.ladera.present.graph.GraphModel;
import org.ladera.present.graph.GraphModel.Edge;
import org.ladera.present.graph.GraphModel.Node;
import org.ladera.present.graph.GraphModel.Role;
import org.ladera.present.graph.GraphSweep;
import org.ladera.present.graph.GraphWords.Line;
import org.ladera.text.RichText;
import org.ladera.ui.plot.Bow;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.graph.NodeSizes.Inside;

/**
 * Draws a {@link GraphModel} as far as a sweep has come: values above the operations, derivatives
 * below all nodes, local derivatives on the edges they have passed, and below the graph the
 * arithmetic of one node.
 */
final class GraphPainter {
  private static final double LINE = 13;
  private static final double SPACING = 1.6;
  private static final double PADDING = 16;

  /** So many lines of arithmetic at most; their room is kept so that the graph stands still. */
  private static final int MOST_LINES = 3;

  private static final double HEAD = 5;

  /** Size of local derivatives. */
  private static final double SMALL = 11;

  /** How near labels come to the edge of the view, and to each other. */
  private static final double EDGE = 6;

  private static final double GROUND = 3;

  private static final double[] ALONG = {0.5, 0.4, 0.6, 0.3, 0.7};

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final GraphModel model;
  private final GraphSweep sweep;
  private final int chosen;
  private final Rectangle2D body;
  private final Rectangle2D above;
  private final NodeSizes sizes;
  private final GraphFigure figure;
  private final List<Line> lines;
  private final List<String> costs;
  private final List<Rectangle2D> taken = new ArrayList<>();

  /**
   * @param chosen the node whose arithmetic is shown, −1 for that of the last step
   */
  GraphPainter(
      PlotGraphics graphics, Rectangle2D body, GraphModel model, GraphSweep sweep, int chosen) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    this.sweep = sweep;
    this.chosen = chosen;
    g = graphics.context();
    tokens = graphics.tokens();
    sizes = new NodeSizes(graphics, body, model, sweep);
    double free = body.getHeight() - PADDING / 2 - sizes.lowest();
    int fit = (int) Math.clamp(free / step(), 0, MOST_LINES);
    List<String> wrapped =
        graphics.wrapped(model.words().costs(), body.getWidth() - 2 * PADDING, 12, Weight.REGULAR);
    double small = wrapped.size() * graphics.size(12) * SPACING;
    costs = free - MOST_LINES * step() >= small ? wrapped : List.of();
    double below = fit * step() + (costs.isEmpty() ? 0 : small) + PADDING / 2;
    List<Line> all = model.words().lines(sweep, chosen);
    lines = all.subList(0, Math.min(fit, all.size()));
    above =
        new Rectangle2D(body.getMinX(), body.getMinY(), body.getWidth(), body.getHeight() - below);
    figure = new GraphFigure(graphics, above, model, sizes);
  }

  private double step() {
    return graphics.size(LINE) * SPACING;
  }

  GraphFigure figure() {
    return figure;
  }

  void draw() {
    model.edges().forEach(this::edge);
    for (int i = 0; i < model.nodes().size(); i++) {
      node(i);
      taken.add(figure.box(i));
    }
    if (sizes.inside() != Inside.NOTHING) {
      for (int i = 0; i < model.nodes().size(); i++) {
        labels(i);
      }
      model.edges().forEach(this::slope);
    }
    words();
  }

  private Color derivative() {
    return switch (sweep.mode()) {
      case REVERSE -> tokens.gradient().ink();
      case FORWARD -> tokens.netInput().ink();
    };
  }

  /** Whether the local derivative of an edge has been used. */
  private boolean used(Edge edge) {
    return edge.differentiated() && sweep.knowsDerivative(edge.to());
  }

  private void edge(Edge edge) {
    boolean used = used(edge);
    boolean current = used && isCurrent(edge);
    Color color = used ? derivative() : tokens.weight().mark();
    g.setStroke(color);
    g.setLineWidth(graphics.stroke(current ? 3 : used ? 2 : 1.25));
    List<Bow> bows = figure.bows(edge);
    bows.forEach(bow -> bow.stroke(g));
    boolean back = used && sweep.mode() == SweepMode.REVERSE;
    Bow end = back ? bows.getFirst() : bows.getLast();
    head(back ? end.x1() : end.x2(), back ? end.y1() : end.y2(), back ? 1 : -1, color);
  }

  /** The edges of the node that the arithmetic is about. */
  private boolean isCurrent(Edge edge) {
    int about = chosen >= 0 ? chosen : sweep.last().orElse(-1);
    return switch (sweep.mode()) {
      case REVERSE -> edge.from() == about;
      case FORWARD -> edge.to() == about;
    };
  }

  private void head(double x, double y, int side, Color color) {
    double s = graphics.stroke(HEAD);
    g.setFill(color);
    g.fillPolygon(
        new double[] {x, x + side * 1.5 * s, x + side * 1.5 * s},
        new double[] {y, y - s, y + s},
        3);
  }

  private void node(int i) {
    Node n = model.nodes().get(i);
    Rectangle2D box = figure.box(i);
    double arc = n.operator().isEmpty() ? 8 : box.getHeight();
    g.setFill(tokens.canvas());
    g.fillRoundRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), arc, arc);
    g.setStroke(rim(n.role()));
    g.setLineWidth(graphics.stroke(n.role() == Role.RESULT ? 3 : 1.75));
    g.setLineDashes(sweep.knowsValue(i) ? new double[0] : graphics.stroked(PlotGraphics.REFERENCE));
    g.strokeRoundRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), arc, arc);
    g.setLineDashes();
    int about = chosen >= 0 ? chosen : sweep.last().orElse(-1);
    if (i == about) {
      g.setStroke(tokens.accent());
      g.setLineWidth(graphics.stroke(2));
      g.strokeRoundRect(
          box.getMinX() - 3.5,
          box.getMinY() - 3.5,
          box.getWidth() + 7,
          box.getHeight() + 7,
          arc + 7,
          arc + 7);
    }
    if (sizes.inside() != Inside.NOTHING) {
      graphics.text(
          RichText.parse(sizes.words(i)),
          box.getMinX() + box.getWidth() / 2,
          GraphFigure.middle(box) + graphics.drop(NodeSizes.TEXT),
          NodeSizes.TEXT,
          Weight.SEMI_BOLD,
          tokens.text(),
          Align.CENTRE);
    }
  }

  private Color rim(Role role) {
    return switch (role) {
      case DATA -> tokens.input().mark();
      case PARAMETER -> tokens.weight().ink();
      case OPERATION -> tokens.netInput().mark();
      case RESULT -> tokens.loss().mark();
    };
  }

  /** The value above an operation, the derivative below a node. */
  private void labels(int i) {
    Rectangle2D box = figure.box(i);
    double size = graphics.size(NodeSizes.TEXT);
    double x = box.getMinX() + box.getWidth() / 2;
    if (!model.nodes().get(i).operator().isEmpty()) {
      place(model.words().value(i, sweep), x, box.getMinY() - size * 0.6, tokens.text());
    }
    place(model.words().derivative(i, sweep), x, box.getMaxY() + size * 1.4, derivative());
  }

  /** The longest of these forms that covers nothing. */
  private void place(List<String> forms, double x, double base, Color color) {
    for (String form : forms) {
      RichText text = RichText.parse(form);
      double half = graphics.width(text, NodeSizes.TEXT, Weight.SEMI_BOLD) / 2;
      double left = above.getMinX() + EDGE + half;
      double at = Math.clamp(x, left, Math.max(left, above.getMaxX() - EDGE - half));
      if (takes(graphics.box(text, at, base, NodeSizes.TEXT, Weight.SEMI_BOLD, Align.CENTRE))) {
        graphics.onGround(text, at, base, NodeSizes.TEXT, Weight.SEMI_BOLD, color, Align.CENTRE);
        return;
      }
    }
  }

  /** Takes a place for a label where nothing is, with its ground at both sides. */
  private boolean takes(Rectangle2D label) {
    Rectangle2D wide =
        new Rectangle2D(
            label.getMinX() - GROUND,
            label.getMinY(),
            label.getWidth() + 2 * GROUND,
            label.getHeight());
    boolean free = above.contains(wide) && taken.stream().noneMatch(wide::intersects);
    if (free) {
      taken.add(wide);
    }
    return free;
  }

  /** The local derivative on its edge, where it covers nothing. */
  private void slope(Edge edge) {
    if (!used(edge)) {
      return;
    }
    RichText text = RichText.parse(model.words().slope(edge));
    Bow bow = figure.bows(edge).getLast();
    if (graphics.width(text, SMALL, Weight.REGULAR) > bow.x2() - bow.x1() - 2 * HEAD) {
      return;
    }
    for (double t : ALONG) {
      Point2D p = bow.at(t);
      double base = p.getY() + graphics.drop(SMALL);
      if (takes(graphics.box(text, p.getX(), base, SMALL, Weight.REGULAR, Align.CENTRE))) {
        graphics.onGround(text, p.getX(), base, SMALL, Weight.REGULAR, derivative(), Align.CENTRE);
        return;
      }
    }
  }

  private void words() {
    double x = body.getMinX() + PADDING;
    double width = body.getWidth() - 2 * PADDING;
    double base = above.getMaxY() + graphics.size(LINE) * 1.1;
    for (Line line : lines) {
      Color color = line.derivative() ? derivative() : tokens.text();
      RichText text = longest(line.forms(), width);
      graphics.plain(text, x, base, LINE, Weight.REGULAR, color, Align.LEFT);
      base += step();
    }
    base = body.getMaxY() - PADDING / 2 - (costs.size() - 1) * graphics.size(12) * SPACING;
    for (String line : costs) {
      graphics.text(line, x, base, 12, Weight.REGULAR, tokens.muted(), Align.LEFT);
      base += graphics.size(12) * SPACING;
    }
  }

  private RichText longest(List<String> forms, double width) {
    for (String form : forms) {
      RichText text = RichText.parse(form);
      if (graphics.width(text, LINE, Weight.REGULAR) <= width) {
        return text;
      }
    }
    return graphics.fitting(RichText.parse(forms.getLast()), width, LINE, Weight.REGULAR);
  }
}
