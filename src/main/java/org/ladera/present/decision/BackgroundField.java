package org.ladera.present.decision;

import java.util.List;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;

/** What lies behind the points of a plane: the outputs over it. Immutable. */
public sealed interface BackgroundField {
  /** One field for the probability of class 1, or one for each class, all over the same axes. */
  List<Field> fields();

  /** Fields that are there already. */
  record Known(List<Field> fields) implements BackgroundField {
    public Known {
      fields = List.copyOf(fields);
    }
  }

  /**
   * The outputs of one layer over the plane of its two inputs, computed when they are asked for:
   * not on the thread that draws.
   *
   * @param layer a network of two inputs and one layer
   * @param theta (1 × parameters) of that layer
   */
  record OneLayer(NetworkSpec layer, MatrixView theta, Axis x, Axis y) implements BackgroundField {
    @Override
    public List<Field> fields() {
      int count = x.count() * y.count();
      double[] batch = new double[2 * count];
      for (int i = 0; i < count; i++) {
        batch[2 * i] = x.at(i % x.count());
        batch[2 * i + 1] = y.at(i / x.count());
      }
      Network network = new Network(layer, count);
      network.forward(theta.toArray(), new double[0], batch, count, false);
      double[] a = network.layer(0).a().data;
      int units = layer.outputs();
      double[][] values = new double[units][count];
      for (int i = 0; i < count * units; i++) {
        values[i % units][i / units] = a[i];
      }
      return java.util.Arrays.stream(values)
          .map(v -> new Field(x, y, MatrixView.of(y.count(), x.count(), v)))
          .toList();
    }
  }
}
