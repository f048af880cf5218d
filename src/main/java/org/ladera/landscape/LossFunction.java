package org.ladera.landscape;

import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Network;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.train.Trainer;

/**
 * What a landscape is of: the loss of an experiment over its whole data, in inference mode, as a
 * function of the parameters.
 *
 * @param figures (1 × any) running means and variances of batch normalisation as {@link Network}
 *     orders them; no columns when the network has none
 */
public record LossFunction(Experiment experiment, MatrixView figures) {
  /** With fresh figures: means 0, variances 1. */
  public static LossFunction of(Experiment experiment) {
    double[] start = Network.startFigures(experiment.network());
    return new LossFunction(experiment, MatrixView.of(1, start.length, start));
  }

  /** With the figures a run has gathered so far. */
  public static LossFunction of(Trainer trainer) {
    return new LossFunction(trainer.experiment(), trainer.figures());
  }

  NetworkSpec network() {
    return experiment.network();
  }

  /** A new evaluation with workspaces of its own. */
  Objective objective() {
    return new Objective(experiment, figures.toArray());
  }

  /** Whether the loss without its penalty is a quadratic: the curvature is the same everywhere. */
  public boolean isQuadratic() {
    return experiment.function().map(FunctionGraph::isQuadratic).orElseGet(this::isLinear);
  }

  /**
   * Whether the outputs are a linear function of the parameters and the loss is Σe² times a factor,
   * so that the loss without its penalty is a quadratic with the same curvature everywhere.
   */
  public boolean isLinear() {
    return isOneLinearLayer() && !network().layers().getFirst().batchNorm();
  }

  /**
   * Whether the network is one dense layer without an activation and the loss Σe² times a factor.
   * With batch normalisation the outputs are γ·(x·W + b) and so no linear function of the
   * parameters: the curvature is another at every point.
   */
  public boolean isOneLinearLayer() {
    return network().layers().size() == 1
        && network().layers().getFirst().isDense()
        && network().layers().getFirst().activation().kind() == ActivationSpec.Kind.IDENTITY
        && experiment.loss().kind() == LossSpec.Kind.SQUARED;
  }

  /** Whether it is logistic regression: one sigmoid unit with binary cross-entropy. */
  public boolean isLogistic() {
    LayerSpec first = network().layers().getFirst();
    return network().layers().size() == 1
        && first.isDense()
        && first.units() == 1
        && !first.batchNorm()
        && first.activation().kind() == ActivationSpec.Kind.SIGMOID
        && experiment.loss().kind() == LossSpec.Kind.BINARY_CROSS_ENTROPY;
  }

  /** How many parameters there are. */
  long parameters() {
    return new ParameterLayout(network()).count();
  }

  /** The factor of the loss for all examples. */
  double factor() {
    return experiment.loss().factor().value(experiment.data().size(), network().outputs());
  }
}
