package org.ladera.timeline;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Set;
import org.ladera.engine.train.TrainerState;

/** The memory that several runs with a common past take together. */
public final class TimelineMemory {
  private static final int FEW = 8;

  private TimelineMemory() {}

  /** The bytes of all key frames; what several runs share counts once. */
  public static long bytes(Collection<Timeline> timelines) {
    Set<TrainerState> states = Collections.newSetFromMap(new IdentityHashMap<>());
    timelines.forEach(t -> states.addAll(t.states()));
    return states.stream().mapToLong(KeyFrames::bytes).sum();
  }

  /**
   * Thins the key frames of the runs that have most of them, until all together take no more than
   * {@code most} bytes or every run has only a few left. Runs are modified; their updates are not.
   */
  public static void bound(Collection<Timeline> timelines, long most) {
    while (bytes(timelines) > most) {
      Timeline largest =
          timelines.stream().max(Comparator.comparingLong(t -> t.states().size())).orElseThrow();
      if (largest.states().size() <= FEW) {
        return;
      }
      largest.thin();
    }
  }
}
