package org.ladera.timeline;

import java.util.List;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;

/**
 * All that a run is made of: replaying it gives the same run, bit for bit.
 *
 * @param edits in the order they were made, by increasing update
 */
public record Recipe(Experiment experiment, List<Stamped> edits) {
  /** An edit made when {@code update} updates were done. */
  public record Stamped(long update, Edit edit) {}

  public Recipe {
    edits = List.copyOf(edits);
  }

  /**
   * How many epochs the run is planned to take: a change at the planned end, or beyond it, is a
   * reason to go on for as many again.
   *
   * @param planned the length without changes, in epochs
   * @param updatesPerEpoch updates in one epoch
   */
  public long length(long planned, int updatesPerEpoch) {
    long end = planned;
    for (Stamped edit : edits) {
      long epoch = edit.update() / updatesPerEpoch;
      if (epoch >= end) {
        end = epoch + planned;
      }
    }
    return end;
  }

  public static Recipe of(Experiment experiment) {
    return new Recipe(experiment, List.of());
  }
}
