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

  /** The same with one point more, which is number {@code at}. */
  public History with(int at, double epoch, double loss) {
    return new History(with(at, epoch, epochs), with(at, loss, losses), count + 1);
  }

  private double[] with(int at, double value, double[] others) {
    double[] all = new double[count + 1];
    System.arraycopy(others, 0, all, 0, at);
    all[at] = value;
    System.arraycopy(others, at, all, at + 1, count - at);
    return all;
  }
}
