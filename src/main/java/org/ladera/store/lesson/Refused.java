package org.ladera.store.lesson;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Fault;

/**
 * Ends the reading of one part of a lesson. Never leaves this package: the reader turns it into a
 * fault in its list and goes on with the next part.
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Fault fault;

  /** A new fault ends the reading. */
  Refused(@Nullable Fault fault) {
    super(null, null, false, false);
    this.fault = fault;
  }

  /** What ends the reading has been reported already. */
  Refused() {
    this(null);
  }

  Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }
}
