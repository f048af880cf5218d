package org.ladera.landscape;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.spec.OptimizerSpec;

/**
 * How fast a rule with a constant rate comes nearer to the minimum of a quadratic loss, when every
 * update sees all examples. The distance e along a direction of curvature λ obeys e(t+1) = s·e(t) −
 * p·e(t−1), so that in the long run it is multiplied by the greater root of z² − sz + p (Polyak
 * 1964; Goh, Why Momentum Really Works, Distill 2017).
 *
 * @param factor of the distance at each update, in the long run; 1 and above does not arrive
 */
public record Convergence(double factor, Behaviour behaviour) {
  /** s and p. */
  private record Recurrence(double s, double p) {}

  /** Along one direction; empty for rules whose steps depend on more than e. */
  public static Optional<Convergence> of(OptimizerSpec rule, double lambda) {
    return recurrence(rule, lambda).map(Convergence::of);
  }

  /**
   * Over all directions: the factor is the worst; the behaviour is that of the steepest direction,
   * and where that simply falls, that of the flattest.
   */
  public static Optional<Convergence> of(OptimizerSpec rule, Curvature curvature) {
    Optional<Convergence> steepest = of(rule, curvature.largest());
    Optional<Convergence> flattest = of(rule, curvature.smallest());
    return steepest.map(
        steep -> {
          Convergence flat = flattest.orElseThrow();
          Behaviour behaviour =
              switch (steep.behaviour) {
                case DIVERGES, ZIGZAG, ONE_STEP, SWINGS -> steep.behaviour;
                // Downhill without end is no matter of the rate.
                case SLOW, MONOTONE ->
                    flat.behaviour == Behaviour.SWINGS
                        ? Behaviour.SWINGS
                        : Behaviour.of(Math.clamp(flat.factor, 0, Math.nextDown(1.0)));
              };
          return new Convergence(Math.max(steep.factor, flat.factor), behaviour);
        });
  }

  /** Updates in which the distance becomes a tenth; empty where it does not. */
  public OptionalDouble perDigit() {
    return factor < 1 ? OptionalDouble.of(-1 / StrictMath.log10(factor)) : OptionalDouble.empty();
  }

  private static Optional<Recurrence> recurrence(OptimizerSpec rule, double lambda) {
    return switch (rule) {
      case OptimizerSpec.Sgd(double rate, double decay) ->
          Optional.of(new Recurrence(1 - rate * (lambda + decay), 0));
      case OptimizerSpec.Momentum(double rate, double gamma) ->
          Optional.of(new Recurrence(1 + gamma - rate * lambda, gamma));
      case OptimizerSpec.AveragedMomentum(double rate, double beta) ->
          Optional.of(new Recurrence(1 + beta - rate * (1 - beta) * lambda, beta));
      case OptimizerSpec.Nesterov(double rate, double gamma) -> {
        double plain = 1 - rate * lambda;
        yield Optional.of(new Recurrence((1 + gamma) * plain, gamma * plain));
      }
      case OptimizerSpec.SequentialSgd _,
          OptimizerSpec.AdaGrad _,
          OptimizerSpec.AdaDelta _,
          OptimizerSpec.RmsProp _,
          OptimizerSpec.Adam _,
          OptimizerSpec.AdamW _,
          OptimizerSpec.LocalSearch _,
          OptimizerSpec.ClosedForm _,
          OptimizerSpec.Slipped _ ->
          Optional.empty();
    };
  }

  private static Convergence of(Recurrence r) {
    double discriminant = r.s * r.s - 4 * r.p;
    if (discriminant < 0) {
      double factor = Math.sqrt(r.p);
      return new Convergence(factor, factor < 1 ? Behaviour.SWINGS : Behaviour.DIVERGES);
    }
    double root = (r.s + Math.copySign(Math.sqrt(discriminant), r.s)) / 2;
    return new Convergence(Math.abs(root), Behaviour.of(root));
  }
}
