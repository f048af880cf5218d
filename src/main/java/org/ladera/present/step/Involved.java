package org.ladera.present.step;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;

/**
 * The units and weights that an element has to do with. A sum over a picture has more than a
 * thousand numbers, so they are gone through once for all layers.
 */
final class Involved {
  /** Where a weight stands, whatever of it is looked at. */
  private record Weight(int layer, int row, int column) {}

  private final BitSet[] units;

  /** Of each layer; 0 for none. */
  private final int[] least;

  private final Set<Weight> weights = new HashSet<>();

  /**
   * @param layers of the network, without the inputs
   * @param sample whose units are meant, from 1
   * @param chosen the element, where it is a number of the run
   * @param lit what it comes from
   */
  Involved(int layers, int sample, Optional<Quantity> chosen, Set<Quantity> lit) {
    units = new BitSet[layers + 1];
    least = new int[layers + 1];
    for (int l = 0; l <= layers; l++) {
      units[l] = new BitSet();
    }
    for (Quantity q : lit) {
      add(q, q.kind().isPerSample() && q.row() == sample);
    }
    if (chosen.isPresent()) {
      int[] others = least.clone();
      Arrays.fill(least, 0);
      add(chosen.get(), !chosen.get().kind().isPerSample() || chosen.get().row() == sample);
      Arrays.setAll(least, l -> least[l] == 0 ? others[l] : least[l]);
    }
  }

  private void add(Quantity q, boolean isMeant) {
    switch (q.kind().shape()) {
      case BATCH -> unit(q.layer(), q.column(), isMeant);
      case WEIGHTS -> {
        unit(q.layer(), q.column(), isMeant);
        unit(q.layer() - 1, q.row(), isMeant);
        weights.add(new Weight(q.layer(), q.row(), q.column()));
      }
      case ROW -> {
        if (q.kind().isOf(ParameterRef.Kind.BIAS)) {
          unit(q.layer(), q.column(), isMeant);
        }
      }
      case DATA -> {
        if (q.kind() == Kind.X) {
          unit(0, q.column(), isMeant);
        }
      }
      case SCALAR -> {}
    }
  }

  private void unit(int layer, int unit, boolean isMeant) {
    if (layer < 0 || layer >= units.length) {
      return;
    }
    least[layer] = least[layer] == 0 ? unit : Math.min(least[layer], unit);
    if (isMeant) {
      units[layer].set(unit);
    }
  }

  /** Whether a unit of a layer takes part, for the sample. */
  boolean touches(int layer, int unit) {
    return units[layer].get(unit);
  }

  /** The unit that a layer is looked at for, from 1: the element's, else the first of them. */
  int about(int layer) {
    return Math.max(1, least[layer]);
  }

  boolean touchesWeight(int layer, int row, int column) {
    return weights.contains(new Weight(layer, row, column));
  }
}
