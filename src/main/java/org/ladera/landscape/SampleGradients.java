package org.ladera.landscape;

import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Loss;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;

/** What each example alone would have as its gradient: what a stochastic descent draws from. */
public final class SampleGradients {
  private SampleGradients() {}

  /**
   * The gradient of the loss of every single example, without penalty and in inference mode, by the
   * engine's own way back.
   *
   * @param experiment without batch normalisation, of which one example has none
   * @param theta (1 × parameters), in the order of {@link ParameterLayout}
   * @return (n × parameters)
   */
  public static MatrixView of(Experiment experiment, MatrixView theta) {
    NetworkSpec spec = experiment.network();
    LossSpec loss = experiment.loss();
    double[] parameters = theta.toArray();
    Network network = new Network(spec, 1);
    double factor = loss.factor().value(1, spec.outputs());
    double[] x = new double[spec.inputs()];
    double[] y = new double[spec.outputs()];
    double[][] gradients = new double[experiment.data().size()][parameters.length];
    for (int i = 0; i < gradients.length; i++) {
      experiment.data().x().copyRows(i, 1, x, 0);
      experiment.data().y().copyRows(i, 1, y, 0);
      network.forward(parameters, new double[0], x, 1, false);
      double value = Loss.value(loss, factor, network.lossSum(loss, y, 1));
      network.backward(loss, factor, value, parameters, x, y, 1, false, gradients[i]);
    }
    return MatrixView.of(gradients);
  }
}
