package org.ladera.present.network;

import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.trace.LayerTrace;

/**
 * Which units of a layer have a row among the deltas: all of a dense layer; of pictures with too
 * many places, from each map the one whose delta is largest.
 */
final class DeltaPlaces {
  private static final int MOST_PIXELS = 36;

  private DeltaPlaces() {}

  /** Units from 0. */
  static int[] of(NetworkSpec network, LayerTrace layer) {
    int units = layer.spec().units();
    if (layer.spec().isDense() || units <= MOST_PIXELS) {
      return IntStream.range(0, units).toArray();
    }
    int area = network.pictures(layer.index()).map(s -> s.rows() * s.columns()).orElse(units);
    return IntStream.range(0, units / area)
        .map(map -> largest(layer.delta(), map * area, (map + 1) * area))
        .toArray();
  }

  private static int largest(MatrixView delta, int from, int to) {
    int place = from;
    double largest = -1;
    for (int u = from; u < to; u++) {
      for (int i = 0; i < delta.rows(); i++) {
        double size = Math.abs(delta.get(i, u));
        if (size > largest) {
          largest = size;
          place = u;
        }
      }
    }
    return place;
  }
}
