package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;

/**
 * The items of {@code network.layers}, one after the other: each kind has its own fields, and what
 * leaves one layer has to fit into the next.
 */
final class LayersReader {
  private enum Kind {
    DENSE("units", "activation", "parameter", "bias", "batchNorm", "dropout", "trainable"),
    CONVOLUTION(
        "filters",
        "kernel",
        "stride",
        "padding",
        "activation",
        "parameter",
        "bias",
        "dropout",
        "trainable"),
    MAX_POOL("size", "stride"),
    AVERAGE_POOL("size", "stride"),
    FLATTEN();

    private final Set<String> fields;

    Kind(String... own) {
      Set<String> all = new HashSet<>(List.of(own));
      all.add("kind");
      fields = Set.copyOf(all);
    }
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          "dense", Kind.DENSE,
          "convolution", Kind.CONVOLUTION,
          "max-pool", Kind.MAX_POOL,
          "average-pool", Kind.AVERAGE_POOL,
          "flatten", Kind.FLATTEN);

  private static final int MOST_UNITS = 1024;
  private static final int MOST_VALUES = 100_000;
  private static final int MOST_SIDE = 512;
  private static final int MOST_FILTERS = 64;

  private static final Bounds DROPOUT = Bounds.of(0, 0.95);

  private final FieldReader network;
  private final List<LayerSpec> layers = new ArrayList<>();

  /** What leaves the layers so far; empty for a row of values. */
  private Optional<Shape> shape;

  private int values;

  /**
   * @param network with {@code inputShape} where the inputs are pictures and the data do not say so
   */
  LayersReader(FieldReader network, Dataset data) {
    this.network = network;
    values = data.inputs().size();
    shape = network.has("inputShape") ? Optional.of(shape(network, values)) : data.images();
  }

  private static Shape shape(FieldReader network, int inputs) {
    List<Double> sides = network.numbers("inputShape", Bounds.of(1, MOST_SIDE));
    boolean whole = sides.stream().allMatch(s -> s == Math.rint(s));
    if (sides.size() < 2 || sides.size() > 3 || !whole) {
      throw network.refuse("inputShape", "network.input-shape");
    }
    int first = sides.size() - 2;
    Shape shape =
        new Shape(
            first == 0 ? 1 : sides.getFirst().intValue(),
            sides.get(first).intValue(),
            sides.get(first + 1).intValue());
    if (shape.size() != inputs) {
      throw network.refuse(
          "inputShape",
          "network.shape-inputs",
          "shape",
          shape.toString(),
          "found",
          String.valueOf(shape.size()),
          "expected",
          String.valueOf(inputs));
    }
    return shape;
  }

  List<LayerSpec> layers() {
    return layers;
  }

  /** Reads one layer, which takes what the last one gives. */
  void add(Node item, String field) {
    FieldReader layer = fields(item, field);
    Kind kind = layer.has("kind") ? layer.part("kind", KINDS) : Kind.DENSE;
    for (String name : layer.node().entries().keySet()) {
      if (!kind.fields.contains(name)) {
        throw layer.refuse(
            name,
            "network.layer-field",
            "kind",
            layer.has("kind") ? layer.text("kind") : "dense",
            "known",
            String.join(", ", kind.fields.stream().sorted().toList()));
      }
    }
    LayerSpec read =
        switch (kind) {
          case DENSE -> dense(layer);
          case CONVOLUTION -> convolution(layer, pictures(layer));
          case MAX_POOL -> pool(layer, pictures(layer), LayerKind.Pool.Reduction.MAX);
          case AVERAGE_POOL -> pool(layer, pictures(layer), LayerKind.Pool.Reduction.AVERAGE);
          case FLATTEN -> LayerSpec.plain(new LayerKind.Flatten(pictures(layer)));
        };
    if (read.units() > MOST_VALUES) {
      throw layer
          .source()
          .refuse(
              layer.place(),
              layer.path(),
              "network.layer-large",
              "found",
              String.valueOf(read.units()),
              "limit",
              String.valueOf(MOST_VALUES));
    }
    boolean learns = !layer.has("trainable") || layer.flag("trainable");
    layers.add(learns ? read : read.frozen());
    shape = read.kind().picturesOut();
    values = read.units();
  }

  private FieldReader fields(Node item, String field) {
    Set<String> all = new HashSet<>();
    for (Kind kind : Kind.values()) {
      all.addAll(kind.fields);
    }
    return network.fields(item, field, all);
  }

  /** The pictures that enter a layer that asks for some. */
  private Shape pictures(FieldReader layer) {
    String kind = layer.text("kind");
    return shape.orElseThrow(
        () ->
            layers.isEmpty()
                ? layer.refuse("kind", "network.no-shape", "kind", kind, "inputs", number(values))
                : layer.refuse(
                    "kind", "network.no-picture", "kind", kind, "found", number(values)));
  }

  private static LayerSpec dense(FieldReader layer) {
    return new LayerSpec(
        (int) layer.whole("units", 1, MOST_UNITS),
        activation(layer),
        layer.flag("bias", true),
        layer.flag("batchNorm", false),
        layer.number("dropout", DROPOUT, 0));
  }

  private static LayerSpec convolution(FieldReader layer, Shape in) {
    int[] window = window(layer);
    int padding = (int) layer.whole("padding", 0, MOST_SIDE, 0);
    fits(layer, "kernel", in, padding, window[0], window[1]);
    LayerKind kind =
        new LayerKind.Convolution(
            in,
            (int) layer.whole("filters", 1, MOST_FILTERS),
            window[0],
            window[1],
            (int) layer.whole("stride", 1, MOST_SIDE, 1),
            padding);
    ActivationSpec activation = activation(layer);
    if (activation.kind().isLayerWide()) {
      throw layer.refuse("activation", "network.layer-wide");
    }
    return new LayerSpec(
        kind,
        activation,
        layer.flag("bias", true),
        false,
        layer.number("dropout", DROPOUT, 0),
        LayerSpec.USUAL_EPSILON);
  }

  /** One number for a square window, or rows and columns. */
  private static int[] window(FieldReader layer) {
    if (!(layer.value("kernel") instanceof Node.Items)) {
      int side = (int) layer.whole("kernel", 1, MOST_SIDE);
      return new int[] {side, side};
    }
    List<Double> sides = layer.numbers("kernel", Bounds.of(1, MOST_SIDE));
    if (sides.size() != 2 || !sides.stream().allMatch(s -> s == Math.rint(s))) {
      throw layer.refuse("kernel", "network.kernel");
    }
    return new int[] {sides.get(0).intValue(), sides.get(1).intValue()};
  }

  private static LayerSpec pool(FieldReader layer, Shape in, LayerKind.Pool.Reduction reduction) {
    int size = (int) layer.whole("size", 1, MOST_SIDE);
    fits(layer, "size", in, 0, size, size);
    int stride = (int) layer.whole("stride", 1, MOST_SIDE, size);
    return LayerSpec.plain(new LayerKind.Pool(in, reduction, size, stride));
  }

  private static void fits(
      FieldReader layer, String field, Shape in, int padding, int rows, int columns) {
    if (rows > in.rows() + 2 * padding || columns > in.columns() + 2 * padding) {
      throw layer.refuse(
          field,
          padding == 0 ? "network.window" : "network.window-padded",
          "window",
          rows + "×" + columns,
          "shape",
          in.toString(),
          "padding",
          number(padding));
    }
  }

  private static String number(int value) {
    return String.valueOf(value);
  }

  private static ActivationSpec activation(FieldReader layer) {
    ActivationSpec.Kind kind = layer.part("activation", Catalogue.ACTIVATIONS);
    if (kind.constant().isEmpty()) {
      if (layer.has("parameter")) {
        throw layer.refuse("parameter", "network.no-parameter");
      }
      return kind.usual();
    }
    Hyperparameter constant = kind.constant().get();
    return new ActivationSpec(
        kind, layer.number("parameter", Bounds.of(constant), constant.usual()));
  }
}
