package org.ladera.ui.view.network;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.network.NetworkModel.Column;
import org.ladera.present.network.NetworkModel.Edge;
import org.ladera.present.network.NetworkModel.Link;
import org.ladera.present.network.NetworkModel.Target;
import org.ladera.present.network.NetworkModel.Unit;
import org.ladera.text.RichText;
import org.ladera.ui.plot.Bow;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Type.Weight;

/** Where everything of a network lies inside the body of its view. */
final class NetworkLayout {
  private static final double PADDING = 16;
  private static final double LARGEST_SHARE = 0.175;
  private static final double NEAR = 6;
  private static final double LARGEST_PICTURE = 96;

  /** Width of the legend with the room to the column beside it. */
  private static final double LEGEND = 215;

  /** Height of a unit with room around it, below which its label would cost too much of it. */
  private static final double LABELLED = 42;

  /** A picture takes the room of so many units. */
  private static final double PICTURE = 6;

  private final Rectangle2D body;
  private final double top;
  private final double bottom;
  private final boolean[] labels;
  private final boolean deltas;
  private final double line;
  private final double[] centres;
  private final double[] sizes;
  private final double picture;
  private final Map<Target.Unit, Rectangle2D> units = new HashMap<>();
  private final Map<ParameterRef, Bow> bows = new LinkedHashMap<>();
  private final IdentityHashMap<Link, Bow> links = new IdentityHashMap<>();
  private final Map<ParameterRef, Rectangle2D> pills = new HashMap<>();
  private final Map<Integer, Point2D> gaps = new HashMap<>();

  NetworkLayout(PlotGraphics graphics, Rectangle2D body, NetworkModel model) {
    this.body = body;
    line = graphics.size(12) * 1.4;
    boolean captions = body.getHeight() >= 170 * graphics.tokens().scale();
    top = body.getMinY() + (captions ? line + 10 : 4);
    double most = model.columns().stream().mapToDouble(NetworkLayout::slots).max().orElse(1);
    int count = model.columns().size();
    int last = model.columns().getLast().units().size();
    // The legend lies below short last columns, else it gets a strip of its own.
    double spacing = (body.getWidth() - 2 * PADDING) / Math.max(1, count - 0.4);
    int before = count < 2 ? 0 : model.columns().get(count - 2).units().size();
    boolean reaches = LEGEND * graphics.tokens().scale() > spacing && before > 0.5 * most;
    boolean strip =
        hasLegend(graphics) && (last > 0.7 * most || reaches || low(last, most, spacing, graphics));
    bottom = body.getMaxY() - (strip ? legendHeight(graphics) : 6);
    double text = labelWidth(graphics, model);
    labels = new boolean[count];
    double room = Double.POSITIVE_INFINITY;
    for (int c = 0; c < count; c++) {
      double own = (bottom - top) / slots(model.columns().get(c));
      labels[c] = captions && own >= line + LABELLED && spacing >= text + 6;
      room = Math.min(room, labels[c] ? own - line - 16 : own - 6);
    }
    double size =
        Math.clamp(
            Math.min(room, 0.42 * spacing), 5, Math.max(5, LARGEST_SHARE * body.getHeight()));
    sizes = new double[count];
    centres = new double[count];
    for (int c = 0; c < count; c++) {
      Column column = model.columns().get(c);
      boolean few = column.units().size() * 2.2 <= (bottom - top) / size;
      sizes[c] = c == 0 ? 0.8 * size : c == count - 1 && few && labels[c] ? 1.22 * size : size;
      if (column.units().stream().anyMatch(u -> u.picture().isPresent())) {
        // A picture needs room, and has it where there are few.
        double own = (bottom - top) / slots(column) - (labels[c] ? line + 16 : 10);
        double widest = Math.min(0.5 * spacing, LARGEST_PICTURE * graphics.tokens().scale());
        sizes[c] = Math.max(sizes[c], Math.min(own, widest));
      }
    }
    double first = labels[0] ? 1 : 0;
    double end = labels[count - 1] ? 1 : 0;
    Column inputs = model.columns().getFirst();
    double pitch = (bottom - top) / slots(inputs);
    picture =
        inputs.picture().isPresent()
            ? Math.floor(Math.min(0.9 * PICTURE * pitch, 0.55 * spacing))
            : 0;
    double left =
        body.getMinX()
            + Math.max(
                picture / 2 + PADDING,
                Math.max(
                    first * 0.1 * body.getWidth(), PADDING + Math.max(sizes[0], first * text) / 2));
    double right =
        body.getMaxX()
            - Math.max(
                end * 0.17 * body.getWidth(), PADDING + Math.max(sizes[count - 1], end * text) / 2);
    for (int c = 0; c < count; c++) {
      centres[c] = count == 1 ? (left + right) / 2 : left + (right - left) * c / (count - 1);
      place(c, model.columns().get(c));
    }
    connect(model);
    double own = (bottom - top) / slots(model.columns().getLast());
    deltas = labels[count - 1] && own >= sizes[count - 1] + 3.2 * line;
  }

  /** Whether the lowest unit of the last column has its two lines where the legend would be. */
  private boolean low(int last, double most, double spacing, PlotGraphics graphics) {
    double height = body.getMaxY() - 6 - top;
    double size =
        1.22
            * Math.min(
                height / most - 6, Math.min(0.42 * spacing, LARGEST_SHARE * body.getHeight()));
    double tight = Math.min(height / last, Math.max(2.5 * size, size + 3 * line));
    double lowest = top + height / 2 + tight * (last - 1) / 2 + size / 2 + 2 * line;
    return lowest > body.getMaxY() - legendHeight(graphics);
  }

  private static double slots(Column column) {
    return column.units().size() + gapSlots(column);
  }

  /** What units that are left out take, or the picture of all. */
  private static double gapSlots(Column column) {
    return column.picture().isPresent() ? PICTURE : column.more().isEmpty() ? 0 : 0.7;
  }

  /** The side of the picture in the column of the inputs; 0 where there is none. */
  double picture() {
    return picture;
  }

  private double labelWidth(PlotGraphics graphics, NetworkModel model) {
    double widest = 0;
    for (Column column : model.columns()) {
      for (Unit unit : column.units()) {
        widest = Math.max(widest, graphics.width(RichText.parse(unit.label()), 12, Weight.REGULAR));
      }
    }
    return widest;
  }

  private void place(int c, Column column) {
    double slots = slots(column);
    double pitch = (bottom - top) / slots;
    double size = sizes[c];
    double tight = Math.min(pitch, Math.max(2.5 * size, size + 3 * line));
    double first = (top + bottom) / 2 - tight * slots / 2;
    double below = labels[c] ? (line + 2) / 2 : 0;
    double slot = 0;
    for (int u = 0; u < column.units().size(); u++) {
      if (u == column.gapAfter()) {
        double gap = gapSlots(column);
        gaps.put(c, new Point2D(centres[c], first + tight * (slot + gap / 2)));
        slot += gap;
      }
      double y = first + tight * (slot + 0.5) - below;
      Target.Unit key = new Target.Unit(column.layer(), column.units().get(u).number());
      units.put(
          key,
          new Rectangle2D(Math.round(centres[c] - size / 2), Math.round(y - size / 2), size, size));
      slot++;
    }
  }

  private void connect(NetworkModel model) {
    for (Link link : model.links()) {
      Rectangle2D from = unit(link.layer() - 1, link.from());
      Rectangle2D to = unit(link.layer(), link.to());
      links.put(link, new Bow(from.getMaxX() + 2, middle(from), to.getMinX() - 2, middle(to)));
    }
    for (Edge edge : model.edges()) {
      ParameterRef ref = edge.ref();
      Rectangle2D from = unit(ref.layer() - 1, ref.row());
      Rectangle2D to = unit(ref.layer(), ref.column());
      bows.put(ref, new Bow(from.getMaxX() + 2, middle(from), to.getMinX() - 2, middle(to)));
    }
  }

  static double middle(Rectangle2D box) {
    return (box.getMinY() + box.getMaxY()) / 2;
  }

  boolean hasLegend(PlotGraphics graphics) {
    return body.getWidth() >= 340 * graphics.tokens().scale()
        && body.getHeight() >= 220 * graphics.tokens().scale();
  }

  double legendHeight(PlotGraphics graphics) {
    return graphics.size(11) * 1.3 + 26;
  }

  boolean hasLabels(int column) {
    return labels[column];
  }

  /** Whether the outputs have a second line below them. */
  boolean hasDeltas() {
    return deltas;
  }

  boolean hasCaptions() {
    return top - body.getMinY() > 8;
  }

  double centre(int column) {
    return centres[column];
  }

  double spacing() {
    return centres.length < 2 ? body.getWidth() : centres[1] - centres[0];
  }

  double size(int column) {
    return sizes[column];
  }

  Rectangle2D unit(int layer, int number) {
    return Objects.requireNonNull(units.get(new Target.Unit(layer, number)));
  }

  Optional<Point2D> gap(int column) {
    return Optional.ofNullable(gaps.get(column));
  }

  Bow bow(ParameterRef ref) {
    return Objects.requireNonNull(bows.get(ref));
  }

  Bow bow(Link link) {
    return Objects.requireNonNull(links.get(link));
  }

  /** Remembers where the number of a parameter was written, so that it can be pointed at. */
  void pill(ParameterRef ref, Rectangle2D place) {
    pills.put(ref, place);
  }

  /** Where a tooltip about {@code target} points. */
  Optional<Point2D> place(Target target) {
    return switch (target) {
      case Target.Unit unit ->
          Optional.ofNullable(units.get(unit)).map(b -> new Point2D(b.getMaxX(), middle(b)));
      case Target.Parameter parameter -> {
        Rectangle2D pill = pills.get(parameter.ref());
        Bow bow = bows.get(parameter.ref());
        yield pill != null
            ? Optional.of(new Point2D((pill.getMinX() + pill.getMaxX()) / 2, middle(pill)))
            : Optional.ofNullable(bow).map(b -> b.at(0.5));
      }
    };
  }

  /** What lies under the pointer: numbers above units above edges. */
  Optional<Target> at(double x, double y) {
    for (Map.Entry<ParameterRef, Rectangle2D> pill : pills.entrySet()) {
      if (pill.getValue().contains(x, y)) {
        return Optional.of(new Target.Parameter(pill.getKey()));
      }
    }
    for (Map.Entry<Target.Unit, Rectangle2D> unit : units.entrySet()) {
      if (unit.getValue().contains(x, y)) {
        return Optional.of(unit.getKey());
      }
    }
    double least = NEAR;
    Target best = null;
    for (Map.Entry<ParameterRef, Bow> bow : bows.entrySet()) {
      double distance = bow.getValue().distance(x, y);
      if (distance < least) {
        least = distance;
        best = new Target.Parameter(bow.getKey());
      }
    }
    return Optional.ofNullable(best);
  }
}
