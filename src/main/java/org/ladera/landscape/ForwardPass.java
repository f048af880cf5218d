package org.ladera.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Network;

/** A network with given parameters on inputs of any kind, in inference mode. */
public final class ForwardPass {
  private static final int BLOCK = 1024;

  private final LossFunction subject;
  private final double[] theta;
  private final double[] figures;

  /**
   * @param theta (1 × parameters)
   */
  public ForwardPass(LossFunction subject, MatrixView theta) {
    this.subject = subject;
    this.theta = theta.toArray();
    figures = subject.figures().toArray();
  }

  /**
   * The outputs of the last layer.
   *
   * @param x (n × inputs)
   * @return (n × outputs)
   */
  public MatrixView outputs(MatrixView x) {
    int layers = subject.network().layers().size();
    return run(x, List.of(layers)).getFirst();
  }

  /**
   * The activations of every layer, the first after the inputs first.
   *
   * @param x (n × inputs)
   * @return (n × units) for each layer
   */
  public List<MatrixView> activations(MatrixView x) {
    List<Integer> all = new ArrayList<>();
    for (int layer = 1; layer <= subject.network().layers().size(); layer++) {
      all.add(layer);
    }
    return run(x, all);
  }

  private List<MatrixView> run(MatrixView x, List<Integer> layers) {
    int inputs = subject.network().inputs();
    if (x.columns() != inputs) {
      throw new IllegalArgumentException("expected " + inputs + " inputs, found " + x.columns());
    }
    int n = x.rows();
    Network network = new Network(subject.network(), Math.min(BLOCK, Math.max(1, n)));
    List<double[]> found = new ArrayList<>();
    for (int layer : layers) {
      found.add(new double[n * units(layer)]);
    }
    double[] all = x.toArray();
    for (int from = 0; from < n; from += BLOCK) {
      int rows = Math.min(BLOCK, n - from);
      double[] part =
          n <= BLOCK ? all : Arrays.copyOfRange(all, from * inputs, (from + rows) * inputs);
      network.forward(theta, figures, part, rows, false);
      for (int i = 0; i < layers.size(); i++) {
        int units = units(layers.get(i));
        double[] a = network.layer(layers.get(i) - 1).a().data;
        System.arraycopy(a, 0, found.get(i), from * units, rows * units);
      }
    }
    List<MatrixView> views = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      views.add(MatrixView.of(n, units(layers.get(i)), found.get(i)));
    }
    return views;
  }

  private int units(int layer) {
    return subject.network().layers().get(layer - 1).units();
  }
}
