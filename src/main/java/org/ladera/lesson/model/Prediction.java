package org.ladera.lesson.model;

import java.util.List;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.session.reading.RunReading;

/**
 * An answer that is locked, then played, then compared with what came.
 *
 * @param until what has to be played before
 * @param curves what is drawn over time when it is compared; may be empty
 */
public record Prediction(RunMoment until, List<RunReading> curves) {
  public Prediction {
    curves = List.copyOf(curves);
  }

  /** Whether the run on stage has been there, or cannot come there any more. */
  public boolean isPlayed(Frame frame) {
    RunFrame main = frame.main();
    double updates = main.reachedEpoch() * main.updatesPerEpoch();
    return Math.rint(updates) >= until.update(main.updatesPerEpoch())
        || frame.status() instanceof Status.Diverged;
  }
}
