package org.ladera.present.time;

import java.util.List;
import java.util.Locale;
import org.ladera.engine.spec.OptimizerSpec;

/** The update rules as a person chooses them: a name and the constants beside the rate. */
public enum OptimizerRule {
  SGD(Constant.decay(0)),
  SEQUENTIAL(),
  MOMENTUM(Constant.share("$γ$", 0.9)),
  AVERAGED(Constant.share("$β$", 0.9)),
  NESTEROV(Constant.share("$γ$", 0.9)),
  ADAGRAD(Constant.epsilon(1e-8)),
  ADADELTA(Constant.share("$ρ$", 0.95), Constant.epsilon(1e-6)),
  RMSPROP(Constant.share("$β$", 0.9), Constant.epsilon(1e-8)),
  ADAM(
      Constant.share("$β_1$", 0.9),
      Constant.share("$β_2$", 0.999),
      Constant.epsilon(1e-8),
      Constant.decay(0)),
  ADAMW(
      Constant.share("$β_1$", 0.9),
      Constant.share("$β_2$", 0.999),
      Constant.epsilon(1e-8),
      Constant.decay(0.01));

  /** Which numbers a constant may be. */
  public enum Range {
    SHARE,
    POSITIVE,
    NOT_NEGATIVE;

    public boolean holds(double value) {
      return switch (this) {
        case SHARE -> value >= 0 && value < 1;
        case POSITIVE -> value > 0 && Double.isFinite(value);
        case NOT_NEGATIVE -> value >= 0 && Double.isFinite(value);
      };
    }

    /** The key of the sentence that says so. */
    public String text() {
      return "change.range." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param symbol as in the formulas, between dollar signs
   * @param usual what it is set to at first
   */
  public record Constant(String symbol, double usual, Range range) {
    static Constant share(String symbol, double usual) {
      return new Constant(symbol, usual, Range.SHARE);
    }

    static Constant epsilon(double usual) {
      return new Constant("$ε$", usual, Range.POSITIVE);
    }

    static Constant decay(double usual) {
      return new Constant("$λ$", usual, Range.NOT_NEGATIVE);
    }
  }

  private final List<Constant> constants;

  OptimizerRule(Constant... constants) {
    this.constants = List.of(constants);
  }

  public List<Constant> constants() {
    return constants;
  }

  /** The key of its name. */
  public String text() {
    return "rule." + name().toLowerCase(Locale.ROOT);
  }

  public double[] usual() {
    return constants.stream().mapToDouble(Constant::usual).toArray();
  }

  /**
   * The rule ready to run.
   *
   * @param c one value for each constant, in their order
   */
  public OptimizerSpec with(double rate, double[] c) {
    return switch (this) {
      case SGD -> new OptimizerSpec.Sgd(rate, c[0]);
      case SEQUENTIAL -> new OptimizerSpec.SequentialSgd(rate);
      case MOMENTUM -> new OptimizerSpec.Momentum(rate, c[0]);
      case AVERAGED -> new OptimizerSpec.AveragedMomentum(rate, c[0]);
      case NESTEROV -> new OptimizerSpec.Nesterov(rate, c[0]);
      case ADAGRAD -> new OptimizerSpec.AdaGrad(rate, c[0]);
      case ADADELTA -> new OptimizerSpec.AdaDelta(rate, c[0], c[1]);
      case RMSPROP -> new OptimizerSpec.RmsProp(rate, c[0], c[1]);
      case ADAM -> new OptimizerSpec.Adam(rate, c[0], c[1], c[2], c[3]);
      case ADAMW -> new OptimizerSpec.AdamW(rate, c[0], c[1], c[2], c[3]);
    };
  }

  public static OptimizerRule of(OptimizerSpec spec) {
    return switch (spec) {
      case OptimizerSpec.Sgd _ -> SGD;
      case OptimizerSpec.SequentialSgd _ -> SEQUENTIAL;
      case OptimizerSpec.Momentum _ -> MOMENTUM;
      case OptimizerSpec.AveragedMomentum _ -> AVERAGED;
      case OptimizerSpec.Nesterov _ -> NESTEROV;
      case OptimizerSpec.AdaGrad _ -> ADAGRAD;
      case OptimizerSpec.AdaDelta _ -> ADADELTA;
      case OptimizerSpec.RmsProp _ -> RMSPROP;
      case OptimizerSpec.Adam _ -> ADAM;
      case OptimizerSpec.AdamW _ -> ADAMW;
    };
  }

  /** The constants of a rule, in the order of {@link #constants}. */
  public static double[] values(OptimizerSpec spec) {
    return switch (spec) {
      case OptimizerSpec.Sgd o -> new double[] {o.weightDecay()};
      case OptimizerSpec.SequentialSgd _ -> new double[0];
      case OptimizerSpec.Momentum o -> new double[] {o.gamma()};
      case OptimizerSpec.AveragedMomentum o -> new double[] {o.beta()};
      case OptimizerSpec.Nesterov o -> new double[] {o.gamma()};
      case OptimizerSpec.AdaGrad o -> new double[] {o.epsilon()};
      case OptimizerSpec.AdaDelta o -> new double[] {o.rho(), o.epsilon()};
      case OptimizerSpec.RmsProp o -> new double[] {o.beta(), o.epsilon()};
      case OptimizerSpec.Adam o ->
          new double[] {o.beta1(), o.beta2(), o.epsilon(), o.weightDecay()};
      case OptimizerSpec.AdamW o ->
          new double[] {o.beta1(), o.beta2(), o.epsilon(), o.weightDecay()};
    };
  }
}
