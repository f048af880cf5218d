package org.ladera.engine.net;

import org.ladera.engine.function.GraphPass;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/**
 * Weights with which a network of one hidden layer is a function in pieces, found without training
 * (the constructive side of universal approximation, Cybenko 1989, Hornik 1991). A step unit at
 * each edge adds the jump to the next plateau, which is as high as the function in its middle; a
 * ReLU unit at each edge adds the change of slope of the polyline through the function's values
 * there.
 */
final class Construction {
  private final ParameterLayout layout;
  private final double[] theta;
  private final GraphPass function;
  private final double[] at = new double[1];

  private Construction(NetworkSpec network, InitSpec.Approximation of) {
    layout = new ParameterLayout(network);
    theta = new double[layout.count()];
    function = new GraphPass(of.function());
  }

  /**
   * The parameters in the order of {@link ParameterLayout}.
   *
   * @throws IllegalArgumentException when the network is of another kind, or has fewer units than
   *     pieces
   */
  static double[] of(NetworkSpec network, InitSpec.Approximation wanted) {
    int units = network.layers().getFirst().units();
    int pieces = wanted.pieces() == 0 ? units : wanted.pieces();
    if (!InitSpec.Approximation.fits(network) || pieces > units) {
      throw new IllegalArgumentException(
          "no place for " + pieces + " pieces in a network " + network.shape());
    }
    boolean steps = network.layers().getFirst().activation().kind() == ActivationSpec.Kind.STEP;
    Construction construction = new Construction(network, wanted);
    double width = (wanted.to() - wanted.from()) / pieces;
    double before = 0;
    if (!steps) {
      construction.set(ParameterRef.bias(2, 1), construction.value(wanted.from()));
    }
    for (int k = 0; k < pieces; k++) {
      double edge = wanted.from() + k * width;
      double now =
          steps
              ? construction.value(edge + width / 2)
              : (construction.value(edge + width) - construction.value(edge)) / width;
      construction.set(ParameterRef.weight(1, 1, k + 1), 1);
      construction.set(ParameterRef.bias(1, k + 1), -edge);
      construction.set(ParameterRef.weight(2, k + 1, 1), now - before);
      before = now;
    }
    return construction.theta;
  }

  private void set(ParameterRef parameter, double value) {
    // 0 and not −0, as a person would write it.
    theta[layout.indexOf(parameter)] = value + 0.0;
  }

  private double value(double x) {
    at[0] = x;
    return function.forward(at);
  }
}
