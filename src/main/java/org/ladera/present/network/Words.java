package org.ladera.present.network;

import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/** Names and numbers that the diagram and the map of deltas have in common. */
public final class Words {
  private static final String MINUS = "\u2212";
  private static final int NAMED_INPUTS = 3;

  private final Messages messages;
  private final Numbers numbers;
  private final NetworkSpec network;

  public Words(Messages messages, NetworkSpec network) {
    this.messages = messages;
    this.network = network;
    numbers = messages.numbers();
  }

  /** Three decimals, powers of ten where those would say nothing. */
  String plain(double v) {
    double size = Math.abs(v);
    boolean fixed = v == 0 || (size >= 5e-4 && size < 1000);
    return fixed || !Double.isFinite(v) ? numbers.fixed(v, 3) : numbers.shown(v, 2);
  }

  /** As {@link #plain}, always with its sign. */
  String signed(double v) {
    return withSign(v, plain(v));
  }

  /** {@code text}, which is {@code v} rounded, with the sign of {@code v}; a true 0 has none. */
  public String withSign(double v, String text) {
    if (v == 0) {
      return "0";
    }
    if (Double.isNaN(v) || text.startsWith(MINUS)) {
      return text;
    }
    return (v < 0 ? MINUS : "+") + text;
  }

  /** A weight on its edge: two decimals. */
  String weight(double v) {
    double size = Math.abs(v);
    boolean fixed = !Double.isFinite(v) || v == 0 || (size >= 0.005 && size < 100);
    return withSign(v, fixed ? numbers.fixed(v, 2) : numbers.shown(v, 2));
  }

  /**
   * The sample by its inputs where they are few, a single one without brackets; else its number.
   */
  public String sample(Dataset data, int index) {
    if (data.inputs().size() > NAMED_INPUTS) {
      return messages.text("network.sample.number", Map.of("index", numbers.whole(index + 1)));
    }
    if (data.inputs().size() == 1) {
      return numbers.shown(data.x().get(index, 0), 3);
    }
    StringJoiner inside =
        new StringJoiner(messages.numbers().decimal() == ',' ? "; " : ", ", "(", ")");
    for (int i = 0; i < data.inputs().size(); i++) {
      inside.add(numbers.shown(data.x().get(index, i), 3));
    }
    return inside.toString();
  }

  boolean isOutput(int layer) {
    return layer == network.layers().size();
  }

  /** "hidden" or "hidden 2", "output", "inputs" for layer 0. */
  public String layer(int layer) {
    if (layer == 0) {
      return messages.text("network.layer.inputs");
    }
    if (isOutput(layer)) {
      return messages.text("network.layer.output");
    }
    Optional<String> kind = kind(network.layers().get(layer - 1).kind());
    if (kind.isPresent()) {
      return messages.text("network.layer." + kind.get(), Map.of("layer", numbers.whole(layer)));
    }
    return network.layers().size() == 2
        ? messages.text("network.layer.hidden")
        : messages.text("network.layer.hidden.of", Map.of("layer", numbers.whole(layer)));
  }

  /** What a layer that is not dense is called by. */
  private static Optional<String> kind(LayerKind kind) {
    return switch (kind) {
      case LayerKind.Convolution _ -> Optional.of("convolution");
      case LayerKind.Pool pool ->
          Optional.of(
              switch (pool.reduction()) {
                case MAX -> "max-pool";
                case AVERAGE -> "average-pool";
              });
      case LayerKind.Flatten _ -> Optional.of("flatten");
      case LayerKind.Dense _ -> Optional.empty();
      case LayerKind.Function _ -> Optional.empty();
    };
  }

  /** A whole map, named by one of its units; nothing where there is only one. */
  String map(int layer, int unit) {
    return network
        .pictures(layer)
        .filter(shape -> shape.channels() > 1)
        .map(
            shape ->
                messages.text(
                    "network.map",
                    Map.of(
                        "map", numbers.whole((unit - 1) / (shape.rows() * shape.columns()) + 1L))))
        .orElse("");
  }

  /** The layer with its activation, or with the shape of its pictures. */
  String caption(int layer) {
    Optional<Shape> shape = network.pictures(layer);
    if (shape.isPresent()) {
      return messages.text(
          "network.caption.maps", Map.of("layer", layer(layer), "shape", shape.get().toString()));
    }
    return layer == 0 || network.layers().get(layer - 1).kind().isPlain()
        ? layer(layer)
        : messages.text(
            network.layers().get(layer - 1).trainable()
                ? "network.caption"
                : "network.caption.frozen",
            Map.of(
                "layer", layer(layer),
                "activation", activation(network.layers().get(layer - 1).activation().kind())));
  }

  private String activation(ActivationSpec.Kind kind) {
    return messages.text("name.activation." + kind.id());
  }

  /** "hidden 2", "output", "hidden 3 · 2" where there are several hidden layers. */
  public String unit(int layer, int unit) {
    int units = layer == 0 ? network.inputs() : network.layers().get(layer - 1).units();
    if (units == 1) {
      return layer(layer);
    }
    Optional<Shape> shape = network.pictures(layer);
    if (shape.isPresent()) {
      return pixel(layer, unit, shape.get());
    }
    boolean several = layer > 0 && !isOutput(layer) && network.layers().size() > 2;
    return messages.text(
        several ? "network.unit.deep" : "network.unit",
        Map.of("layer", layer(layer), "unit", numbers.whole(unit)));
  }

  private String pixel(int layer, int unit, Shape shape) {
    int place = (unit - 1) % (shape.rows() * shape.columns());
    return messages.text(
        shape.channels() == 1 ? "network.pixel" : "network.pixel.map",
        Map.of(
            "layer", layer(layer),
            "map", map(layer, unit),
            "row", numbers.whole(place / shape.columns() + 1L),
            "column", numbers.whole(place % shape.columns() + 1L)));
  }

  /** x, a or ŷ with its index, between dollar signs. */
  String symbol(int layer, int unit) {
    String letter = layer == 0 ? "x" : isOutput(layer) ? "\u0177" : "a";
    return "$" + letter + index(layer, unit) + "$";
  }

  String index(int layer, int unit) {
    return isOutput(layer) && network.outputs() == 1 ? "" : "_(" + unit + ")";
  }
}
