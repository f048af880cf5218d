package org.ladera.session.run;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.ladera.session.Stop;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Finding;

/**
 * The end of a run whose validation loss has not fallen for some time (Prechelt 1998): the run goes
 * back to where it was least.
 *
 * @param patience epochs; empty where nothing ends a run early
 */
record EarlyStopping(OptionalLong patience, LiveRun main) {
  /** What ends every run; null for none, or where the run was stopped once and is to go on. */
  @Nullable Condition condition() {
    return main.patience(patience);
  }

  /** What a person wants a run to end at; null for none. */
  @Nullable Condition asked(SeekTask run) {
    Condition condition = run.condition();
    return condition == null || condition.equals(condition()) ? null : condition;
  }

  /** Why the run ended where it has been furthest. */
  Stop stop(Finding.Stalled least) {
    return new Stop(
        new Condition.ValidationStalls(patience.orElseThrow()),
        main.timeline().reached(),
        Optional.of(least),
        Stop.Why.MET);
  }
}
