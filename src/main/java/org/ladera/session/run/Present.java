package org.ladera.session.run;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.timeline.Timeline;
import org.ladera.timeline.Trajectory;

/**
 * What was worked out about the moment at which a run stands, until it stands at another: while it
 * rests, each picture that is finished brings a new frame of the same moment.
 */
final class Present {
  private final IdentityHashMap<Dataset, Evaluation> heldOut = new IdentityHashMap<>();
  private @Nullable Timeline of;
  private long update;
  private @Nullable StepTrace next;
  private @Nullable Evaluation now;
  private double @Nullable [] place;
  private @Nullable MatrixView parameters;

  /** The update that the next step will do. */
  StepTrace next(Timeline timeline) {
    stand(timeline);
    if (next == null) {
      next = timeline.preview();
    }
    return next;
  }

  /** The parameters (1 × count). */
  MatrixView parameters(Timeline timeline) {
    double[] here = place(timeline);
    if (parameters == null) {
      parameters = MatrixView.over(here);
    }
    return parameters;
  }

  /** The way to here, which ends in these parameters. */
  Trajectory trajectory(Timeline timeline, double loss) {
    return timeline.trajectory(loss, () -> place(timeline));
  }

  private double[] place(Timeline timeline) {
    stand(timeline);
    if (place == null) {
      place = timeline.parameters();
    }
    return place;
  }

  /** All examples. */
  Evaluation now(Timeline timeline) {
    stand(timeline);
    if (now == null) {
      now = timeline.evaluate();
    }
    return now;
  }

  /** Examples that are not trained on. */
  Evaluation of(Timeline timeline, Dataset examples) {
    stand(timeline);
    return heldOut.computeIfAbsent(examples, timeline::evaluate);
  }

  /** Whatever the moment is now, it is another one. */
  void forget() {
    next = null;
    now = null;
    place = null;
    parameters = null;
    heldOut.clear();
  }

  private void stand(Timeline timeline) {
    if (of != timeline || update != timeline.update()) {
      forget();
      of = timeline;
      update = timeline.update();
    }
  }
}
