package org.ladera.explain;

import static org.ladera.explain.Expression.number;
import static org.ladera.explain.Expression.over;
import static org.ladera.explain.Expression.product;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.spec.LayerKind;
import org.ladera.explain.Quantity.Kind;

/**
 * How a layer's net inputs come from the values that enter it, and how derivatives go back the same
 * way, for every kind of layer.
 */
final class LayerArithmetic extends Terms {
  private static final Set<Kind> VALUE = EnumSet.of(Kind.Z, Kind.A, Kind.LOSS, Kind.TOTAL);

  LayerArithmetic(Values values) {
    super(values);
  }

  private LayerKind kind(int layer) {
    return values.layer(layer).spec().kind();
  }

  /** z of one unit for one sample. */
  Expression netInput(Quantity q) {
    return switch (kind(q.layer())) {
      case LayerKind.Dense dense -> withBias(q, fromAll(q), q.column());
      case LayerKind.Convolution c -> {
        int place = (q.column() - 1) % c.places();
        int filter = (q.column() - 1) / c.places() + 1;
        yield withBias(q, window(q, c, place, filter), filter);
      }
      case LayerKind.Pool pool -> pooled(q, pool);
      case LayerKind.Flatten flatten -> output(q.layer() - 1, q.row(), q.column());
      case LayerKind.Function(FunctionGraph graph) -> function(q, graph).value();
    };
  }

  private List<Expression> fromAll(Quantity q) {
    List<Expression> terms = new ArrayList<>();
    for (int k = 1; k <= values.network().inputsOf(q.layer() - 1); k++) {
      terms.add(
          weighted(output(q.layer() - 1, q.row(), k), operand(Kind.W, q.layer(), k, q.column())));
    }
    return terms;
  }

  private List<Expression> window(Quantity q, LayerKind.Convolution c, int place, int filter) {
    List<Expression> terms = new ArrayList<>();
    for (int weight = 0; weight < values.layer(q.layer()).w().before().rows(); weight++) {
      int input = c.inputAt(place, weight);
      if (input >= 0) {
        terms.add(
            weighted(
                output(q.layer() - 1, q.row(), input + 1),
                operand(Kind.W, q.layer(), weight + 1, filter)));
      }
    }
    return terms;
  }

  private Expression withBias(Quantity q, List<Expression> terms, int column) {
    if (values.layer(q.layer()).spec().bias()) {
      terms.add(operand(Kind.B, q.layer(), 1, column));
    }
    return new Expression.Sum(terms);
  }

  private Expression pooled(Quantity q, LayerKind.Pool pool) {
    return switch (pool.reduction()) {
      case MAX -> output(q.layer() - 1, q.row(), winner(q.layer(), pool, q.row(), q.column()));
      case AVERAGE -> {
        List<Expression> terms = new ArrayList<>();
        int window = pool.size() * pool.size();
        for (int i = 0; i < window; i++) {
          terms.add(output(q.layer() - 1, q.row(), pool.inputAt(q.column() - 1, i) + 1));
        }
        yield over(new Expression.Sum(terms), number(window));
      }
    };
  }

  /** The input (from 1) that is greatest in a window; the first of equal ones. */
  private int winner(int layer, LayerKind.Pool pool, int sample, int unit) {
    int winner = pool.inputAt(unit - 1, 0) + 1;
    for (int i = 1; i < pool.size() * pool.size(); i++) {
      int input = pool.inputAt(unit - 1, i) + 1;
      if (entering(layer, sample, input) > entering(layer, sample, winner)) {
        winner = input;
      }
    }
    return winner;
  }

  private double entering(int layer, int sample, int input) {
    return output(layer - 1, sample, input).value();
  }

  /** ∂J/∂a of one unit: what comes back from the layer after it. */
  Expression fromNext(Quantity q, int unit) {
    int next = q.layer() + 1;
    List<Expression> terms = new ArrayList<>();
    switch (kind(next)) {
      case LayerKind.Dense(int units) -> {
        for (int k = 1; k <= units; k++) {
          terms.add(delta(next, q, k, operand(Kind.W, next, unit, k)));
        }
      }
      case LayerKind.Convolution c -> {
        for (int k = 0; k < c.units(); k++) {
          for (int weight = 0; weight < values.layer(next).w().before().rows(); weight++) {
            if (c.inputAt(k % c.places(), weight) == unit - 1) {
              int filter = k / c.places() + 1;
              terms.add(delta(next, q, k + 1, operand(Kind.W, next, weight + 1, filter)));
            }
          }
        }
      }
      case LayerKind.Pool pool -> poolsBack(next, pool, q, unit, terms);
      case LayerKind.Flatten flatten -> {
        return operand(Kind.DELTA, next, q.row(), unit);
      }
      case LayerKind.Function function -> {
        return number(0);
      }
    }
    return new Expression.Sum(terms);
  }

  private Expression delta(int next, Quantity q, int unit, Expression weight) {
    return weighted(operand(Kind.DELTA, next, q.row(), unit), weight);
  }

  private void poolsBack(
      int next, LayerKind.Pool pool, Quantity q, int unit, List<Expression> terms) {
    int window = pool.size() * pool.size();
    for (int k = 1; k <= pool.units(); k++) {
      Expression d = operand(Kind.DELTA, next, q.row(), k);
      switch (pool.reduction()) {
        case MAX -> {
          if (winner(next, pool, q.row(), k) == unit) {
            terms.add(d);
          }
        }
        case AVERAGE -> {
          for (int i = 0; i < window; i++) {
            if (pool.inputAt(k - 1, i) == unit - 1) {
              terms.add(over(d, number(window)));
            }
          }
        }
      }
    }
  }

  /** What one sample adds to ∂J/∂W of one weight. */
  void shareOfWeight(Quantity q, int sample, List<Expression> terms) {
    switch (kind(q.layer())) {
      case LayerKind.Dense dense ->
          terms.add(
              weighted(
                  output(q.layer() - 1, sample, q.row()),
                  operand(Kind.DELTA, q.layer(), sample, q.column())));
      case LayerKind.Convolution c -> {
        for (int place = 0; place < c.places(); place++) {
          int input = c.inputAt(place, q.row() - 1);
          if (input >= 0) {
            terms.add(
                weighted(output(q.layer() - 1, sample, input + 1), deltaAt(q, c, sample, place)));
          }
        }
      }
      case LayerKind.Function(FunctionGraph graph) ->
          terms.add(
              product(
                  operand(Kind.DELTA, q.layer(), sample, 1),
                  function(q, graph).derivative(q.column() - 1)));
      case LayerKind.Pool pool -> throw new IllegalArgumentException("no weights: " + q.name());
      case LayerKind.Flatten flatten ->
          throw new IllegalArgumentException("no weights: " + q.name());
    }
  }

  /** What one sample adds to ∂J/∂b: a filter's bias serves every place. */
  void shareOfBias(Quantity q, int sample, List<Expression> terms) {
    if (kind(q.layer()) instanceof LayerKind.Convolution c) {
      for (int place = 0; place < c.places(); place++) {
        terms.add(deltaAt(q, c, sample, place));
      }
    } else {
      terms.add(operand(Kind.DELTA, q.layer(), sample, q.column()));
    }
  }

  private Expression deltaAt(Quantity q, LayerKind.Convolution c, int sample, int place) {
    return operand(Kind.DELTA, q.layer(), sample, (q.column() - 1) * c.places() + place + 1);
  }

  /** What a descent of a function computes: its value, and its derivatives by the variables. */
  Optional<Expression> ofFunction(Quantity q) {
    FunctionArithmetic f =
        function(q.at(Kind.Z, 1, 1, 1), values.network().function().orElseThrow());
    if (VALUE.contains(q.kind()) && (q.kind() != Kind.A || q.layer() == 1)) {
      return Optional.of(f.value());
    }
    return q.kind() == Kind.GRADIENT_W
        ? Optional.of(f.derivative(q.column() - 1))
        : Optional.empty();
  }

  private FunctionArithmetic function(Quantity q, FunctionGraph graph) {
    return new FunctionArithmetic(graph, k -> operand(Kind.W, q.layer(), 1, k + 1));
  }
}
