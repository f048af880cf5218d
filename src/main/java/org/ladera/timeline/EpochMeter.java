package org.ladera.timeline;

import org.ladera.engine.train.Trainer;

/**
 * Adds up the losses of the batches of an epoch. An epoch that was joined in its middle is not
 * counted: half an epoch's loss is no loss of it.
 */
final class EpochMeter {
  private double sum;
  private long samples;
  private double before = Double.NaN;
  private double loss = Double.NaN;

  /** Forgets everything: the next update does not follow the last one. */
  void clear() {
    sum = 0;
    samples = 0;
    before = Double.NaN;
    loss = Double.NaN;
  }

  /**
   * Takes the update just done.
   *
   * @param epoch the epoch it belonged to
   * @return whether it closed a whole epoch, whose loss is known now
   */
  boolean add(Trainer trainer, long epoch) {
    boolean averages = trainer.experiment().loss().factor().averages();
    int size = trainer.batchSize();
    sum += averages ? trainer.batchLoss() * size : trainer.batchLoss();
    samples += size;
    if (trainer.epoch() == epoch) {
      return false;
    }
    boolean whole = samples == trainer.experiment().data().size();
    double closed = averages ? sum / samples : sum;
    sum = 0;
    samples = 0;
    before = loss;
    loss = whole ? closed : Double.NaN;
    return whole;
  }

  /** Loss of the epoch that was closed last; NaN when it was not seen as a whole. */
  double loss() {
    return loss;
  }

  /** Loss of the epoch before that one; NaN when it was not seen as a whole. */
  double before() {
    return before;
  }

  /** Whether the last update closed an epoch whose loss is above that of the epoch before. */
  boolean hasJustRisen() {
    return samples == 0 && loss > before;
  }
}
