package org.ladera.landscape.gradient;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.function.ElementaryFunction;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.GraphNode;

/** A function worked out node by node with dual numbers, apart from the engine's own passes. */
final class FunctionValue {
  private FunctionValue() {}

  /**
   * @param at one number for each variable; not modified
   * @param direction the variable whose derivative is carried along; −1 for none
   * @param sides takes the kinks
   */
  static Dual of(FunctionGraph graph, double[] at, int direction, Sides sides) {
    List<Dual> v = new ArrayList<>();
    for (GraphNode node : graph.nodes()) {
      v.add(
          switch (node) {
            case GraphNode.Variable(int index) -> new Dual(at[index], index == direction ? 1 : 0);
            case GraphNode.Constant(double value) -> Dual.of(value);
            case GraphNode.Apply(var f, int x) -> apply(f, v.get(x), sides);
            case GraphNode.Negation(int x) -> v.get(x).negated();
            case GraphNode.Sum(int l, int r) -> v.get(l).plus(v.get(r));
            case GraphNode.Difference(int l, int r) -> v.get(l).minus(v.get(r));
            case GraphNode.Product(int l, int r) -> v.get(l).times(v.get(r));
            case GraphNode.Quotient(int l, int r) -> v.get(l).over(v.get(r));
            case GraphNode.WholePower(int x, int n) -> whole(v.get(x), n);
            case GraphNode.Power(int x, int n) -> v.get(x).power(v.get(n));
          });
    }
    return v.getLast();
  }

  private static Dual whole(Dual base, int exponent) {
    Dual power = Dual.ONE;
    for (int i = 0; i < exponent; i++) {
      power = power.times(base);
    }
    return power;
  }

  private static Dual apply(ElementaryFunction f, Dual x, Sides sides) {
    return switch (f) {
      case EXP -> x.exp();
      case LN -> x.ln();
      case SIN -> x.sine();
      case COS -> x.cosine();
      case SQRT -> x.root();
      case SIGMOID -> x.sigmoid();
      case TANH -> x.tanh();
      case RELU -> {
        sides.add(x.value());
        yield x.value() > 0 ? x : Dual.ZERO;
      }
    };
  }
}
