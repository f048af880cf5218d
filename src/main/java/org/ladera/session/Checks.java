package org.ladera.session;

import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.Standstill;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.landscape.gradient.Inspection;

/**
 * The newest answers to requests about the next update. Each names the update it is of, which may
 * be an older one than that of its run.
 */
public record Checks(
    Map<FieldRequest.Derivative, Inspection> derivatives,
    Map<FieldRequest.Gradient, GradientReport> gradients,
    Map<FieldRequest.Supposed, StepTrace> supposed,
    Map<FieldRequest.Obstacles, Standstill> obstacles,
    Map<FieldRequest.Layers, LayerHistory> layers) {
  public static final Checks NONE = new Checks(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  public Checks {
    derivatives = Map.copyOf(derivatives);
    gradients = Map.copyOf(gradients);
    supposed = Map.copyOf(supposed);
    obstacles = Map.copyOf(obstacles);
    layers = Map.copyOf(layers);
  }

  /** One derivative against the loss that is claimed. */
  public Optional<Inspection> derivative(
      String run, ParameterRef parameter, Optional<LossSpec> claimed) {
    return Optional.ofNullable(
        derivatives.get(new FieldRequest.Derivative(run, parameter, claimed)));
  }

  /** What holds a run up, as far as it was looked for. */
  public Optional<Standstill> obstacles(String run) {
    return obstacles.entrySet().stream()
        .filter(e -> e.getKey().run().equals(run))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The whole gradient: the thorough answer where there is one of this update, else the quick. */
  public Optional<GradientReport> gradient(String run, Optional<LossSpec> claimed, long update) {
    Optional<GradientReport> thorough =
        Optional.ofNullable(gradients.get(new FieldRequest.Gradient(run, claimed, true)))
            .filter(report -> report.update() == update);
    return thorough.or(
        () -> Optional.ofNullable(gradients.get(new FieldRequest.Gradient(run, claimed, false))));
  }
}
