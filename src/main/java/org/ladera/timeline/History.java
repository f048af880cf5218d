package org.ladera.timeline;

/**
 * The loss over a run, thinned evenly to a bounded number of points; the first and the newest are
 * always there. Arrays are shared between copies and must not be modified.
 *
 * @param epochs x of each point: epochs done (fractions when updates are finer)
 * @param losses the loss of that point, as the lesson's convention has it
 * @param count points in use
 */
public record History(double[] epochs, double[] losses, int count) {
  public double epoch(int i) {
    return epochs[i];
  }

  public double loss(int i) {
    return losses[i];
  }
}
