package org.ladera.timeline;

/**
 * How large the deltas and the weight gradients of each layer were along a run, thinned evenly to a
 * bounded number of updates; the first 64 are always there. Euclidean norms over the batch of that
 * update: ‖δ‖ of ∂J/∂z (batch × units), ‖∇W‖ of the gradient that was descended (inputs × units).
 * Arrays are shared between copies and must not be modified.
 *
 * @param updates the update each point belongs to, counted from 0, increasing
 * @param values at each point ‖δ‖ of every layer, then ‖∇W‖ of every layer
 * @param count points in use
 */
public record Norms(long[] updates, double[][] values, int count) {
  /** None yet. */
  public static final Norms NONE = new Norms(new long[0], new double[0][], 0);

  public long update(int point) {
    return updates[point];
  }

  /** ‖δ‖ of a layer, counted from 1. */
  public double delta(int point, int layer) {
    return values[point][layer - 1];
  }

  /** ‖∇W‖ of a layer, counted from 1. */
  public double gradient(int point, int layer) {
    return values[point][values[point].length / 2 + layer - 1];
  }
}
