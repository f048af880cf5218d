package org.ladera.session.run;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.timeline.Timeline;

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
    stand(timeline);
    if (parameters == null) {
      parameters = MatrixView.over(timeline.parameters());
    }
    return parameters;
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
