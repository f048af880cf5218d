package org.ladera.store.lesson;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.session.Readings;
import org.ladera.session.Scene;

/** Whether the readings that a lesson names exist in its scene. */
final class ReadingNames {
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?:start:|optimum:|d)?(W|b|gamma|beta)(?:'|seq)?(\\[\\d+]\\[\\d+(?:,\\d+)?])");
  private static final Pattern SAMPLE = Pattern.compile("(?:x|y|yhat|r)\\[(\\d{1,7})]");

  private ReadingNames() {}

  /** Why {@code name} is no reading of {@code scene}, as the key of a fault, or nothing. */
  static Optional<String> fault(Scene scene, String name) {
    if (!Readings.isName(name)) {
      return Optional.of("reading.unknown");
    }
    int slash = name.indexOf('/');
    String run = slash < 0 ? Scene.MAIN : name.substring(0, slash);
    Optional<Experiment> experiment =
        scene.runs().stream()
            .filter(r -> r.id().equals(run))
            .findFirst()
            .map(Scene.Run::experiment);
    if (experiment.isEmpty()) {
      return Optional.of("reading.no-run");
    }
    return exists(experiment.get(), name.substring(slash + 1))
        ? Optional.empty()
        : Optional.of("reading.missing");
  }

  private static boolean exists(Experiment experiment, String name) {
    Matcher sample = SAMPLE.matcher(name);
    if (sample.matches()) {
      int number = Integer.parseInt(sample.group(1));
      return number >= 1 && number <= experiment.data().size();
    }
    Matcher parameter = PARAMETER.matcher(name);
    if (!parameter.matches()) {
      return true;
    }
    try {
      ParameterRef ref = ParameterRef.parse(parameter.group(1) + parameter.group(2));
      return new ParameterLayout(experiment.network()).has(ref);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
