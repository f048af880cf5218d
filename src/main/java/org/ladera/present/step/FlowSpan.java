package org.ladera.present.step;

/**
 * Layers from one to another; on the way to others, of those at the edges only a part.
 *
 * @param first where it begins; layer {@code l} reaches from l − 0.5 to l + 0.5
 * @param last where it ends
 */
public record FlowSpan(double first, double last) {
  /** On the way to another one. */
  public FlowSpan towards(FlowSpan other, double share) {
    return new FlowSpan(first + share * (other.first - first), last + share * (other.last - last));
  }

  /** How many layers it is wide. */
  public double layers() {
    return last - first + 1;
  }

  /** How much of a layer is in it, 0 to 1. */
  public double seen(int layer) {
    return Math.clamp(Math.min(last, layer) - Math.max(first, layer) + 1, 0, 1);
  }

  /** Whether all of a layer is in it. */
  public boolean hasAll(int layer) {
    return layer >= first && layer <= last;
  }
}
