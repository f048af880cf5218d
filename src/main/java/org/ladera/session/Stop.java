package org.ladera.session;

import java.util.Optional;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Finding;

/**
 * How a run to a condition ended.
 *
 * @param update where
 * @param finding what met the condition; empty when it did not hold
 * @param why it ended
 */
public record Stop(Condition condition, long update, Optional<Finding> finding, Why why) {
  public enum Why {
    MET,
    PLANNED_END,
    DIVERGED,
    /** A person stopped it or asked for something else. */
    LEFT
  }
}
