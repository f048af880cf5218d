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
   * @param parameters the present ones
   * @param now what is known at them
   */
  Landmark of(Timeline timeline, MatrixView parameters, Evaluation now) {
    Experiment experiment = timeline.experiment();
    MatrixView start = timeline.start();
    if (known == null || known.parameters() != start || !sameLoss(of, experiment)) {
      known =
          Landmark.of(
              start, parameters.equals(start) ? now : Fields.evaluate(experiment, start.toArray()));
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
