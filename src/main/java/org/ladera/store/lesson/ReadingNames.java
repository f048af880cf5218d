package org.ladera.store.lesson;

import java.util.Optional;
import org.ladera.session.Scene;
import org.ladera.session.reading.RunReading;

/** What is wrong with a reading that a lesson names. */
final class ReadingNames {
  private ReadingNames() {}

  /** The reading that a field names. */
  static RunReading read(FieldReader f, String field, Scene scene) {
    String name = f.text(field);
    Optional<String> fault = fault(scene, name);
    if (fault.isPresent()) {
      throw f.refuse(field, fault.get(), "found", name);
    }
    return RunReading.parse(name, scene).orElseThrow();
  }

  /** Why {@code name} is no reading of {@code scene}, as the key of a fault, or nothing. */
  static Optional<String> fault(Scene scene, String name) {
    Optional<RunReading> reading = RunReading.parse(name, scene);
    if (reading.isEmpty()) {
      return Optional.of("reading.unknown");
    }
    return reading
        .get()
        .fault(scene)
        .map(
            fault ->
                switch (fault) {
                  case NO_RUN -> "reading.no-run";
                  case MISSING -> "reading.missing";
                });
  }
}
