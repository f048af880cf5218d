package org.ladera.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.ColumnPass;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.LayerSpec;

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

  private static final int MOST_POINTS = 1024;

  /** A whole number of blocks of the widest registers. */
  private static final int LEAST_POINTS = 64;

  /** Of one layer at a time. */
  private static final int NUMBERS = 8192;

  private final LossFunction subject;
  private final MatrixView theta;
  private final double[] figures;

  /**
   * @param theta (1 × parameters)
   */
  public DecisionGrid(LossFunction subject, MatrixView theta) {
    this.subject = subject;
    this.theta = theta;
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
    double[][][] values = new double[last - first + 1][][];
    for (int l = first; l <= last; l++) {
      int units = subject.network().layers().get(l - 1).units();
      values[l - first] = new double[units][x.count() * y.count()];
    }
    boolean done =
        ColumnPass.suits(subject.network())
            ? byColumns(plane, x, y, first, values, cancelled)
            : byRows(plane, x, y, first, values, cancelled);
    if (!done) {
      return Optional.empty();
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

  /**
   * With the points as columns.
   *
   * @param first the first layer that is wanted, from 1
   * @param values for each layer and unit, filled
   * @return false when cancelled
   */
  private boolean byColumns(
      InputPlane plane, Axis x, Axis y, int first, double[][][] values, BooleanSupplier cancelled) {
    int inputs = plane.fixed().size();
    int all = x.count() * y.count();
    int atOnce = Math.min(all, pointsAtOnce());
    ColumnPass pass = new ColumnPass(subject.network(), theta, atOnce);
    double[] points = new double[inputs * atOnce];
    double[] places = x.values();
    for (int from = 0; from < all; from += atOnce) {
      if (cancelled.getAsBoolean()) {
        return false;
      }
      int count = Math.min(atOnce, all - from);
      for (int input = 0; input < inputs; input++) {
        Arrays.fill(points, input * count, (input + 1) * count, plane.fixed().get(input));
      }
      for (int i = 0; i < count; i++) {
        points[plane.x() * count + i] = places[(from + i) % places.length];
        points[plane.y() * count + i] = y.at((from + i) / places.length);
      }
      pass.forward(points, count);
      for (int l = 0; l < values.length; l++) {
        for (int unit = 0; unit < values[l].length; unit++) {
          pass.copy(first - 1 + l, unit, count, values[l][unit], from);
        }
      }
    }
    return true;
  }

  /** So many that what leaves a layer stays in the second cache. */
  private int pointsAtOnce() {
    int widest = subject.network().layers().stream().mapToInt(LayerSpec::units).max().orElse(1);
    return Math.clamp(NUMBERS / widest, LEAST_POINTS, MOST_POINTS) / LEAST_POINTS * LEAST_POINTS;
  }

  /** With the points as rows, as layers need them that are more than a product. */
  private boolean byRows(
      InputPlane plane, Axis x, Axis y, int first, double[][][] values, BooleanSupplier cancelled) {
    int inputs = plane.fixed().size();
    int rowsAtOnce = Math.clamp(MOST_POINTS / x.count(), 1, y.count());
    Network network = new Network(subject.network(), rowsAtOnce * x.count());
    double[] parameters = theta.toArray();
    double[] batch = batch(plane, x, rowsAtOnce);
    for (int from = 0; from < y.count(); from += rowsAtOnce) {
      if (cancelled.getAsBoolean()) {
        return false;
      }
      int rows = Math.min(rowsAtOnce, y.count() - from);
      for (int i = 0; i < rows * x.count(); i++) {
        batch[i * inputs + plane.y()] = y.at(from + i / x.count());
      }
      network.forward(parameters, figures, batch, rows * x.count(), false);
      for (int l = 0; l < values.length; l++) {
        scatter(
            network.layer(first - 1 + l).a().data, values[l], from * x.count(), rows * x.count());
      }
    }
    return true;
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
