package org.ladera.ui.view.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.network.NetworkModel.Column;
import org.ladera.present.network.NetworkModel.Edge;
import org.ladera.present.network.NetworkModel.Target;
import org.ladera.present.network.NetworkModel.Unit;
import org.ladera.ui.plot.Bow;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** The numbers of the weights on their edges, as many as have room. */
final class WeightPills {
  private static final double[] ALONG = {
    0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.46, 0.54, 0.38, 0.62, 0.3, 0.7, 0.22, 0.78
  };

  /** Points of an edge by which it is told whether it lies below a number. */
  private static final int POINTS = 48;

  private static final int MOST_NUMBERS = 20;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final Rectangle2D body;
  private final NetworkModel model;
  private final NetworkLayout layout;
  private final List<Placed> placed = new ArrayList<>();

  /** Points along the edges whose numbers are written. */
  private final IdentityHashMap<Edge, double[]> lines = new IdentityHashMap<>();

  /** A number on its edge. */
  private record Placed(Edge edge, Rectangle2D place) {}

  WeightPills(PlotGraphics graphics, Rectangle2D body, NetworkModel model, NetworkLayout layout) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    this.layout = layout;
    g = graphics.context();
    tokens = graphics.tokens();
    place();
  }

  /** How many weights have their number. */
  int size() {
    return placed.size();
  }

  private void place() {
    Room room = new Room(graphics, body);
    for (Column column : model.columns()) {
      for (Unit unit : column.units()) {
        Rectangle2D box = layout.unit(column.layer(), unit.number());
        double below = layout.hasLabels(column.layer()) ? graphics.size(12) * 1.5 : 0;
        room.take(
            new Rectangle2D(
                box.getMinX() - 4,
                box.getMinY() - 2,
                box.getWidth() + 8,
                box.getHeight() + below + 4));
      }
    }
    double h = Math.round(graphics.size(11) + 6);
    List<Edge> byWeight = new ArrayList<>(model.edges());
    byWeight.sort(
        Comparator.comparing((Edge e) -> !model.isLit(e))
            .thenComparing(e -> -Math.abs(e.value()), Double::compare));
    byWeight.stream()
        .filter(edge -> !isCrowded(edge.ref().layer()))
        .forEach(edge -> lines.put(edge, line(edge)));
    for (Edge edge : byWeight) {
      double w = graphics.width(edge.shown(), 11, Weight.MEDIUM) + 16;
      boolean narrow = layout.spacing() - layout.size(edge.ref().layer()) < 1.7 * w;
      if (narrow || (isCrowded(edge.ref().layer()) && !model.isLit(edge))) {
        continue;
      }
      Bow bow = layout.bow(edge.ref());
      List<Rectangle2D> candidates = new ArrayList<>();
      for (double t : ALONG) {
        Point2D p = bow.at(t);
        candidates.add(
            new Rectangle2D(
                Math.round(p.getX() - w / 2) + 0.5, Math.round(p.getY() - h / 2) + 0.5, w, h));
      }
      if (!model.isLit(edge)) {
        candidates.removeIf(place -> !isOfOneEdge(place, edge));
      }
      room.free(edge.ref().toString(), candidates)
          .ifPresent(place -> placed.add(new Placed(edge, place)));
    }
    placed.forEach(p -> layout.pill(p.edge().ref(), p.place()));
  }

  /** Whether a number there hides no other edge. */
  private boolean isOfOneEdge(Rectangle2D place, Edge own) {
    for (Map.Entry<Edge, double[]> other : lines.entrySet()) {
      if (other.getKey() != own && other.getKey().ref().layer() == own.ref().layer()) {
        double[] xy = other.getValue();
        for (int i = 0; i < xy.length; i += 2) {
          if (place.contains(xy[i], xy[i + 1])) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private double[] line(Edge edge) {
    Bow bow = layout.bow(edge.ref());
    double[] xy = new double[2 * (POINTS + 1)];
    for (int i = 0; i <= POINTS; i++) {
      Point2D p = bow.at((double) i / POINTS);
      xy[2 * i] = p.getX();
      xy[2 * i + 1] = p.getY();
    }
    return xy;
  }

  /** So many weights into a layer that their numbers would hide them. */
  private boolean isCrowded(int layer) {
    int from = model.columns().get(layer - 1).units().size();
    return from * model.columns().get(layer).units().size() > MOST_NUMBERS;
  }

  void draw() {
    placed.forEach(pill -> draw(pill.edge(), pill.place(), model.isFaded(pill.edge())));
  }

  void draw(Edge edge, Rectangle2D place, boolean faded) {
    boolean lit = model.lit().equals(Optional.of(new Target.Parameter(edge.ref())));
    g.setFill(tokens.canvas());
    double h = place.getHeight();
    g.fillRoundRect(place.getMinX(), place.getMinY(), place.getWidth(), h, h, h);
    g.setStroke(lit ? tokens.accent() : tokens.sign(edge.value()));
    g.setLineWidth(graphics.stroke(lit ? 2 : 1));
    g.setGlobalAlpha(faded ? 0.5 : 1);
    g.strokeRoundRect(place.getMinX(), place.getMinY(), place.getWidth(), h, h, h);
    graphics.text(
        edge.shown(),
        place.getMinX() + place.getWidth() / 2,
        NetworkLayout.middle(place) + graphics.drop(11),
        11,
        Weight.MEDIUM,
        tokens.text(),
        Align.CENTRE);
    g.setGlobalAlpha(1);
  }
}
