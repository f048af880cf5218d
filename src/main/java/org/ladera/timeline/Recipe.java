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

  public static Recipe of(Experiment experiment) {
    return new Recipe(experiment, List.of());
  }
}
