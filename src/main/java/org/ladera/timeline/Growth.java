package org.ladera.timeline;

/**
 * A row of epochs in which the loss only grew.
 *
 * @param epochs how many in a row
 * @param fromEpoch the last epoch before it grew
 * @param before loss then
 * @param now loss at the newest epoch
 */
public record Growth(long epochs, long fromEpoch, double before, double now) {
  static final Growth NONE = new Growth(0, 0, Double.NaN, Double.NaN);

  /** With one more epoch. */
  Growth then(long epoch, double loss) {
    if (!(loss > now)) {
      return new Growth(0, epoch, loss, loss);
    }
    return epochs == 0
        ? new Growth(1, epoch - 1, now, loss)
        : new Growth(epochs + 1, fromEpoch, before, loss);
  }
}
