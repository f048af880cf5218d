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
   * @return empty where no closed form is known here
   */
  public static OptionalDouble of(OptimizerSpec rule, Curvature curvature) {
    return switch (rule) {
      // θ ← θ − η(λ + decay)θ, so |1 − η(λ + decay)| < 1.
      case OptimizerSpec.Sgd(double _, double decay) ->
          OptionalDouble.of(limit(2, curvature.largest() + decay));
      case OptimizerSpec.SequentialSgd _,
          OptimizerSpec.Momentum _,
          OptimizerSpec.AveragedMomentum _,
          OptimizerSpec.Nesterov _,
          OptimizerSpec.AdaGrad _,
          OptimizerSpec.AdaDelta _,
          OptimizerSpec.RmsProp _,
          OptimizerSpec.Adam _,
          OptimizerSpec.AdamW _ ->
          OptionalDouble.empty();
    };
  }

  private static double limit(double numerator, double lambda) {
    return lambda > 0 ? numerator / lambda : Double.POSITIVE_INFINITY;
  }
}
