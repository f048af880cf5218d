package org.ladera.engine.spec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    /** Least squares need a linear last layer and a squared loss. */
    CLOSED_FORM,
    /** The slope below 0 or α of an activation is below 0. */
    ACTIVATION_PARAMETER
  }

  /** Why {@code edit} does not fit {@code experiment}; empty when it does. */
  public static Optional<Fault> fault(Experiment experiment, Edit edit) {
    return Optional.ofNullable(
        switch (edit) {
          case Edit.SetRate(double rate) -> rate(rate);
          case Edit.SetOptimizer(OptimizerSpec.ClosedForm _)
              when !Suitability.hasClosedForm(experiment) ->
              Fault.CLOSED_FORM;
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

  private static @Nullable Fault finite(double value) {
    return Double.isFinite(value) ? null : Fault.NOT_FINITE;
  }

  private static @Nullable Fault rate(double rate) {
    return !Double.isFinite(rate) ? Fault.NOT_FINITE : rate > 0 ? null : Fault.RATE;
  }

  private static @Nullable Fault optimizer(OptimizerSpec optimizer) {
    Fault rate = rate(optimizer.rate());
    if (rate != null) {
      return rate;
    }
    double[] values = optimizer.constants();
    for (int i = 0; i < values.length; i++) {
      Hyperparameter.Range range = optimizer.rule().constants().get(i).range();
      if (!range.holds(values[i])) {
        return switch (range) {
          case SHARE -> Fault.SHARE;
          case POSITIVE -> Fault.EPSILON;
          case NOT_NEGATIVE -> Fault.DECAY;
          case COUNT, SEED, ANY -> Fault.NOT_FINITE;
        };
      }
    }
    return null;
  }

  private static @Nullable Fault activation(
      Experiment experiment, int layer, ActivationSpec activation) {
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
    return layer == depth && experiment.loss().kind().needsProbabilities() && !probabilities
        ? Fault.LOSS_NEEDS_PROBABILITIES
        : null;
  }
}
