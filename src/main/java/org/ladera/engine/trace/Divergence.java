package org.ladera.engine.trace;

/**
 * The first non-finite number of a run: the run stops there.
 *
 * @param update the update that would have used or produced it, counted from 0
 * @param epoch the epoch of that update, counted from 0
 * @param layer 1 = the first after the inputs; 0 for the loss
 * @param unit from 1; 0 when the whole layer or the loss is meant
 */
public record Divergence(long update, long epoch, int layer, int unit, Quantity quantity) {
  public enum Quantity {
    NET_INPUT,
    ACTIVATION,
    LOSS,
    DELTA,
    GRADIENT,
    PARAMETER
  }
}
