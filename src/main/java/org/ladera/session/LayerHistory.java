package org.ladera.session;

import java.util.List;
import org.ladera.landscape.LayerSpread;

/**
 * How the numbers of each layer are spread, now and on the way there.
 *
 * @param update so many updates are done now
 * @param now of the next update
 * @param past at a few moments before, the oldest first
 */
public record LayerHistory(long update, List<LayerSpread> now, List<Past> past) {
  /**
   * A moment of the way: with the parameters of then, and the examples of the first update.
   *
   * @param update so many updates were done
   */
  public record Past(long update, List<LayerSpread> layers) {
    public Past {
      layers = List.copyOf(layers);
    }
  }

  public LayerHistory {
    now = List.copyOf(now);
    past = List.copyOf(past);
  }
}
