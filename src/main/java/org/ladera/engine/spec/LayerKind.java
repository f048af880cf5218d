package org.ladera.engine.spec;

import java.util.Optional;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.matrix.Shape;

/** How the net inputs of a layer come from the values that enter it. */
public sealed interface LayerKind {
  /** The number of values that leave the layer for one sample. */
  int units();

  /** The number of values that must enter it; empty when any will do. */
  Optional<Integer> inputs();

  /**
   * Rows of W, which hold what a column's values are weighted by; 0 without weights.
   *
   * @param inputs the number of values that enter the layer
   */
  int weightRows(int inputs);

  /** Columns of W, each with a bias of its own where the layer has biases; 0 without weights. */
  int weightColumns();

  /** The shape of the pictures that enter; empty where a row of values does. */
  default Optional<Shape> picturesIn() {
    return switch (this) {
      case Convolution c -> Optional.of(c.input());
      case Pool p -> Optional.of(p.input());
      case Flatten f -> Optional.of(f.input());
      case Dense d -> Optional.empty();
      case Function f -> Optional.empty();
    };
  }

  /** The shape of the pictures that leave; empty where a row of values does. */
  default Optional<Shape> picturesOut() {
    return switch (this) {
      case Convolution c -> Optional.of(c.output());
      case Pool p -> Optional.of(p.output());
      case Flatten f -> Optional.empty();
      case Dense d -> Optional.empty();
      case Function f -> Optional.empty();
    };
  }

  /** Whether it passes on what enters, or a choice of it: no weights, no activation. */
  default boolean isPlain() {
    return switch (this) {
      case Pool p -> true;
      case Flatten f -> true;
      case Convolution c -> false;
      case Dense d -> false;
      case Function f -> false;
    };
  }

  /**
   * Products of a weight and a value for one sample.
   *
   * @param inputs the number of values that enter the layer
   */
  default long products(int inputs) {
    return switch (this) {
      case Convolution c -> (long) c.places() * c.weightRows(inputs) * c.filters();
      case Dense d -> (long) inputs * d.units();
      case Pool p -> 0;
      case Flatten f -> 0;
      case Function f -> f.weightColumns();
    };
  }

  /** z = a·W + b, every unit with every input. */
  record Dense(int units) implements LayerKind {
    public Dense {
      if (units < 1) {
        throw new IllegalArgumentException("units: expected at least 1, found " + units);
      }
    }

    @Override
    public Optional<Integer> inputs() {
      return Optional.empty();
    }

    @Override
    public int weightRows(int inputs) {
      return inputs;
    }

    @Override
    public int weightColumns() {
      return units;
    }
  }

  /**
   * Windows over a picture, all weighted by the same kernels (LeCun et al. 1989): the
   * cross-correlation of the libraries, the kernel is not turned. A column of W is one filter, its
   * rows go channel by channel, row by row.
   *
   * @param input what enters: channels × rows × columns
   * @param filters how many maps leave the layer
   * @param rows of the window
   * @param columns of the window
   * @param stride how far the window moves at a time
   * @param padding zeros on every side of the picture
   */
  record Convolution(Shape input, int filters, int rows, int columns, int stride, int padding)
      implements LayerKind {
    public Convolution {
      if (filters < 1 || rows < 1 || columns < 1 || stride < 1 || padding < 0) {
        throw new IllegalArgumentException(
            "convolution: expected filters, window and stride of at least 1 and no negative"
                + " padding");
      }
      checkWindow(input.rows() + 2 * padding, input.columns() + 2 * padding, rows, columns);
    }

    /** The maps that leave the layer: filters × rows × columns. */
    public Shape output() {
      return new Shape(
          filters,
          (input.rows() + 2 * padding - rows) / stride + 1,
          (input.columns() + 2 * padding - columns) / stride + 1);
    }

    /** The number of places of the window. */
    public int places() {
      return output().rows() * output().columns();
    }

    @Override
    public int units() {
      return output().size();
    }

    @Override
    public Optional<Integer> inputs() {
      return Optional.of(input.size());
    }

    @Override
    public int weightRows(int inputs) {
      return input.channels() * rows * columns;
    }

    @Override
    public int weightColumns() {
      return filters;
    }

    /**
     * Which input a weight sees at a place.
     *
     * @param place index of the place, row by row, from 0
     * @param weight index of the row of W, from 0
     * @return its index among the flattened inputs, or −1 where it sees padding
     */
    public int inputAt(int place, int weight) {
      int across = output().columns();
      int row = place / across * stride - padding + weight / columns % rows;
      int column = place % across * stride - padding + weight % columns;
      boolean inside = row >= 0 && row < input.rows() && column >= 0 && column < input.columns();
      return inside ? input.index(weight / (rows * columns), row, column) : -1;
    }
  }

  /**
   * The greatest or the mean value of each window of size × size, channel by channel; what is left
   * over at the edges is dropped. Of equal greatest values the first in reading order counts.
   */
  record Pool(Shape input, Reduction reduction, int size, int stride) implements LayerKind {
    /** What stands for a window. */
    public enum Reduction {
      MAX,
      AVERAGE
    }

    public Pool {
      if (size < 1 || stride < 1) {
        throw new IllegalArgumentException("pooling: expected a size and a stride of at least 1");
      }
      checkWindow(input.rows(), input.columns(), size, size);
    }

    public Shape output() {
      return new Shape(
          input.channels(),
          (input.rows() - size) / stride + 1,
          (input.columns() - size) / stride + 1);
    }

    @Override
    public int units() {
      return output().size();
    }

    @Override
    public Optional<Integer> inputs() {
      return Optional.of(input.size());
    }

    @Override
    public int weightRows(int inputs) {
      return 0;
    }

    @Override
    public int weightColumns() {
      return 0;
    }

    /**
     * An input of a window.
     *
     * @param unit index of the window among the flattened outputs, from 0
     * @param inside index inside the window, row by row, from 0
     * @return its index among the flattened inputs
     */
    public int inputAt(int unit, int inside) {
      Shape out = output();
      int place = unit % (out.rows() * out.columns());
      return input.index(
          unit / (out.rows() * out.columns()),
          place / out.columns() * stride + inside / size,
          place % out.columns() * stride + inside % size);
    }
  }

  /** The values as they are, in the order channel, row, column. */
  record Flatten(Shape input) implements LayerKind {
    @Override
    public int units() {
      return input.size();
    }

    @Override
    public Optional<Integer> inputs() {
      return Optional.of(input.size());
    }

    @Override
    public int weightRows(int inputs) {
      return 0;
    }

    @Override
    public int weightColumns() {
      return 0;
    }
  }

  /** The value of a function of the weights, whatever enters: W is the row of its variables. */
  record Function(FunctionGraph graph) implements LayerKind {
    @Override
    public int units() {
      return 1;
    }

    @Override
    public Optional<Integer> inputs() {
      return Optional.empty();
    }

    @Override
    public int weightRows(int inputs) {
      return 1;
    }

    @Override
    public int weightColumns() {
      return graph.variables().size();
    }
  }

  private static void checkWindow(int rows, int columns, int windowRows, int windowColumns) {
    if (windowRows > rows || windowColumns > columns) {
      throw new IllegalArgumentException(
          "window: expected at most "
              + rows
              + " x "
              + columns
              + ", found "
              + windowRows
              + " x "
              + windowColumns);
    }
  }
}
