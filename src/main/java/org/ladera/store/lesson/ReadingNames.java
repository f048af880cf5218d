package org.ladera.store.lesson;

import java.util.Optional;
import org.ladera.session.Scene;
import org.ladera.session.reading.RunReading;

/** What is wrong with a reading that a lesson names. */
final class ReadingNames {
  private ReadingNames() {}

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
