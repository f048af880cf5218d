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

  /** The class with the greatest output at a place. */
  int winner(double x, double y);

  /**
   * Whether a line between two classes goes through an upright rectangle, as far as nine of its
   * places tell.
   */
  default boolean hasLine(double x1, double y1, double x2, double y2) {
    int first = winner(x1, y1);
    for (int i = 1; i < 9; i++) {
      double x = x1 + i % 3 * (x2 - x1) / 2;
      double y = y1 + i / 3 * (y2 - y1) / 2;
      if (winner(x, y) != first) {
        return true;
      }
    }
    return false;
  }

  private static int greatest(double[] outputs) {
    int best = 0;
    for (int k = 1; k < outputs.length; k++) {
      best = outputs[k] > outputs[best] ? k : best;
    }
    return best;
  }

  /** Fields that are there already. */
  record Known(List<Field> fields) implements BackgroundField {
    public Known {
      fields = List.copyOf(fields);
    }

    @Override
    public int winner(double x, double y) {
      double[] outputs = fields.stream().mapToDouble(f -> nearest(f, x, y)).toArray();
      return outputs.length == 1 ? (outputs[0] < 0.5 ? 0 : 1) : greatest(outputs);
    }

    private static double nearest(Field f, double x, double y) {
      return f.get(index(f.x(), x), index(f.y(), y));
    }

    private static int index(Axis axis, double at) {
      double share = (at - axis.min()) / (axis.max() - axis.min());
      return Math.clamp(Math.round(share * (axis.count() - 1)), 0, axis.count() - 1);
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
    public int winner(double atX, double atY) {
      int units = layer.outputs();
      double[] z = new double[units];
      for (int k = 0; k < units; k++) {
        z[k] = atX * theta.get(k) + atY * theta.get(units + k) + theta.get(2 * units + k);
      }
      return units == 1 ? (z[0] < 0 ? 0 : 1) : greatest(z);
    }

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

  /**
   * A single unit that steps from 0 to 1: its line is straight, which 0s and 1s on a grid would not
   * tell. Beside the line it rises over one cell of the grid.
   *
   * @param a weight of the horizontal input
   * @param b weight of the vertical input
   * @param c bias
   */
  record Threshold(double a, double b, double c, Axis x, Axis y) implements BackgroundField {
    @Override
    public int winner(double atX, double atY) {
      return a * atX + b * atY + c < 0 ? 0 : 1;
    }

    @Override
    public List<Field> fields() {
      double cell =
          Math.abs(a) * (x.max() - x.min()) / (x.count() - 1)
              + Math.abs(b) * (y.max() - y.min()) / (y.count() - 1);
      double[] values = new double[x.count() * y.count()];
      for (int i = 0; i < values.length; i++) {
        double z = a * x.at(i % x.count()) + b * y.at(i / x.count()) + c;
        values[i] = cell > 0 ? Math.clamp(0.5 + z / (2 * cell), 0, 1) : z < 0 ? 0 : 1;
      }
      return List.of(new Field(x, y, MatrixView.of(y.count(), x.count(), values)));
    }
  }
}
