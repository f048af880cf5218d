package org.ladera.present.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;

/**
 * The network in one phase, for one sample (a function has none and shows nothing): what each unit
 * holds that has been computed so far, and which units and weights the chosen element has to do
 * with.
 *
 * @param layers the inputs, then each layer
 * @param backwards whether the arrows run back
 * @param sample whose numbers the units hold, from 1 in the batch
 */
public record DataFlow(List<Layer> layers, List<Edge> edges, boolean backwards, int sample) {
  private static final int MOST_UNITS = 7;
  private static final int MOST_LAYERS = 5;

  /** A network of so many layers is always seen whole. */
  private static final int FEW_LAYERS = 3;

  private static final int SHOWN = 5;

  /**
   * @param tex the symbol of what its units show
   * @param meaning its colour
   * @param picture drawn in the place of its units where it holds pictures
   */
  public record Layer(
      String tex,
      Grid.Meaning meaning,
      List<Unit> units,
      int hidden,
      Optional<DrawnPicture> picture) {
    public Layer {
      units = List.copyOf(units);
    }

    private boolean isLit() {
      return units.stream().anyMatch(Unit::lit) || picture.filter(DrawnPicture::isLit).isPresent();
    }
  }

  /**
   * @param index the unit, from 1
   * @param shown its number; empty while it has none
   * @param brief the same with one or two digits
   * @param strength −1 to 1, for the fill
   */
  public record Unit(int index, String shown, String brief, double strength, boolean lit) {}

  /**
   * @param layer the layer it leads into, from 1
   * @param from position in the layer before, as shown
   * @param to position in the layer, as shown
   */
  public record Edge(int layer, int from, int to, double weight, String shown, boolean lit) {}

  public DataFlow {
    layers = List.copyOf(layers);
    edges = List.copyOf(edges);
  }

  /**
   * @param reached what the chosen element has come to; NaN while it has come to nothing
   */
  static DataFlow of(OpenUpdate update, StepPosition place, Set<Quantity> lit, double reached) {
    StepTrace trace = update.trace();
    if (trace.experiment().function().isPresent()) {
      return new DataFlow(List.of(), List.of(), false, 1);
    }
    Phase phase = update.phase(place);
    Optional<Quantity> chosen = update.quantity(place);
    int sample = sample(update, chosen, lit);
    boolean back = isBackwards(phase);
    Involved involved = new Involved(trace.layers().size(), sample, chosen, lit);
    List<Layer> layers = new ArrayList<>();
    List<List<Integer>> kept = new ArrayList<>();
    for (int l = 0; l <= trace.layers().size(); l++) {
      int layer = l;
      int count = l == 0 ? trace.x().columns() : trace.layers().get(l - 1).spec().units();
      Optional<Shape> shape = trace.experiment().pictures(l);
      List<Integer> shown = kept(count, involved.about(l));
      kept.add(shown);
      @Nullable Kind kind = kind(phase, l, back);
      List<Unit> units = new ArrayList<>();
      double greatest = 1e-300;
      for (int u : shown) {
        greatest = Math.max(greatest, Math.abs(value(trace, kind, l, sample, u)));
      }
      IntPredicate isThere = u -> isThere(update, place, kind, layer, sample, u);
      for (int u : shown) {
        boolean isChosen = chosen.equals(quantity(trace, kind, l, sample, u));
        double whole = isThere.test(u) ? value(trace, kind, l, sample, u) : Double.NaN;
        double v = isChosen ? reached : whole;
        units.add(
            new Unit(
                u,
                Double.isNaN(v) ? "" : number(update, v, kind),
                Double.isNaN(v) ? "" : brief(update, v, kind),
                Double.isNaN(v) ? 0 : Math.clamp(v / greatest, -1, 1),
                involved.touches(l, u)));
      }
      String tex =
          kind == null ? "" : update.tex().matrix(new Quantity(kind, trace.update(), l, 1, 1));
      Optional<DrawnPicture> picture =
          shape.map(
              s ->
                  DrawnPicture.of(
                      s,
                      u -> value(trace, kind, layer, sample, u),
                      isThere,
                      u -> involved.touches(layer, u)));
      layers.add(
          new Layer(
              l == 0 ? "\\data{x}" : tex,
              meaning(kind),
              picture.isPresent() ? List.of() : units,
              count - shown.size(),
              picture));
    }
    return new DataFlow(layers, edges(update, kept, involved), back, sample);
  }

  private static String brief(OpenUpdate update, double v, @Nullable Kind kind) {
    String text = update.style().messages().numbers().shown(v, Math.abs(v) < 0.1 ? 1 : 2);
    return kind == Kind.DELTA && v > 0 ? "+" + text : text;
  }

  /**
   * The part of the network that is looked at: all of a small one, else the layers that are lit, at
   * least two.
   */
  public FlowSpan span() {
    int first = layers.size();
    int last = -1;
    for (int l = 0; l < layers.size(); l++) {
      if (layers.get(l).isLit()) {
        first = Math.min(first, l);
        last = l;
      }
    }
    if (layers.size() <= FEW_LAYERS || last < 0) {
      return new FlowSpan(0, Math.min(layers.size(), MOST_LAYERS) - 1.0);
    }
    if (first == last) {
      first = Math.max(0, first - 1);
      last = first + 1;
    }
    return new FlowSpan(first, Math.min(last, first + MOST_LAYERS - 1));
  }

  private static String number(OpenUpdate update, double v, @Nullable Kind kind) {
    double size = Math.abs(v);
    var numbers = update.style().messages().numbers();
    boolean fixed = size < 100 && size >= 5e-4 && v != Math.rint(v);
    String text = fixed ? numbers.fixed(v, 3) : numbers.shown(v, 2);
    return kind == Kind.DELTA && v > 0 ? "+" + text : text;
  }

  private static boolean isBackwards(Phase phase) {
    return switch (phase.kind()) {
      case DELTA, GRADIENT, PENALTY, MEMORY, UPDATE -> true;
      case SAMPLES, NET_INPUT, NORMALISATION, ACTIVATION, LOSS -> false;
    };
  }

  private static int sample(OpenUpdate update, Optional<Quantity> chosen, Set<Quantity> lit) {
    Optional<Quantity> about =
        chosen
            .filter(DataFlow::isPerSample)
            .or(
                () ->
                    lit.stream()
                        .filter(DataFlow::isPerSample)
                        .min(Comparator.comparingInt(Quantity::row)));
    int only = update.style().sample();
    int row = about.map(Quantity::row).orElse(Math.max(1, only));
    return Math.clamp(row, 1, update.trace().x().rows());
  }

  private static boolean isPerSample(Quantity q) {
    return q.kind().isPerSample();
  }

  /** What the units of a layer show: null while nothing of it has been computed. */
  private static @Nullable Kind kind(Phase phase, int l, boolean back) {
    if (l == 0) {
      return Kind.X;
    }
    if (back) {
      boolean reached =
          (phase.kind() != Phase.Kind.DELTA && phase.kind() != Phase.Kind.GRADIENT)
              || l >= phase.layer();
      return reached ? Kind.DELTA : Kind.A;
    }
    return switch (phase.kind()) {
      case LOSS -> Kind.A;
      case ACTIVATION -> l <= phase.layer() ? Kind.A : null;
      case NET_INPUT, NORMALISATION ->
          l < phase.layer() ? Kind.A : l == phase.layer() ? Kind.Z : null;
      case SAMPLES, DELTA, GRADIENT, PENALTY, MEMORY, UPDATE -> null;
    };
  }

  private static Optional<Quantity> quantity(
      StepTrace trace, @Nullable Kind kind, int l, int sample, int unit) {
    return Optional.ofNullable(kind).map(k -> new Quantity(k, trace.update(), l, sample, unit));
  }

  /** Whether a unit's number has been computed where one stands. */
  private static boolean isThere(
      OpenUpdate update, StepPosition place, @Nullable Kind kind, int l, int sample, int unit) {
    return quantity(update.trace(), kind, l, sample, unit)
        .filter(q -> update.isShown(place, q))
        .isPresent();
  }

  private static Grid.Meaning meaning(@Nullable Kind kind) {
    return kind == null ? Grid.Meaning.PLAIN : Meanings.of(kind);
  }

  private static double value(StepTrace trace, @Nullable Kind kind, int l, int sample, int unit) {
    if (kind == null) {
      return Double.NaN;
    }
    if (l == 0) {
      return trace.x().get(sample - 1, unit - 1);
    }
    LayerTrace layer = trace.layers().get(l - 1);
    MatrixView from = kind == Kind.DELTA ? layer.delta() : kind == Kind.Z ? layer.z() : layer.a();
    return from.get(sample - 1, unit - 1);
  }

  /** All units of a small layer; of a large one the first, and the one it is about. */
  private static List<Integer> kept(int count, int about) {
    List<Integer> shown = new ArrayList<>();
    for (int u = 1; u <= Math.min(count, count <= MOST_UNITS ? count : SHOWN); u++) {
      shown.add(u);
    }
    if (about <= count && !shown.contains(about)) {
      shown.set(shown.size() - 1, about);
    }
    return shown;
  }

  private static List<Edge> edges(OpenUpdate update, List<List<Integer>> kept, Involved involved) {
    List<Edge> edges = new ArrayList<>();
    for (LayerTrace layer : update.trace().layers()) {
      int l = layer.index();
      if (!layer.spec().isDense() || update.trace().experiment().pictures(l - 1).isPresent()) {
        continue;
      }
      for (int from = 0; from < kept.get(l - 1).size(); from++) {
        for (int to = 0; to < kept.get(l).size(); to++) {
          int row = kept.get(l - 1).get(from);
          int column = kept.get(l).get(to);
          double w = layer.w().before().get(row - 1, column - 1);
          edges.add(
              new Edge(
                  l,
                  from,
                  to,
                  w,
                  update.style().messages().numbers().shown(w, 3),
                  involved.touchesWeight(l, row, column)));
        }
      }
    }
    return edges;
  }
}
