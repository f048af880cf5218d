package org.ladera.engine.spec;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A feed-forward network of dense layers.
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
  }

  public static NetworkSpec of(int inputs, LayerSpec... layers) {
    return new NetworkSpec(inputs, List.of(layers));
  }

  public int outputs() {
    return layers.getLast().units();
  }

  /** The number of values that enter layer {@code layer} (0 = first). */
  public int inputsOf(int layer) {
    return layer == 0 ? inputs : layers.get(layer - 1).units();
  }

  /** The sizes as written in the field: 2-4-1. */
  public String shape() {
    return Stream.concat(Stream.of(inputs), layers.stream().map(LayerSpec::units))
        .map(String::valueOf)
        .collect(Collectors.joining("-"));
  }
}
