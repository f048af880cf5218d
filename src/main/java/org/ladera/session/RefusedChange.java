package org.ladera.session;

import org.ladera.timeline.Footprint;

/**
 * A change that was not made, for this machine could not hold what comes of it.
 *
 * @param needed by all runs together, estimated
 * @param heap the most memory there is, in bytes
 */
public record RefusedChange(Footprint needed, long heap) {
  /** Whether it is the memory that does not suffice; else it is the time. */
  public boolean isMemory() {
    return !needed.fits(heap);
  }
}
