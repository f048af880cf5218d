package org.ladera.lesson.model;

import java.util.List;
import java.util.Set;
import org.ladera.session.reading.RunReading;

/**
 * What stays covered until a check is answered.
 *
 * @param until id of the check
 * @param readings shown as a question mark wherever texts, tables of runs, controls and the line
 *     below the stage would show them
 * @param views places of views, from 0, that are covered whole
 * @param behaviour whether tables of runs keep to themselves what each rate will do
 */
public record Cover(
    String until, List<RunReading> readings, Set<Integer> views, boolean behaviour) {
  public Cover {
    readings = List.copyOf(readings);
    views = Set.copyOf(views);
  }
}
