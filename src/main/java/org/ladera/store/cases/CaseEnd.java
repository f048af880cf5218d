package org.ladera.store.cases;

import java.util.Optional;
import org.ladera.engine.trace.OutsideDomain;
import org.ladera.landscape.Stall;

/**
 * How the run of a case ended.
 *
 * @param outside the output for which the loss has no value, where that stopped it
 * @param stuck why it does not get further, where it does not
 */
public record CaseEnd(Optional<OutsideDomain> outside, Optional<Stall> stuck) {
  static final CaseEnd GOOD = new CaseEnd(Optional.empty(), Optional.empty());
}
