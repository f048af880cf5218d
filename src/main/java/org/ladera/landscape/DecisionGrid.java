package org.ladera.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Network;

/** What a network says over a plane of two of its inputs, in the units it sees. */
public final class DecisionGrid {
  /**
   * Which inputs span the plane.
   *
   * @param x position of the horizontal input, from 0
   * @param y position of the vertical input, from 0
   * @param fixed (1 × inputs) the values of all other inputs
   */
  public record InputPlane(int x, int y, MatrixView fixed) {
    /** The first two inputs; any others are 0. */
    public static InputPlane first(int inputs) {
      return new InputPlane(0, 1, MatrixView.of(1, inputs, new double[inputs]));
    }

    /** The first two inputs; of the others those that are alike in all examples stay so. */
    public static InputPlane first(Dataset data) {
      double[] fixed = new double[data.x().columns()];
      for (int j = 2; j < fixed.length; j++) {
        fixed[j] = isConstant(data.x(), j) ? data.x().get(0, j) : 0;
      }
      return new InputPlane(0, 1, MatrixView.of(1, fixed.length, fixed));
    }

    /** Whether the examples fill no more than the plane of the first two inputs. */
    public static boolean holds(Dataset data) {
      return data.x().columns() >= 2
          && IntStream.range(2, data.x().columns()).allMatch(j -> isConstant(data.x(), j));
    }

    private static boolean isConstant(MatrixView x, int column) {
      return IntStream.range(0, x.rows()).allMatch(i -> x.get(i, column) == x.get(0, column));
    }

    /** All inputs at a place of the plane (1 × inputs). */
    public MatrixView at(double atX, double atY) {
      double[] all = fixed.toArray();
      all[x] = atX;
      all[y] = atY;
      return MatrixView.of(1, all.length, all);
    }
  }

  private static final int ROWS = 1024;

  private final LossFunction subject;
  private final double[] theta;
  private final double[] figures;

  /**
   * @param theta (1 × parameters)
   */
  public DecisionGrid(LossFunction subject, MatrixView theta) {
    this.subject = subject;
    this.theta = theta.toArray();
    figures = subject.figures().toArray();
  }

  /**
   * Every output of the last layer, one field each.
   *
   * @param cancelled polled for every few rows
   * @return empty when cancelled
   * @throws IllegalArgumentException when the network has no such inputs
   */
  public Optional<List<Field>> outputs(
      InputPlane plane, Axis x, Axis y, BooleanSupplier cancelled) {
    int last = subject.network().layers().size();
    return compute(plane, x, y, last, last, cancelled).map(List::getFirst);
  }

  /**
   * Every unit of every layer in one pass, one list for each layer after the inputs.
   *
   * @param cancelled polled for every few rows
   * @return empty when cancelled
   * @throws IllegalArgumentException when the network has no such inputs
   */
  public Optional<List<List<Field>>> units(
      InputPlane plane, Axis x, Axis y, BooleanSupplier cancelled) {
    return compute(plane, x, y, 1, subject.network().layers().size(), cancelled);
  }

  private Optional<List<List<Field>>> compute(
      InputPlane plane, Axis x, Axis y, int first, int last, BooleanSupplier cancelled) {
    int inputs = subject.network().inputs();
    if (plane.fixed().size() != inputs || plane.x() == plane.y()) {
      throw new IllegalArgumentException(
          "two different inputs and " + inputs + " fixed values expected");
    }
    int rowsAtOnce = Math.max(1, Math.min(y.count(), ROWS / x.count()));
    Network network = new Network(subject.network(), rowsAtOnce * x.count());
    double[] batch = batch(plane, x, rowsAtOnce);
    double[][][] values = new double[last - first + 1][][];
    for (int l = first; l <= last; l++) {
      values[l - first] = new double[network.layer(l - 1).spec().units()][x.count() * y.count()];
    }
    for (int from = 0; from < y.count(); from += rowsAtOnce) {
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      int rows = Math.min(rowsAtOnce, y.count() - from);
      for (int i = 0; i < rows * x.count(); i++) {
        batch[i * inputs + plane.y()] = y.at(from + i / x.count());
      }
      network.forward(theta, figures, batch, rows * x.count(), false);
      for (int l = first; l <= last; l++) {
        scatter(
            network.layer(l - 1).a().data, values[l - first], from * x.count(), rows * x.count());
      }
    }
    List<List<Field>> fields = new ArrayList<>();
    for (double[][] layer : values) {
      fields.add(
          Arrays.stream(layer)
              .map(v -> new Field(x, y, MatrixView.of(y.count(), x.count(), v)))
              .toList());
    }
    return Optional.of(fields);
  }

  private static double[] batch(InputPlane plane, Axis x, int rows) {
    int inputs = plane.fixed().size();
    double[] batch = new double[rows * x.count() * inputs];
    for (int i = 0; i < rows * x.count(); i++) {
      plane.fixed().copyTo(batch, i * inputs);
      batch[i * inputs + plane.x()] = x.at(i % x.count());
    }
    return batch;
  }

  private static void scatter(double[] a, double[][] units, int at, int count) {
    for (int u = 0; u < units.length; u++) {
      double[] unit = units[u];
      for (int i = 0; i < count; i++) {
        unit[at + i] = a[i * units.length + u];
      }
    }
  }
}
