package org.ladera.store.lesson;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.session.Scene;
import org.ladera.session.reading.Readings;

/** Whether the readings that a lesson names exist in its scene. */
final class ReadingNames {
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?:start:|optimum:|d)?(W|b|gamma|beta)(?:'|seq)?(\\[\\d+]\\[\\d+(?:,\\d+)?])");
  private static final Pattern SAMPLE =
      Pattern.compile("(x|y|yhat|r|loss)\\[(\\d{1,7})(?:,(\\d{1,4}))?]");
  private static final Pattern UNIT =
      Pattern.compile("(?:z|a|slope|delta|exp|through)\\[(\\d{1,2})]\\[(\\d{1,7}),(\\d{1,4})]");

  private static final Pattern JACOBIAN =
      Pattern.compile("jacobian\\[(\\d{1,2})]\\[(\\d{1,7}),(\\d{1,4}),(\\d{1,4})]");

  private static final Pattern SECANT =
      Pattern.compile("secant(?:Error)?\\[(\\d{1,2})]\\[(\\d{1,7}),(\\d{1,7}),(\\d{1,4})]");

  private static final Pattern SATURATED = Pattern.compile("saturated\\[(\\d{1,2})]");

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
      int columns =
          sample.group(1).equals("x")
              ? experiment.data().x().columns()
              : experiment.data().y().columns();
      return within(sample.group(2), experiment.data().size())
          && (sample.group(3) == null || within(sample.group(3), columns));
    }
    Matcher unit = UNIT.matcher(name);
    if (unit.matches()) {
      List<LayerSpec> layers = experiment.network().layers();
      return within(unit.group(1), layers.size())
          && within(unit.group(2), experiment.data().size())
          && within(unit.group(3), layers.get(Integer.parseInt(unit.group(1)) - 1).units());
    }
    Matcher jacobian = JACOBIAN.matcher(name);
    if (jacobian.matches()) {
      List<LayerSpec> layers = experiment.network().layers();
      if (!within(jacobian.group(1), layers.size())) {
        return false;
      }
      int units = layers.get(Integer.parseInt(jacobian.group(1)) - 1).units();
      return within(jacobian.group(2), experiment.data().size())
          && within(jacobian.group(3), units)
          && within(jacobian.group(4), units);
    }
    Matcher secant = SECANT.matcher(name);
    if (secant.matches()) {
      List<LayerSpec> layers = experiment.network().layers();
      return within(secant.group(1), layers.size())
          && within(secant.group(2), experiment.data().size())
          && within(secant.group(3), experiment.data().size())
          && within(secant.group(4), layers.get(Integer.parseInt(secant.group(1)) - 1).units());
    }
    Matcher saturated = SATURATED.matcher(name);
    if (saturated.matches()) {
      return within(saturated.group(1), experiment.network().layers().size());
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

  private static boolean within(String number, int most) {
    int n = Integer.parseInt(number);
    return n >= 1 && n <= most;
  }
}
