package org.ladera.landscape;

import java.util.List;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * How the numbers of one layer are spread in an update, over its units and the examples of the
 * batch.
 *
 * @param layer from 1
 * @param delta ∂J/∂z
 * @param gradient ∂J/∂W; of no numbers in a layer without weights
 * @param saturated {@link Spread#saturated}
 * @param dead {@link Spread#dead}
 */
public record LayerSpread(
    int layer, Spread z, Spread a, Spread delta, Spread gradient, double saturated, double dead) {
  /** Every layer of an update. */
  public static List<LayerSpread> of(StepTrace update) {
    return update.layers().stream().map(LayerSpread::of).toList();
  }

  private static LayerSpread of(LayerTrace layer) {
    return new LayerSpread(
        layer.index(),
        Spread.of(layer.z()),
        Spread.of(layer.a()),
        Spread.of(layer.delta()),
        Spread.of(layer.w().gradient()),
        Spread.saturated(layer),
        Spread.dead(layer));
  }
}
