package org.ladera.landscape.gradient;

import java.util.BitSet;

/**
 * On which side of each kink a computation went: of the bends of its activations, of |error|, of
 * |weight|. Two computations with different sides have a kink between them.
 */
final class Sides {
  private final BitSet bits = new BitSet();
  private int count;

  /** One more kink, {@code distance} away with its sign; 0 is a side of its own. */
  void add(double distance) {
    bits.set(count++, distance > 0);
    bits.set(count++, distance < 0);
  }

  /** Those of what came before. */
  void addAll(Sides before) {
    for (int i = 0; i < before.count; i++) {
      bits.set(count++, before.bits.get(i));
    }
  }

  boolean same(Sides other) {
    return count == other.count && bits.equals(other.bits);
  }
}
