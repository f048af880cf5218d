package org.ladera.landscape;

import java.util.OptionalDouble;
import org.ladera.engine.spec.OptimizerSpec;

/**
 * The largest rate at which a rule of descent does not grow along a direction of curvature λ of a
 * quadratic loss, when every update sees all examples. One entry for each rule.
 */
public final class StabilityLimit {
  private StabilityLimit() {}

  /**
   * The limit for λ = λmax; ∞ where nothing bends upwards.
   *
   * @return empty for rules that scale each direction by its own past: no fixed rate divides those
   *     that grow from those that do not ({@link StepCurvature} says what holds at one step)
   */
  public static OptionalDouble of(OptimizerSpec rule, Curvature curvature) {
    double lambda = curvature.largest();
    return switch (rule) {
      // θ ← θ − η(λ + decay)θ, so |1 − η(λ + decay)| < 1.
      case OptimizerSpec.Sgd(double _, double decay) -> OptionalDouble.of(limit(2, lambda + decay));
      // For the others both roots of their recurrence are inside the unit circle (Convergence).
      case OptimizerSpec.Momentum(double _, double gamma) ->
          OptionalDouble.of(limit(2 * (1 + gamma), lambda));
      case OptimizerSpec.AveragedMomentum(double _, double beta) ->
          OptionalDouble.of(limit(2 * (1 + beta) / (1 - beta), lambda));
      case OptimizerSpec.Nesterov(double _, double gamma) ->
          OptionalDouble.of(limit(2 * (1 + gamma) / (1 + 2 * gamma), lambda));
      case OptimizerSpec.SequentialSgd _,
          OptimizerSpec.AdaGrad _,
          OptimizerSpec.AdaDelta _,
          OptimizerSpec.RmsProp _,
          OptimizerSpec.Adam _,
          OptimizerSpec.AdamW _,
          OptimizerSpec.LocalSearch _,
          OptimizerSpec.ClosedForm _,
          OptimizerSpec.Slipped _ ->
          OptionalDouble.empty();
    };
  }

  private static double limit(double numerator, double lambda) {
    return lambda > 0 ? numerator / lambda : Double.POSITIVE_INFINITY;
  }
}
