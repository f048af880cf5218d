package org.ladera.lesson.model;

/**
 * A moment of a run.
 *
 * @param count so many updates, or epochs, are done
 */
public record RunMoment(Unit unit, long count) {
  /** What is counted; a lesson file names the field so. */
  public enum Unit implements Word {
    UPDATE,
    EPOCH
  }

  public static RunMoment epoch(long count) {
    return new RunMoment(Unit.EPOCH, count);
  }

  /** So many updates are done then. */
  public long update(int updatesPerEpoch) {
    return switch (unit) {
      case UPDATE -> count;
      case EPOCH -> count * updatesPerEpoch;
    };
  }
}
