package org.ladera.session.field;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;

/**
 * The places that a run was sampled at, each looked through once: they are asked for again with
 * every picture, and a large network has tens of thousands of numbers at each. The same view of a
 * place is handed out again, so that two samples are compared without reading them. One thread
 * only.
 */
public final class KnownPlaces {
  private IdentityHashMap<double[], MatrixView> before = new IdentityHashMap<>();
  private IdentityHashMap<double[], MatrixView> now = new IdentityHashMap<>();

  /** A new sample begins: what the last one did not ask for is forgotten. */
  void begin() {
    before = now;
    now = new IdentityHashMap<>();
  }

  /**
   * @param place (count) never modified again
   * @return (1 × count); empty where it is not finite
   */
  Optional<MatrixView> of(double[] place) {
    MatrixView known = before.get(place);
    if (known == null && isFinite(place)) {
      known = MatrixView.over(place);
    }
    if (known != null) {
      now.put(place, known);
    }
    return Optional.ofNullable(known);
  }

  private static boolean isFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
