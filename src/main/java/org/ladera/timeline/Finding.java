package org.ladera.timeline;

import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.DeadUnit;

/** What met a condition. */
public sealed interface Finding {
  /**
   * @param before loss of the epoch before
   * @param now loss of the epoch just done
   */
  record Loss(double before, double now) implements Finding {}

  /**
   * @param norm Euclidean norm of the gradient that the last update went down
   */
  record Gradient(double norm) implements Finding {}

  record Dead(DeadUnit unit) implements Finding {}

  record Sign(ParameterRef parameter, double before, double now) implements Finding {}

  /**
   * @param least the least loss on the validation examples
   * @param epoch epochs done there
   */
  record Stalled(double least, long epoch) implements Finding {
    /** Where the run would go back to. */
    public static Stalled in(Timeline run) {
      return new Stalled(run.validation().least(), run.validation().leastEpoch());
    }
  }

  /** The update itself was asked for. */
  record Update(long update) implements Finding {}
}
