package org.ladera.present.shared;

import org.ladera.timeline.History;

/** When a run came below a loss, to stay there as far as it has been. */
public final class Arrival {
  private Arrival() {}

  /**
   * The first epoch from which the loss stays below a goal up to now.
   *
   * @param now the present epoch
   * @param loss there
   * @return −1 where it is not below
   */
  public static long since(History history, double now, double loss, double goal) {
    if (!(loss < goal)) {
      return -1;
    }
    int from = history.count();
    while (from > 0 && history.epoch(from - 1) > now + 1e-9) {
      from--;
    }
    long since = Math.round(now);
    while (from > 0 && history.loss(from - 1) < goal) {
      from--;
      since = Math.round(history.epoch(from));
    }
    return since;
  }
}
