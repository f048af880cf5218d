package org.ladera.session.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Misfit;
import org.ladera.engine.spec.Suitability;

/** What of an experiment does not belong together; looked for once for each change of it. */
final class KnownMisfits {
  /** A rate with which only hands move the parameters: what it trains is of no interest. */
  private static final double STILL = 1e-9;

  private @Nullable Experiment judged;
  private List<Misfit> found = List.of();

  List<Misfit> of(Experiment now) {
    if (now != judged) {
      judged = now;
      found = now.optimizer().rate() > STILL ? Suitability.of(now) : List.of();
    }
    return found;
  }
}
