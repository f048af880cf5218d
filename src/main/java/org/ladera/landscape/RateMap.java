package org.ladera.landscape;

import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.OptimizerSpec;

/**
 * How fast a rule with a memory of directions comes to the minimum of a quadratic loss, over its
 * rate and its memory (Goh, Why Momentum Really Works, Distill 2017).
 *
 * @param curvature of the loss; its smallest eigenvalue is positive
 */
public record RateMap(Form form, Curvature curvature) {
  /** Updates for a tenth that are as good as never. */
  private static final double NEVER = 5000;

  /** The rules of which a map can be drawn. */
  public enum Form {
    MOMENTUM,
    AVERAGED,
    NESTEROV;

    /** Gradient descent is momentum without memory. */
    public static Optional<Form> of(OptimizerSpec rule) {
      return switch (rule) {
        case OptimizerSpec.Sgd(double _, double decay) when decay == 0 -> Optional.of(MOMENTUM);
        case OptimizerSpec.Momentum _ -> Optional.of(MOMENTUM);
        case OptimizerSpec.AveragedMomentum _ -> Optional.of(AVERAGED);
        case OptimizerSpec.Nesterov _ -> Optional.of(NESTEROV);
        case OptimizerSpec.Sgd _,
            OptimizerSpec.SequentialSgd _,
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

    /** The rule of this form. */
    public OptimizerSpec rule(double rate, double memory) {
      return switch (this) {
        case MOMENTUM -> new OptimizerSpec.Momentum(rate, memory);
        case AVERAGED -> new OptimizerSpec.AveragedMomentum(rate, memory);
        case NESTEROV -> new OptimizerSpec.Nesterov(rate, memory);
      };
    }
  }

  /** A place on the map. */
  public record Place(double rate, double memory) {}

  /** Where a rule of this form stands. */
  public static Place place(OptimizerSpec rule) {
    double[] constants = rule.constants();
    boolean plain = rule instanceof OptimizerSpec.Sgd || constants.length == 0;
    return new Place(rule.rate(), plain ? 0 : constants[0]);
  }

  /** Updates in which the distance becomes a tenth; ∞ where it does not. */
  public double perDigit(double rate, double memory) {
    return Convergence.of(form.rule(rate, memory), curvature)
        .flatMap(c -> c.perDigit().stream().boxed().findFirst())
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The rate above which it grows. */
  public double limit(double memory) {
    return limit(form, memory);
  }

  /** The same of another form on the same loss. */
  public double limit(Form of, double memory) {
    return StabilityLimit.of(of.rule(1, memory), curvature).orElseThrow();
  }

  /**
   * The fastest place: of the heavy ball as Polyak 1964, of Nesterov as Lessard, Recht and Packard
   * 2016.
   */
  public Place best() {
    double most = curvature.largest();
    double least = curvature.smallest();
    double kappa = most / least;
    double root = Math.sqrt(kappa);
    double memory = square((root - 1) / (root + 1));
    double rate = square(2 / (Math.sqrt(most) + Math.sqrt(least)));
    return switch (form) {
      case MOMENTUM -> new Place(rate, memory);
      case AVERAGED -> new Place(rate / (1 - memory), memory);
      case NESTEROV -> {
        double r = Math.sqrt(3 * kappa + 1);
        yield new Place(4 / (3 * most + least), (r - 2) / (r + 2));
      }
    };
  }

  private static double square(double x) {
    return x * x;
  }

  /** {@link #perDigit} over rates and memories, at most 5000, as where it never arrives. */
  public Field field(Axis rates, Axis memories) {
    int columns = rates.count();
    return new Field(
        rates,
        memories,
        MatrixView.generate(
            memories.count(),
            columns,
            i -> Math.min(NEVER, perDigit(rates.at(i % columns), memories.at(i / columns)))));
  }
}
