package org.ladera.lesson.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.RunReading;

/**
 * What is covered at the moment.
 *
 * @param views places of views, from 0, each with the check that uncovers it
 * @param behaviour what each rate will do
 */
public record Covered(Set<RunReading> readings, Map<Integer, String> views, boolean behaviour) {
  public static final Covered NOTHING = new Covered(Set.of(), Map.of(), false);

  /** Stands where a covered number would. */
  public static final String SIGN = "?";

  public Covered {
    readings = Set.copyOf(readings);
    views = Map.copyOf(views);
  }

  /**
   * What a step covers now.
   *
   * @param answered whether nothing is left to do at the check with that id
   */
  public static Covered of(Step step, Predicate<String> answered) {
    if (step.covers().isEmpty()) {
      return NOTHING;
    }
    Set<RunReading> readings = new HashSet<>();
    Map<Integer, String> views = new HashMap<>();
    boolean behaviour = false;
    for (Cover cover : step.covers()) {
      if (!answered.test(cover.until())) {
        readings.addAll(cover.readings());
        cover.views().forEach(view -> views.putIfAbsent(view, cover.until()));
        behaviour |= cover.behaviour();
      }
    }
    return new Covered(readings, views, behaviour);
  }

  public boolean hides(RunReading reading) {
    return readings.contains(reading);
  }

  /** Whether a reading of that run is covered. */
  public boolean hides(String run, Reading reading) {
    return readings.contains(new RunReading(run, reading));
  }
}
