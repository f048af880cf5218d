package org.ladera.present.step;

/**
 * Layers from one to another, of those at the edges perhaps only a part.
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

  /** Whether anything of a layer is in it. */
  public boolean has(int layer) {
    return layer > first - 1 && layer < last + 1;
  }

  /** Whether all of a layer is in it. */
  public boolean hasAll(int layer) {
    return layer >= first && layer <= last;
  }
}
