package org.ladera.engine.train;

/** Where a run stands between two updates: updates and epochs done, and the batch of the epoch. */
final class StepCounter {
  private long update;
  private long epoch;
  private int batch;

  /** Where the counting of epochs began: an edit of the data may begin it anew. */
  private long firstUpdate;

  private long firstEpoch;

  long update() {
    return update;
  }

  long epoch() {
    return epoch;
  }

  /** The batch of the epoch, counted from 0. */
  int batch() {
    return batch;
  }

  long firstUpdate() {
    return firstUpdate;
  }

  long firstEpoch() {
    return firstEpoch;
  }

  /** One update is done. */
  void advance(int updatesPerEpoch) {
    update++;
    batch++;
    if (batch == updatesPerEpoch) {
      batch = 0;
      epoch++;
    }
  }

  /** An epoch under way ends here, and what comes is counted from here. */
  void beginEpoch() {
    epoch += batch > 0 ? 1 : 0;
    batch = 0;
    firstUpdate = update;
    firstEpoch = epoch;
  }

  void restore(long toUpdate, long countedFrom, long epochThere, int updatesPerEpoch) {
    update = toUpdate;
    firstUpdate = countedFrom;
    firstEpoch = epochThere;
    long since = update - firstUpdate;
    epoch = firstEpoch + since / updatesPerEpoch;
    batch = (int) (since % updatesPerEpoch);
  }
}
