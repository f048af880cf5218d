package org.ladera.session.run;

import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.Evaluation;
import org.ladera.session.Landmark;
import org.ladera.session.field.Fields;
import org.ladera.timeline.Timeline;

/** The loss at the start of a run, worked out once for what it depends on. */
final class KnownStart {
  private @Nullable Experiment of;
  private @Nullable Landmark known;

  /**
   * The start as it is now. On the engine's thread: all examples are gone through where the run is
   * not at its start and the loss became another one.
   *
   * @param parameters the present ones
   * @param now what is known at them
   */
  Landmark of(Timeline timeline, MatrixView parameters, Evaluation now) {
    Experiment experiment = timeline.experiment();
    MatrixView start = timeline.start();
    // Branches begin with equal numbers, each with its own.
    if (known == null || !known.parameters().equals(start) || !sameLoss(of, experiment)) {
      Evaluation there =
          parameters.equals(start) ? now : Fields.evaluate(experiment, start.toArray());
      known = Landmark.of(start, there);
    }
    of = experiment;
    return known;
  }

  /** By what the loss depends on beside the parameters: another rate is the same loss. */
  private static boolean sameLoss(@Nullable Experiment a, Experiment b) {
    return a == b
        || a != null
            && a.data() == b.data()
            && a.network().equals(b.network())
            && a.loss().equals(b.loss())
            && a.regularisation().equals(b.regularisation());
  }
}
