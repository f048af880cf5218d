package org.ladera.present.loss;

import org.ladera.session.RunFrame;
import org.ladera.timeline.History;

/**
 * The points of a loss curve. With batches the loss that is kept of an epoch is the mean over them,
 * while the parameters moved: such a curve begins with the loss at the start and has each mean in
 * the middle of its epoch. Without them what is kept of an epoch is the loss where it began.
 */
final class CurvePoints {
  /** A moment counts as reached so short a part of an epoch before it. */
  private static final double TOUCHES = 1e-9;

  private CurvePoints() {}

  /** Those of a run, among them where it is now. */
  static History of(RunFrame run, double now) {
    History points = of(run, run.history());
    int passed = upTo(points, now);
    boolean isMean = run.updatesPerEpoch() > 1;
    if (isMean && now >= run.reachedEpoch() - TOUCHES && passed > 0) {
      // What closes the history of a run in the middle of an epoch is kept at its beginning.
      points.epochs()[points.count() - 1] = now;
      return points;
    }
    boolean isThere = !isMean && passed > 0 && points.epoch(passed - 1) >= now - TOUCHES;
    return isThere ? points : points.with(passed, now, run.now().totalLoss());
  }

  /** Those of what is kept of {@code run} or is to come of it. */
  static History of(RunFrame run, History kept) {
    return of(kept, run.updatesPerEpoch(), run.start().loss());
  }

  /** Those of a run that was left. */
  static History of(RunFrame.Ghost ghost, int updatesPerEpoch) {
    return of(ghost.history(), updatesPerEpoch, ghost.path().loss(0));
  }

  private static History of(History kept, int updatesPerEpoch, double start) {
    if (updatesPerEpoch == 1 || kept.count() == 0) {
      return kept;
    }
    History points = kept.with(0, 0, start);
    // The newest one is no mean.
    for (int i = 1; i < points.count() - 1; i++) {
      points.epochs()[i] += (updatesPerEpoch - 1) / (2.0 * updatesPerEpoch);
    }
    return points;
  }

  /** The number of points up to {@code epoch}; they increase. */
  static int upTo(History points, double epoch) {
    int low = 0;
    int high = points.count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (points.epoch(middle) <= epoch + TOUCHES) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
