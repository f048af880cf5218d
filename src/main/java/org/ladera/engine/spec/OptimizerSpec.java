package org.ladera.engine.spec;

import java.util.List;

/**
 * An update rule with its constants. g is the gradient of the regularised loss, w a parameter, η
 * the rate after the schedule.
 */
public sealed interface OptimizerSpec {
  /** The base rate η that the schedule multiplies. */
  double rate();

  /** w −= η(g + λw): gradient descent, simultaneous. */
  record Sgd(double rate, double weightDecay) implements OptimizerSpec {
    public Sgd(double rate) {
      this(rate, 0);
    }
  }

  /** Parameters change one after another, each gradient already seeing the new values before it. */
  record SequentialSgd(double rate) implements OptimizerSpec {}

  /** Heavy ball: v = γv + ηg, w −= v. */
  record Momentum(double rate, double gamma) implements OptimizerSpec {}

  /** Averaged momentum: v = βv + (1−β)g, w −= ηv. */
  record AveragedMomentum(double rate, double beta) implements OptimizerSpec {}

  /** Nesterov in gradient form: v = γv + g, w −= η(g + γv). */
  record Nesterov(double rate, double gamma) implements OptimizerSpec {}

  /** G += g², w −= ηg/(√G + ε). */
  record AdaGrad(double rate, double epsilon) implements OptimizerSpec {}

  /** E = ρE + (1−ρ)g², Δ = √(D+ε)/√(E+ε)·g, D = ρD + (1−ρ)Δ², w −= ηΔ. */
  record AdaDelta(double rate, double rho, double epsilon) implements OptimizerSpec {}

  /** v = βv + (1−β)g², w −= ηg/(√v + ε). */
  record RmsProp(double rate, double beta, double epsilon) implements OptimizerSpec {}

  /** Algorithm 1 of the paper; the decay λw is added to g. */
  record Adam(double rate, double beta1, double beta2, double epsilon, double weightDecay)
      implements OptimizerSpec {
    /** The constants of the paper. */
    public Adam(double rate) {
      this(rate, 0.9, 0.999, 1e-8, 0);
    }
  }

  /** w −= ηλw apart from the Adam step. */
  record AdamW(double rate, double beta1, double beta2, double epsilon, double weightDecay)
      implements OptimizerSpec {}

  /**
   * A random neighbour at a normal distance of scale η in every direction; it is kept where the
   * loss is less there. It needs no gradient; every update asks for the loss once more.
   */
  record LocalSearch(double rate) implements OptimizerSpec {}

  /**
   * No descent: the last layer goes the share η of the way to the weights of least norm that
   * minimise the squared loss of the batch for what enters it (Moore–Penrose pseudo-inverse,
   * Penrose 1956). The layers before it stay. Where {@link Suitability#hasClosedForm} says no,
   * nothing changes.
   */
  record ClosedForm(double rate) implements OptimizerSpec {}

  /**
   * A rule as it is often misprinted or mistyped.
   *
   * @param right the rule that was meant
   */
  record Slipped(OptimizerSpec right, Slip slip) implements OptimizerSpec {
    public Slipped {
      if (!slip.isOf(right.rule())) {
        throw new IllegalArgumentException(slip.id() + " is no slip of " + right.rule().id());
      }
    }

    @Override
    public double rate() {
      return right.rate();
    }
  }

  /** What goes wrong in a {@link Slipped} rule. */
  enum Slip {
    /** w += ηg. */
    ASCENT(Rule.GRADIENT_DESCENT),
    /** Adam with m where m̂ stands, and v̂. */
    NO_HAT(Rule.ADAM),
    /** Adam with m and v where m̂ and v̂ stand. */
    NO_CORRECTION(Rule.ADAM),
    /** w −= η·g/2: the 2 of the square was lost on the way. */
    LOST_FACTOR(Rule.GRADIENT_DESCENT),
    /** The update stands after the loop over the batch: only the last example counts. */
    LAST_EXAMPLE_ONLY(Rule.GRADIENT_DESCENT),
    /** f′ is taken at the activation a where it has to be taken at the net input z. */
    SLOPE_AT_A(Rule.GRADIENT_DESCENT),
    /** The gradient is a sum where the loss is a mean: 1/m is missing. */
    UNNORMALISED_MEAN(Rule.GRADIENT_DESCENT);

    private final Rule of;

    Slip(Rule of) {
      this.of = of;
    }

    /** Its name in lessons. */
    public String id() {
      return Catalogue.id(this);
    }

    public boolean isOf(Rule rule) {
      return rule == of;
    }
  }

  /** Whether this rule goes wrong in a certain way. */
  default boolean slips(Slip slip) {
    return this instanceof Slipped s && s.slip == slip;
  }

  /** The same rule with another base rate. */
  default OptimizerSpec withRate(double rate) {
    return this instanceof Slipped(OptimizerSpec right, Slip slip)
        ? new Slipped(right.withRate(rate), slip)
        : rule().with(rate, constants());
  }

  default Rule rule() {
    return switch (this) {
      case Sgd _ -> Rule.GRADIENT_DESCENT;
      case SequentialSgd _ -> Rule.SEQUENTIAL;
      case Momentum _ -> Rule.MOMENTUM;
      case AveragedMomentum _ -> Rule.AVERAGED_MOMENTUM;
      case Nesterov _ -> Rule.NESTEROV;
      case AdaGrad _ -> Rule.ADAGRAD;
      case AdaDelta _ -> Rule.ADADELTA;
      case RmsProp _ -> Rule.RMSPROP;
      case Adam _ -> Rule.ADAM;
      case AdamW _ -> Rule.ADAMW;
      case LocalSearch _ -> Rule.LOCAL_SEARCH;
      case ClosedForm _ -> Rule.CLOSED_FORM;
      case Slipped s -> s.right.rule();
    };
  }

  /** The constants beside the rate, in the order of {@link Rule#constants}. */
  default double[] constants() {
    return switch (this) {
      case Sgd o -> new double[] {o.weightDecay};
      case SequentialSgd _, LocalSearch _, ClosedForm _ -> new double[0];
      case Slipped s -> s.right.constants();
      case Momentum o -> new double[] {o.gamma};
      case AveragedMomentum o -> new double[] {o.beta};
      case Nesterov o -> new double[] {o.gamma};
      case AdaGrad o -> new double[] {o.epsilon};
      case AdaDelta o -> new double[] {o.rho, o.epsilon};
      case RmsProp o -> new double[] {o.beta, o.epsilon};
      case Adam o -> new double[] {o.beta1, o.beta2, o.epsilon, o.weightDecay};
      case AdamW o -> new double[] {o.beta1, o.beta2, o.epsilon, o.weightDecay};
    };
  }

  /**
   * The catalogue of update rules; what they compute is in {@code engine.train}. An ε or β that is
   * left out is the same everywhere, in lessons, trace cases, settings and the window
   * (docs/decisions/catalogue.md).
   */
  enum Rule {
    GRADIENT_DESCENT("sgd", "Cauchy 1847", (r, c) -> new Sgd(r, c[0]), Hyperparameter.decay(0)),
    SEQUENTIAL(
        "sequential", "the usual slip in programs written by hand", (r, c) -> new SequentialSgd(r)),
    MOMENTUM(
        "momentum",
        "Polyak 1964",
        (r, c) -> new Momentum(r, c[0]),
        Hyperparameter.share("gamma", "γ", 0.9)),
    AVERAGED_MOMENTUM(
        "momentum_ema",
        "the first moment of Adam without its correction, Kingma and Ba 2015",
        (r, c) -> new AveragedMomentum(r, c[0]),
        Hyperparameter.share("beta", "β", 0.9)),
    NESTEROV(
        "nesterov",
        "Nesterov 1983, as in Sutskever et al. 2013",
        (r, c) -> new Nesterov(r, c[0]),
        Hyperparameter.share("gamma", "γ", 0.9)),
    ADAGRAD(
        "adagrad",
        "Duchi et al. 2011",
        (r, c) -> new AdaGrad(r, c[0]),
        Hyperparameter.epsilon(1e-8)),
    ADADELTA(
        "adadelta",
        "Zeiler 2012",
        (r, c) -> new AdaDelta(r, c[0], c[1]),
        Hyperparameter.share("rho", "ρ", 0.95),
        Hyperparameter.epsilon(1e-6)),
    RMSPROP(
        "rmsprop",
        "Tieleman and Hinton 2012",
        (r, c) -> new RmsProp(r, c[0], c[1]),
        Hyperparameter.share("beta", "β", 0.9),
        Hyperparameter.epsilon(1e-8)),
    ADAM(
        "adam",
        "Kingma and Ba 2015",
        (r, c) -> new Adam(r, c[0], c[1], c[2], c[3]),
        Hyperparameter.share("beta1", "β_1", 0.9),
        Hyperparameter.share("beta2", "β_2", 0.999),
        Hyperparameter.epsilon(1e-8),
        Hyperparameter.decay(0)),
    ADAMW(
        "adamw",
        "Loshchilov and Hutter 2019",
        (r, c) -> new AdamW(r, c[0], c[1], c[2], c[3]),
        Hyperparameter.share("beta1", "β_1", 0.9),
        Hyperparameter.share("beta2", "β_2", 0.999),
        Hyperparameter.epsilon(1e-8),
        Hyperparameter.decay(0.01)),
    LOCAL_SEARCH("local_search", "Rastrigin 1963, as random search", (r, c) -> new LocalSearch(r)),
    CLOSED_FORM(
        "closed_form",
        "Penrose 1956, as least squares of least norm of a linear last layer",
        (r, c) -> new ClosedForm(r));

    /** Puts a rule together from its rate and its constants. */
    private interface Recipe {
      OptimizerSpec make(double rate, double[] constants);
    }

    private final String traceName;
    private final String source;
    private final Recipe recipe;
    private final List<Hyperparameter> constants;

    Rule(String traceName, String source, Recipe recipe, Hyperparameter... constants) {
      this.traceName = traceName;
      this.source = source;
      this.recipe = recipe;
      this.constants = List.of(constants);
    }

    /** Its name in lessons, settings and texts: {@code averaged-momentum}. */
    public String id() {
      return Catalogue.id(this);
    }

    public String traceName() {
      return traceName;
    }

    /** Who published it. */
    public String source() {
      return source;
    }

    public List<Hyperparameter> constants() {
      return constants;
    }

    /**
     * Whether a trace case has to say the constants: the programs that it is compared with have no
     * default of the three kinds of momentum, and one that was forgotten there is a fault here.
     */
    public boolean traceAsksForConstants() {
      return switch (this) {
        case MOMENTUM, AVERAGED_MOMENTUM, NESTEROV -> true;
        case GRADIENT_DESCENT,
            SEQUENTIAL,
            ADAGRAD,
            ADADELTA,
            RMSPROP,
            ADAM,
            ADAMW,
            LOCAL_SEARCH,
            CLOSED_FORM ->
            false;
      };
    }

    /** The rate where a trace case says none, as Zeiler's rule has none; NaN: it has to be said. */
    public double traceRate() {
      return this == ADADELTA ? 1 : Double.NaN;
    }

    /**
     * The rule ready to run.
     *
     * @param values one for each constant, in their order
     */
    public OptimizerSpec with(double rate, double... values) {
      if (values.length != constants.size()) {
        throw new IllegalArgumentException(
            id() + ": expected " + constants.size() + " constants, found " + values.length);
      }
      return recipe.make(rate, values);
    }

    /** The rule with its usual constants. */
    public OptimizerSpec usual(double rate) {
      return recipe.make(rate, constants.stream().mapToDouble(Hyperparameter::usual).toArray());
    }
  }
}
