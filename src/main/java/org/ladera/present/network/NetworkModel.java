package org.ladera.present.network;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.PixelPicture;
import org.ladera.present.shared.Tip;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * The network as layers of units and the weights between them, with what it says of one sample.
 *
 * @param reading which sample, for the header
 * @param spoken the whole state in words
 * @param columns layers from the inputs to the output
 * @param edges the weights between units that are shown, by layer, then input, then unit
 * @param links between layers where no single weight joins two units
 * @param scale the weight that is drawn at full width, above 0
 * @param legend weights whose widths are shown, increasing
 * @param update updates done; a step shows as a change by the updates of one step
 * @param still whether the run stands still, so that a step may be shown slowly
 * @param lit what is brushed
 * @param layer the one that the step is about; empty where it is about all
 * @param tips reads any of its elements
 */
public record NetworkModel(
    String title,
    String reading,
    String spoken,
    List<Column> columns,
    List<Edge> edges,
    List<Link> links,
    double scale,
    List<Legend> legend,
    long update,
    boolean still,
    Optional<Target> lit,
    OptionalInt layer,
    NetworkTips tips)
    implements CardModel {
  /** What can be pointed at. */
  public sealed interface Target {
    /** Layer 0 is the input; units count from 1. */
    record Unit(int layer, int unit) implements Target {}

    /** A weight or a bias. */
    record Parameter(ParameterRef ref) implements Target {}
  }

  /**
   * A layer.
   *
   * @param caption layer and activation
   * @param name the layer alone, where the caption has no room
   * @param number the layer by its number, where the name has none
   * @param gapAfter how many units are shown before those left out; all of them when none is
   * @param more says that units are left out, and how many
   * @param picture what all units together show; it stands where units are left out
   */
  public record Column(
      int layer,
      String caption,
      String name,
      String number,
      List<Unit> units,
      int gapAfter,
      String more,
      Optional<PixelPicture> picture) {
    public Column {
      units = List.copyOf(units);
    }
  }

  /**
   * A unit.
   *
   * @param value x or a of the sample
   * @param share where the value lies between the ends of the colours, −1 to 1
   * @param delta ∂J/∂z of the sample; 0 where there is none
   * @param label symbol and value
   * @param deltaLabel δ of an output; empty elsewhere
   * @param bias the bias, where the layer has one
   * @param map the function the unit computes over the plane of the inputs, once computed
   * @param low the activation that has the colour of class 0
   * @param high the activation that has the colour of class 1
   * @param classOf 0 or 1 for the class a single output decides for; −1 elsewhere
   * @param off whether dropout keeps it out of the next update
   * @param picture what a whole map holds for the sample, drawn in the place of its first unit
   * @param twin whether it is the same as the unit before it: every weight to and from it, and its
   *     bias
   */
  public record Unit(
      int number,
      double value,
      double share,
      double delta,
      String label,
      String deltaLabel,
      Optional<Edge> bias,
      Optional<Field> map,
      double low,
      double high,
      int classOf,
      boolean off,
      Optional<PixelMap> picture,
      boolean twin) {}

  /**
   * A weight or a bias.
   *
   * @param shown its value with its sign
   */
  public record Edge(ParameterRef ref, double value, String shown) {}

  /**
   * A way from a unit or map to another.
   *
   * @param layer it leads into
   * @param from number of the unit before
   * @param to number of the unit
   * @param kernel the weights of the window, where there are any
   */
  public record Link(int layer, int from, int to, Optional<PixelMap> kernel) {}

  /** A weight of the legend. */
  public record Legend(double value, String shown) {}

  public NetworkModel {
    columns = List.copyOf(columns);
    edges = List.copyOf(edges);
    links = List.copyOf(links);
    legend = List.copyOf(legend);
  }

  /** The view of {@code spec} of this frame. */
  public static NetworkModel of(
      Frame frame, ViewSpec.Network spec, Highlight highlight, Messages messages, Labels labels) {
    return new NetworkModelBuilder(frame, spec, highlight, messages, labels.covered()).model();
  }

  /** The pictures of all units, where the network has two inputs. */
  public static Collection<FieldRequest> wanted(ViewSpec.Network spec, Frame frame) {
    RunFrame run = frame.run(spec.run());
    return NetworkModelBuilder.plane(spec, run)
        .<Collection<FieldRequest>>map(
            p -> List.of(new FieldRequest.UnitMaps(spec.run(), p.x(), p.y())))
        .orElse(List.of());
  }

  /** What the tooltip says of {@code target}; nothing where it is gone. */
  public Optional<Tip> tip(Target target) {
    return tips.tip(target);
  }

  /** Whether an edge is the lit parameter, or leads to or from the lit unit. */
  public boolean isLit(Edge edge) {
    return lit.map(
            target ->
                switch (target) {
                  case Target.Parameter p -> p.ref().equals(edge.ref());
                  case Target.Unit u -> touches(edge, u.layer(), u.unit());
                })
        .orElse(false);
  }

  private static boolean touches(Edge edge, int layer, int unit) {
    boolean into = edge.ref().layer() == layer && edge.ref().column() == unit;
    boolean outOf = edge.ref().layer() == layer + 1 && edge.ref().row() == unit;
    return into || outOf;
  }

  /** Whether the lit unit is at one of its ends. */
  public boolean isLit(Link link) {
    return lit.filter(
            target ->
                target instanceof Target.Unit(int layer, int unit)
                    && ((layer == link.layer() && unit == link.to())
                        || (layer == link.layer() - 1 && unit == link.from())))
        .isPresent();
  }

  /** Whether something else is lit. */
  public boolean isFaded(Edge edge) {
    return lit.isPresent()
        ? !isLit(edge)
        : isOff(edge) || (layer.isPresent() && edge.ref().layer() != layer.getAsInt());
  }

  /** Whether a unit is neither of the layer that the step is about nor one of its inputs. */
  public boolean isFaded(Column column) {
    return lit.isEmpty()
        && layer.isPresent()
        && column.layer() != layer.getAsInt()
        && column.layer() != layer.getAsInt() - 1;
  }

  private boolean isOff(Edge edge) {
    ParameterRef ref = edge.ref();
    return ref.kind() == ParameterRef.Kind.WEIGHT
        && (isOff(ref.layer() - 1, ref.row()) || isOff(ref.layer(), ref.column()));
  }

  private boolean isOff(int layer, int unit) {
    return columns.get(layer).units().stream().anyMatch(u -> u.number() == unit && u.off());
  }
}
