package org.ladera.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.matrix.Shape;

/**
 * A feed-forward network: a row of layers.
 *
 * @param inputs the number of input features, at least 1
 * @param layers the layers from the first hidden one to the output, at least one
 */
public record NetworkSpec(int inputs, List<LayerSpec> layers) {
  public NetworkSpec {
    layers = List.copyOf(layers);
    if (inputs < 1 || layers.isEmpty()) {
      throw new IllegalArgumentException("a network has at least one input and one layer");
    }
    int entering = inputs;
    for (LayerSpec layer : layers) {
      int found = entering;
      layer
          .kind()
          .inputs()
          .filter(expected -> expected != found)
          .ifPresent(
              expected -> {
                throw new IllegalArgumentException(
                    "layer: expected " + expected + " inputs, found " + found);
              });
      entering = layer.units();
    }
  }

  public static NetworkSpec of(int inputs, LayerSpec... layers) {
    return new NetworkSpec(inputs, List.of(layers));
  }

  public int outputs() {
    return layers.getLast().units();
  }

  /** The function whose value this is; empty for a network that has inputs. */
  public Optional<FunctionGraph> function() {
    return layers.getFirst().kind() instanceof LayerKind.Function(FunctionGraph graph)
        ? Optional.of(graph)
        : Optional.empty();
  }

  /** The number of values that enter layer {@code layer} (0 = first). */
  public int inputsOf(int layer) {
    return layer == 0 ? inputs : layers.get(layer - 1).units();
  }

  /** Whether every layer is dense. */
  public boolean isDense() {
    return layers.stream().allMatch(LayerSpec::isDense);
  }

  /** The same network, with every unit always taking part. */
  public NetworkSpec withoutDropout() {
    return new NetworkSpec(inputs, layers.stream().map(LayerSpec::withoutDropout).toList());
  }

  /** The same network with so many units in layer {@code layer} (1 = first), which is dense. */
  public NetworkSpec withUnits(int layer, int units) {
    List<LayerSpec> changed = new ArrayList<>(layers);
    changed.set(layer - 1, layers.get(layer - 1).withUnits(units));
    return new NetworkSpec(inputs, changed);
  }

  /**
   * The same network with so many hidden layers: the last one is repeated, or the last ones are
   * left out.
   *
   * @param hidden at least 1; there is one already
   */
  public NetworkSpec withDepth(int hidden) {
    List<LayerSpec> changed = new ArrayList<>();
    for (int i = 0; i < hidden; i++) {
      changed.add(layers.get(Math.min(i, layers.size() - 2)));
    }
    changed.add(layers.getLast());
    return new NetworkSpec(inputs, changed);
  }

  /** The same network with that share of dropout in every hidden layer. */
  public NetworkSpec withDropout(double share) {
    List<LayerSpec> changed = new ArrayList<>(layers);
    changed.subList(0, layers.size() - 1).replaceAll(layer -> layer.withDropout(share));
    return new NetworkSpec(inputs, changed);
  }

  /**
   * The same network with another activation in layer {@code layer} (1 = first).
   *
   * @throws IllegalArgumentException when there is no such layer
   */
  public NetworkSpec withActivation(int layer, ActivationSpec activation) {
    if (layer < 1 || layer > layers.size()) {
      throw new IllegalArgumentException(
          "layer: expected 1 to " + layers.size() + ", found " + layer);
    }
    List<LayerSpec> changed = new ArrayList<>(layers);
    changed.set(layer - 1, layers.get(layer - 1).withActivation(activation));
    return new NetworkSpec(inputs, changed);
  }

  /**
   * The shape of the pictures that stand in layer {@code layer} (0 = inputs); empty where a row of
   * values does.
   */
  public Optional<Shape> pictures(int layer) {
    return layer == 0
        ? layers.getFirst().kind().picturesIn()
        : layers.get(layer - 1).kind().picturesOut();
  }

  /** The sizes as written in the field: 2-4-1, and 1×7×7-1×5×5-25-1 where there are pictures. */
  public String shape() {
    return IntStream.rangeClosed(0, layers.size())
        .mapToObj(
            l ->
                pictures(l)
                    .map(Shape::toString)
                    .orElseGet(() -> String.valueOf(l == 0 ? inputs : layers.get(l - 1).units())))
        .collect(Collectors.joining("-"));
  }
}
