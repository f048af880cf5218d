package org.ladera.engine.spec;

import java.util.Optional;

/** Which edits a run can take; found out before anything changes. */
public final class EditRules {
  private EditRules() {}

  /** What is wrong with an edit. */
  public enum Fault {
    /** A number that must be finite is not. */
    NOT_FINITE,
    /** A learning rate is not above 0. */
    RATE,
    /** γ, β or ρ is not a share from 0 to below 1. */
    SHARE,
    /** ε is not above 0. */
    EPSILON,
    /** The decay λ is below 0. */
    DECAY,
    /** The network has no such layer. */
    LAYER,
    /** The network has no such parameter, or not as many. */
    PARAMETER,
    /** The data have another number of inputs or targets, or no examples. */
    DATA,
    /** The loss compares probabilities: the last layer has to put them out. */
    LOSS_NEEDS_PROBABILITIES,
    /** The slope below 0 or α of an activation is below 0. */
    ACTIVATION_PARAMETER
  }

  /** Why {@code edit} does not fit {@code experiment}; empty when it does. */
  public static Optional<Fault> fault(Experiment experiment, Edit edit) {
    return Optional.ofNullable(
        switch (edit) {
          case Edit.SetRate(double rate) -> rate(rate);
          case Edit.SetOptimizer(OptimizerSpec optimizer) -> optimizer(optimizer);
          case Edit.SetActivation(int layer, ActivationSpec activation) ->
              activation(experiment, layer, activation);
          case Edit.SetParameter(ParameterRef parameter, double value) ->
              !new ParameterLayout(experiment.network()).has(parameter)
                  ? Fault.PARAMETER
                  : finite(value);
          case Edit.SetParameters(var parameters) -> {
            if (parameters.size() != new ParameterLayout(experiment.network()).count()) {
              yield Fault.PARAMETER;
            }
            Fault fault = null;
            for (int i = 0; i < parameters.size() && fault == null; i++) {
              fault = finite(parameters.get(i));
            }
            yield fault;
          }
          case Edit.SetData(var data) ->
              data.size() == 0
                      || data.x().columns() != experiment.network().inputs()
                      || data.y().columns() != experiment.network().outputs()
                  ? Fault.DATA
                  : null;
        });
  }

  private static Fault finite(double value) {
    return Double.isFinite(value) ? null : Fault.NOT_FINITE;
  }

  private static Fault rate(double rate) {
    return !Double.isFinite(rate) ? Fault.NOT_FINITE : rate > 0 ? null : Fault.RATE;
  }

  private static Fault optimizer(OptimizerSpec optimizer) {
    Fault rate = rate(optimizer.rate());
    if (rate != null) {
      return rate;
    }
    return switch (optimizer) {
      case OptimizerSpec.Sgd o -> decay(o.weightDecay());
      case OptimizerSpec.SequentialSgd _ -> null;
      case OptimizerSpec.Momentum o -> share(o.gamma());
      case OptimizerSpec.AveragedMomentum o -> share(o.beta());
      case OptimizerSpec.Nesterov o -> share(o.gamma());
      case OptimizerSpec.AdaGrad o -> epsilon(o.epsilon());
      case OptimizerSpec.AdaDelta o -> first(share(o.rho()), epsilon(o.epsilon()));
      case OptimizerSpec.RmsProp o -> first(share(o.beta()), epsilon(o.epsilon()));
      case OptimizerSpec.Adam o ->
          first(share(o.beta1()), share(o.beta2()), epsilon(o.epsilon()), decay(o.weightDecay()));
      case OptimizerSpec.AdamW o ->
          first(share(o.beta1()), share(o.beta2()), epsilon(o.epsilon()), decay(o.weightDecay()));
    };
  }

  private static Fault first(Fault... faults) {
    for (Fault fault : faults) {
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static Fault share(double value) {
    return value >= 0 && value < 1 ? null : Fault.SHARE;
  }

  private static Fault epsilon(double value) {
    return value > 0 && Double.isFinite(value) ? null : Fault.EPSILON;
  }

  private static Fault decay(double value) {
    return value >= 0 && Double.isFinite(value) ? null : Fault.DECAY;
  }

  private static Fault activation(Experiment experiment, int layer, ActivationSpec activation) {
    int depth = experiment.network().layers().size();
    if (layer < 1 || layer > depth) {
      return Fault.LAYER;
    }
    if (!(activation.parameter() >= 0) || !Double.isFinite(activation.parameter())) {
      return Fault.ACTIVATION_PARAMETER;
    }
    boolean probabilities =
        activation.kind() == ActivationSpec.Kind.SOFTMAX
            || activation.kind() == ActivationSpec.Kind.SIGMOID;
    return layer == depth && needsProbabilities(experiment.loss().kind()) && !probabilities
        ? Fault.LOSS_NEEDS_PROBABILITIES
        : null;
  }

  private static boolean needsProbabilities(LossSpec.Kind kind) {
    return switch (kind) {
      case BINARY_CROSS_ENTROPY, CATEGORICAL_CROSS_ENTROPY -> true;
      case SQUARED, ABSOLUTE, ROOT_SQUARED, HUBER, SQUARED_LOG, NEGATIVE_LOG_LIKELIHOOD -> false;
    };
  }
}
