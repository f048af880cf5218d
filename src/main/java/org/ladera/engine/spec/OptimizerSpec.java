package org.ladera.engine.spec;

/**
 * An update rule with its constants. g is the gradient of the regularised loss, w a parameter, η
 * the rate after the schedule.
 */
public sealed interface OptimizerSpec {
  /** The base rate η that the schedule multiplies. */
  double rate();

  /** The same rule with another base rate. */
  OptimizerSpec withRate(double rate);

  /** w −= η(g + λw): gradient descent, simultaneous. */
  record Sgd(double rate, double weightDecay) implements OptimizerSpec {
    public Sgd(double rate) {
      this(rate, 0);
    }

    @Override
    public Sgd withRate(double other) {
      return new Sgd(other, weightDecay);
    }
  }

  /**
   * The mistake that S0.3 warns of: parameters change one after another, each gradient already
   * seeing the new values before it.
   */
  record SequentialSgd(double rate) implements OptimizerSpec {
    @Override
    public SequentialSgd withRate(double other) {
      return new SequentialSgd(other);
    }
  }

  /** Heavy ball: v = γv + ηg, w −= v (S3.9; Polyak 1964). */
  record Momentum(double rate, double gamma) implements OptimizerSpec {
    @Override
    public Momentum withRate(double other) {
      return new Momentum(other, gamma);
    }
  }

  /** Averaged momentum: v = βv + (1−β)g, w −= ηv (S4). */
  record AveragedMomentum(double rate, double beta) implements OptimizerSpec {
    @Override
    public AveragedMomentum withRate(double other) {
      return new AveragedMomentum(other, beta);
    }
  }

  /** Nesterov in gradient form: v = γv + g, w −= η(g + γv) (Sutskever et al. 2013). */
  record Nesterov(double rate, double gamma) implements OptimizerSpec {
    @Override
    public Nesterov withRate(double other) {
      return new Nesterov(other, gamma);
    }
  }

  /** G += g², w −= ηg/(√G + ε) (Duchi et al. 2011). */
  record AdaGrad(double rate, double epsilon) implements OptimizerSpec {
    @Override
    public AdaGrad withRate(double other) {
      return new AdaGrad(other, epsilon);
    }
  }

  /** E = ρE + (1−ρ)g², Δ = √(D+ε)/√(E+ε)·g, D = ρD + (1−ρ)Δ², w −= ηΔ (Zeiler 2012). */
  record AdaDelta(double rate, double rho, double epsilon) implements OptimizerSpec {
    @Override
    public AdaDelta withRate(double other) {
      return new AdaDelta(other, rho, epsilon);
    }
  }

  /** v = βv + (1−β)g², w −= ηg/(√v + ε). */
  record RmsProp(double rate, double beta, double epsilon) implements OptimizerSpec {
    @Override
    public RmsProp withRate(double other) {
      return new RmsProp(other, beta, epsilon);
    }
  }

  /** Kingma and Ba 2015, algorithm 1; the decay λw is added to g. */
  record Adam(double rate, double beta1, double beta2, double epsilon, double weightDecay)
      implements OptimizerSpec {
    /** The constants of the paper. */
    public Adam(double rate) {
      this(rate, 0.9, 0.999, 1e-8, 0);
    }

    @Override
    public Adam withRate(double other) {
      return new Adam(other, beta1, beta2, epsilon, weightDecay);
    }
  }

  /** Loshchilov and Hutter 2019: w −= ηλw apart from the Adam step. */
  record AdamW(double rate, double beta1, double beta2, double epsilon, double weightDecay)
      implements OptimizerSpec {
    @Override
    public AdamW withRate(double other) {
      return new AdamW(other, beta1, beta2, epsilon, weightDecay);
    }
  }
}
