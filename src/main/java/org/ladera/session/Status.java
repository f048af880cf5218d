package org.ladera.session;

import org.jspecify.annotations.Nullable;
import org.ladera.engine.trace.Divergence;

/** What a run is doing, said in words beside the transport. */
public sealed interface Status {
  /** Nothing was run yet. */
  record Ready() implements Status {}

  record Running() implements Status {}

  /** What was saved is being replayed; a pause leaves it where it is then. */
  record Restoring() implements Status {}

  record Paused() implements Status {}

  /** The planned epochs are done. */
  record Finished() implements Status {}

  /**
   * The run stopped, or its loss only grows.
   *
   * @param cause the first non-finite number; null while the numbers are still finite
   * @param fromEpoch the epoch since which the loss grew at every epoch
   * @param growth how many epochs in a row it grew
   * @param before loss before it grew
   * @param now loss now
   */
  record Diverged(
      @Nullable Divergence cause, long fromEpoch, long growth, double before, double now)
      implements Status {}
}
