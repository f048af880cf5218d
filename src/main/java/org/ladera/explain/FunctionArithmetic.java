package org.ladera.explain;

import static org.ladera.explain.Expression.apply;
import static org.ladera.explain.Expression.minus;
import static org.ladera.explain.Expression.number;
import static org.ladera.explain.Expression.over;
import static org.ladera.explain.Expression.product;
import static org.ladera.explain.Expression.squared;
import static org.ladera.explain.Expression.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ladera.engine.function.ElementaryFunction;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.GraphNode;
import org.ladera.explain.Expression.Function;

/**
 * A function and its partial derivatives by the rules of school, with its variables as operands.
 */
final class FunctionArithmetic {
  private final FunctionGraph graph;
  private final List<Expression> nodes = new ArrayList<>();

  /**
   * @param variables the operand of each variable, counted from 0
   */
  FunctionArithmetic(FunctionGraph graph, IntFunction<Expression> variables) {
    this.graph = graph;
    for (GraphNode node : graph.nodes()) {
      nodes.add(
          switch (node) {
            case GraphNode.Variable(int index) -> variables.apply(index);
            case GraphNode.Constant(double value) -> number(value);
            case GraphNode.Apply(var f, int x) -> apply(function(f), nodes.get(x));
            case GraphNode.Negation(int x) -> minus(number(0), nodes.get(x));
            case GraphNode.Sum(int l, int r) -> sum(nodes.get(l), nodes.get(r));
            case GraphNode.Difference(int l, int r) -> minus(nodes.get(l), nodes.get(r));
            case GraphNode.Product(int l, int r) -> product(nodes.get(l), nodes.get(r));
            case GraphNode.Quotient(int l, int r) -> over(nodes.get(l), nodes.get(r));
            case GraphNode.WholePower(int x, int n) -> new Expression.Power(nodes.get(x), n);
            case GraphNode.Power(int x, int n) -> power(nodes.get(x), nodes.get(n));
          });
    }
  }

  Expression value() {
    return nodes.getLast();
  }

  /** The derivative by one variable, counted from 0. */
  Expression derivative(int variable) {
    List<Optional<Expression>> slopes = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      slopes.add(slope(i, variable, slopes));
    }
    return slopes.getLast().orElse(number(0));
  }

  /** The derivative of a node; empty where it does not depend on the variable. */
  private Optional<Expression> slope(int i, int variable, List<Optional<Expression>> slopes) {
    return switch (graph.nodes().get(i)) {
      case GraphNode.Variable(int index) ->
          index == variable ? Optional.of(number(1)) : Optional.empty();
      case GraphNode.Constant constant -> Optional.empty();
      case GraphNode.Apply(var f, int x) ->
          slopes.get(x).map(d -> times(slopeOf(f, nodes.get(x), nodes.get(i)), d));
      case GraphNode.Negation(int x) -> slopes.get(x).map(d -> minus(number(0), d));
      case GraphNode.Sum(int l, int r) -> added(slopes.get(l), slopes.get(r));
      case GraphNode.Difference(int l, int r) ->
          slopes.get(r).isEmpty()
              ? slopes.get(l)
              : Optional.of(minus(slopes.get(l).orElse(number(0)), slopes.get(r).get()));
      case GraphNode.Product(int l, int r) ->
          added(
              slopes.get(l).map(d -> times(nodes.get(r), d)),
              slopes.get(r).map(d -> times(nodes.get(l), d)));
      case GraphNode.Quotient(int l, int r) ->
          added(
              slopes.get(l).map(d -> over(d, nodes.get(r))),
              slopes
                  .get(r)
                  .map(
                      d ->
                          minus(number(0), over(product(nodes.get(l), d), squared(nodes.get(r))))));
      case GraphNode.WholePower(int x, int n) ->
          slopes.get(x).map(d -> times(wholePowerSlope(nodes.get(x), n), d));
      case GraphNode.Power(int x, int n) ->
          added(
              slopes
                  .get(x)
                  .map(
                      d ->
                          times(
                              product(
                                  nodes.get(n),
                                  power(nodes.get(x), minus(nodes.get(n), number(1)))),
                              d)),
              slopes
                  .get(n)
                  .map(d -> times(product(nodes.get(i), apply(Function.LN, nodes.get(x))), d)));
    };
  }

  private static Expression wholePowerSlope(Expression base, int exponent) {
    return switch (exponent) {
      case 0 -> number(0);
      case 1 -> number(1);
      case 2 -> product(number(2), base);
      default -> product(number(exponent), new Expression.Power(base, exponent - 1));
    };
  }

  /** A number to the power of a literal, or e^(exponent · ln base). */
  private static Expression power(Expression base, Expression exponent) {
    double value = exponent.value();
    return exponent instanceof Expression.Literal || base.value() <= 0
        ? new Expression.Power(base, value)
        : apply(Function.EXP, product(exponent, apply(Function.LN, base)));
  }

  private static Expression times(Expression slope, Expression inner) {
    return inner instanceof Expression.Literal(double one) && one == 1
        ? slope
        : product(slope, inner);
  }

  private static Optional<Expression> added(Optional<Expression> left, Optional<Expression> right) {
    return left.isPresent() && right.isPresent()
        ? Optional.of(sum(left.get(), right.get()))
        : left.or(() -> right);
  }

  private static Function function(ElementaryFunction f) {
    return switch (f) {
      case EXP -> Function.EXP;
      case LN -> Function.LN;
      case SIN -> Function.SIN;
      case COS -> Function.COS;
      case SQRT -> Function.ROOT;
      case SIGMOID -> Function.SIGMOID;
      case TANH -> Function.TANH;
      case RELU -> Function.POSITIVE_PART;
    };
  }

  /**
   * f′(x).
   *
   * @param value f(x)
   */
  private static Expression slopeOf(ElementaryFunction f, Expression x, Expression value) {
    return switch (f) {
      case EXP -> value;
      case LN -> over(number(1), x);
      case SIN -> apply(Function.COS, x);
      case COS -> minus(number(0), apply(Function.SIN, x));
      case SQRT -> over(number(1), product(number(2), value));
      case SIGMOID -> product(value, minus(number(1), value));
      case TANH -> minus(number(1), squared(value));
      case RELU -> apply(Function.IS_POSITIVE, x);
    };
  }
}
