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

  /** The update itself was asked for. */
  record Update(long update) implements Finding {}
}
