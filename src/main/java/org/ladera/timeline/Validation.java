package org.ladera.timeline;

import org.ladera.engine.train.Trainer;

/**
 * The loss on the validation examples after each epoch of a run, with the least of them: what early
 * stopping goes by (Prechelt 1998).
 */
public final class Validation {
  private static final int POINTS = 4096;

  private final Recorder losses;
  private double least = Double.POSITIVE_INFINITY;
  private long leastEpoch;
  private long lastEpoch;

  Validation() {
    losses = new Recorder(POINTS);
  }

  private Validation(Recorder losses) {
    this.losses = losses;
    findLeast();
  }

  /** A copy of what was seen up to that epoch. */
  Validation upTo(long epoch) {
    return new Validation(losses.before(epoch + 1));
  }

  /** Forgets what was seen after that epoch. */
  void cutAfter(long epoch) {
    losses.cutFrom(epoch + 1);
    findLeast();
  }

  /** What was thinned away cannot be the least any more. */
  private void findLeast() {
    least = Double.POSITIVE_INFINITY;
    leastEpoch = 0;
    lastEpoch = 0;
    double[] values = losses.values();
    long[] epochs = losses.keys();
    for (int i = 0; i < losses.count(); i++) {
      count(epochs[i], values[i]);
    }
  }

  private void count(long epoch, double loss) {
    lastEpoch = epoch;
    if (loss < least) {
      least = loss;
      leastEpoch = epoch;
    }
  }

  /** Looks once, at the end of an epoch or at the start; nothing where no examples are held out. */
  void look(Trainer trainer) {
    double loss = trainer.validationLoss();
    if (Double.isNaN(loss)) {
      return;
    }
    long epoch = trainer.epoch();
    if (losses.wants(epoch)) {
      losses.add(epoch, loss, null);
    }
    count(epoch, loss);
  }

  /** The least loss so far; infinite before the first look. */
  public double least() {
    return least;
  }

  /** Epochs done at the least loss. */
  public long leastEpoch() {
    return leastEpoch;
  }

  /** Whether the loss has not fallen for so many epochs. */
  public boolean hasStalled(long patience) {
    return lastEpoch - leastEpoch >= patience;
  }

  /** The loss after each epoch. */
  public History history() {
    long[] keys = losses.keys();
    double[] epochs = new double[keys.length];
    for (int i = 0; i < losses.count(); i++) {
      epochs[i] = keys[i];
    }
    return new History(epochs, losses.values(), losses.count());
  }
}
