package org.ladera.explain.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.ParameterTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.comparison.ComparedQuantity.Kind;

/**
 * What a quantity would be if it were computed rightly from what the program has before it: the
 * engine's numbers where they are equal, and the program's own where they are not. So one mistake
 * is not counted again in everything that comes after it.
 */
final class OwnNumbers {
  /** Some numbers, and how far off the last digits of those they come from may leave them. */
  private record Numbers(int rows, int columns, double[] values, double[] slack) {
    static Numbers exact(MatrixView m) {
      return new Numbers(m.rows(), m.columns(), m.toArray(), new double[m.size()]);
    }

    static Numbers of(GivenArray g) {
      return new Numbers(g.rows(), g.columns(), g.values(), g.slack());
    }

    Numbers turned() {
      GivenArray turned = new GivenArray("", rows, columns, values, slack).transposed();
      return new Numbers(columns, rows, turned.values(), turned.slack());
    }

    Optional<Numbers> times(Numbers right) {
      if (columns != right.rows) {
        return Optional.empty();
      }
      double[] product = new double[rows * right.columns];
      double[] open = new double[product.length];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < right.columns; j++) {
          for (int k = 0; k < columns; k++) {
            int a = i * columns + k;
            int b = k * right.columns + j;
            product[i * right.columns + j] += values[a] * right.values[b];
            open[i * right.columns + j] +=
                Math.abs(values[a]) * right.slack[b] + slack[a] * Math.abs(right.values[b]);
          }
        }
      }
      return Optional.of(new Numbers(rows, right.columns, product, open));
    }

    /** Each number with the one at its place; a single row stands for every row. */
    Optional<Numbers> plus(double factor, Numbers other) {
      if (columns != other.columns || (rows != other.rows && other.rows != 1)) {
        return Optional.empty();
      }
      double[] sum = values.clone();
      double[] open = slack.clone();
      for (int i = 0; i < sum.length; i++) {
        int at = i % other.values.length;
        sum[i] += factor * other.values[at];
        open[i] += Math.abs(factor) * other.slack[at];
      }
      return Optional.of(new Numbers(rows, columns, sum, open));
    }

    Numbers sumOfRows() {
      double[] sum = new double[columns];
      double[] open = new double[columns];
      for (int i = 0; i < values.length; i++) {
        sum[i % columns] += values[i];
        open[i % columns] += slack[i];
      }
      return new Numbers(1, columns, sum, open);
    }

    boolean near(double[] other, double[] otherSlack) {
      if (other.length != values.length) {
        return false;
      }
      for (int i = 0; i < other.length; i++) {
        if (!ProgramComparison.near(values[i], other[i], slack[i] + otherSlack[i])) {
          return false;
        }
      }
      return true;
    }
  }

  private final StepTrace trace;
  private final Map<Kind, Map<Integer, Numbers>> own = new EnumMap<>(Kind.class);

  OwnNumbers(StepTrace trace) {
    this.trace = trace;
  }

  /** From here on the program's numbers of this quantity are what it goes on with. */
  void take(ComparedQuantity quantity, GivenArray given) {
    own.computeIfAbsent(quantity.kind(), kind -> new HashMap<>())
        .put(quantity.layer(), Numbers.of(given));
  }

  /**
   * Whether the numbers that were given are those that follow. Empty where nothing before them is
   * the program's own, or where the way to them is another one than is tried here.
   */
  Optional<Boolean> follows(ComparedQuantity quantity, GivenArray given) {
    List<Kind> from = before(quantity.kind());
    int layer = quantity.layer();
    boolean touched =
        from.stream().anyMatch(kind -> hasOwn(kind, place(quantity.kind(), kind, layer)));
    Optional<Numbers> plain = computed(quantity, false);
    boolean known =
        plain
            .filter(n -> n.near(quantity.expected().toArray(), new double[n.values().length]))
            .isPresent();
    return touched && known
        ? computed(quantity, true).map(n -> n.near(given.values(), given.slack()))
        : Optional.empty();
  }

  private static List<Kind> before(Kind kind) {
    return switch (kind) {
      case Z -> List.of(Kind.A, Kind.W, Kind.B);
      case A -> List.of(Kind.Z);
      case DELTA -> List.of(Kind.DELTA, Kind.W, Kind.Z);
      case DW -> List.of(Kind.A, Kind.DELTA);
      case DB -> List.of(Kind.DELTA);
      case NEW_W -> List.of(Kind.W, Kind.DW);
      case NEW_B -> List.of(Kind.B, Kind.DB);
      case X, Y, W, B, J -> List.of();
    };
  }

  /** The layer whose numbers of a kind a quantity is computed from. */
  private static int place(Kind of, Kind from, int layer) {
    boolean previous = from == Kind.A && (of == Kind.Z || of == Kind.DW);
    boolean next = of == Kind.DELTA && (from == Kind.DELTA || from == Kind.W);
    return previous ? layer - 1 : next ? layer + 1 : layer;
  }

  private boolean hasOwn(Kind kind, int layer) {
    return layer == 0
        ? own.containsKey(Kind.X)
        : own.getOrDefault(kind, Map.of()).containsKey(layer);
  }

  private Numbers numbers(Kind kind, int layer, boolean mine, MatrixView engine) {
    Numbers given = mine ? own.getOrDefault(kind, Map.of()).get(layer) : null;
    return given == null ? Numbers.exact(engine) : given;
  }

  private Optional<Numbers> computed(ComparedQuantity quantity, boolean mine) {
    int l = quantity.layer();
    return switch (quantity.kind()) {
      case X, Y, W, B, J -> Optional.empty();
      case Z -> before(l, mine).times(weights(l, mine)).flatMap(z -> z.plus(1, biases(l, mine)));
      case A -> Optional.of(bent(l, mine));
      case DELTA ->
          l == trace.layers().size()
              ? Optional.empty()
              : delta(l + 1, mine)
                  .times(weights(l + 1, mine).turned())
                  .flatMap(p -> sloped(l, p, mine));
      case DW -> before(l, mine).turned().times(delta(l, mine));
      case DB -> Optional.of(delta(l, mine).sumOfRows());
      case NEW_W ->
          stepped(
              layer(l).w(), weights(l, mine), numbers(Kind.DW, l, mine, layer(l).w().gradient()));
      case NEW_B ->
          stepped(
              layer(l).b(), biases(l, mine), numbers(Kind.DB, l, mine, layer(l).b().gradient()));
    };
  }

  private LayerTrace layer(int l) {
    return trace.layers().get(l - 1);
  }

  private Numbers before(int l, boolean mine) {
    return l == 1
        ? numbers(Kind.X, 0, mine, trace.x())
        : numbers(Kind.A, l - 1, mine, layer(l - 1).a());
  }

  private Numbers weights(int l, boolean mine) {
    return numbers(Kind.W, l, mine, layer(l).w().before());
  }

  private Numbers biases(int l, boolean mine) {
    return numbers(Kind.B, l, mine, layer(l).b().before());
  }

  private Numbers delta(int l, boolean mine) {
    return numbers(Kind.DELTA, l, mine, layer(l).delta());
  }

  private Numbers bent(int l, boolean mine) {
    Numbers z = numbers(Kind.Z, l, mine, layer(l).z());
    double[] values = new double[z.values().length];
    Activation.apply(layer(l).spec().activation(), z.values(), values, z.rows(), z.columns());
    double[] open = slopes(l, z);
    for (int i = 0; i < open.length; i++) {
      open[i] = Math.abs(open[i]) * z.slack()[i];
    }
    return new Numbers(z.rows(), z.columns(), values, open);
  }

  private Optional<Numbers> sloped(int l, Numbers passed, boolean mine) {
    Numbers z = numbers(Kind.Z, l, mine, layer(l).z());
    if (z.values().length != passed.values().length
        || !layer(l).spec().activation().kind().hasSlope()) {
      return Optional.empty();
    }
    double[] slopes = slopes(l, z);
    double[] values = passed.values().clone();
    double[] open = passed.slack().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= slopes[i];
      open[i] = open[i] * Math.abs(slopes[i]) + z.slack()[i] * Math.abs(passed.values()[i]);
    }
    return Optional.of(new Numbers(passed.rows(), passed.columns(), values, open));
  }

  private double[] slopes(int l, Numbers z) {
    double[] values = new double[z.values().length];
    Activation.apply(layer(l).spec().activation(), z.values(), values, z.rows(), z.columns());
    double[] slopes = new double[values.length];
    Arrays.fill(slopes, 1);
    if (layer(l).spec().activation().kind().hasSlope()) {
      Activation.multiplyDerivative(
          layer(l).spec().activation(), z.values(), values, slopes, z.rows(), z.columns());
    }
    return slopes;
  }

  /** Plain descent: a step of the engine is everywhere the same multiple of its gradient. */
  private Optional<Numbers> stepped(ParameterTrace engine, Numbers before, Numbers gradient) {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < engine.gradient().size(); i++) {
      double g = engine.gradient().get(i);
      if (g != 0) {
        rates.add((engine.before().get(i) - engine.after().get(i)) / g);
      }
    }
    if (rates.isEmpty()) {
      return Optional.empty();
    }
    double rate = rates.getFirst();
    boolean same = rates.stream().allMatch(r -> Math.abs(r - rate) <= 1e-6 * Math.abs(rate));
    return same ? before.plus(-rate, gradient) : Optional.empty();
  }
}
