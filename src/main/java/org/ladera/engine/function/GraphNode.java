package org.ladera.engine.function;

import java.util.function.IntUnaryOperator;

/**
 * One operation of a {@link FunctionGraph}. Operands are indices of earlier nodes of the same
 * graph.
 */
public sealed interface GraphNode {
  /** The same operation on operands that stand elsewhere. */
  default GraphNode on(IntUnaryOperator place) {
    return switch (this) {
      case Variable variable -> variable;
      case Constant constant -> constant;
      case Apply(var function, int x) -> new Apply(function, place.applyAsInt(x));
      case Negation(int x) -> new Negation(place.applyAsInt(x));
      case Sum(int l, int r) -> new Sum(place.applyAsInt(l), place.applyAsInt(r));
      case Difference(int l, int r) -> new Difference(place.applyAsInt(l), place.applyAsInt(r));
      case Product(int l, int r) -> new Product(place.applyAsInt(l), place.applyAsInt(r));
      case Quotient(int l, int r) -> new Quotient(place.applyAsInt(l), place.applyAsInt(r));
      case WholePower(int x, int n) -> new WholePower(place.applyAsInt(x), n);
      case Power(int x, int n) -> new Power(place.applyAsInt(x), place.applyAsInt(n));
    };
  }

  /**
   * A variable, which the graph has once however often the expression names it.
   *
   * @param index its place among {@link FunctionGraph#variables()}
   */
  record Variable(int index) implements GraphNode {}

  record Constant(double value) implements GraphNode {}

  record Apply(ElementaryFunction function, int operand) implements GraphNode {}

  record Negation(int operand) implements GraphNode {}

  record Sum(int left, int right) implements GraphNode {}

  record Difference(int left, int right) implements GraphNode {}

  record Product(int left, int right) implements GraphNode {}

  record Quotient(int left, int right) implements GraphNode {}

  /** A whole power from 0 to {@link FunctionGraph#MOST_POWER}, as a product of equal factors. */
  record WholePower(int base, int exponent) implements GraphNode {}

  /** Any other power, e^(exponent · ln base); defined for positive bases. */
  record Power(int base, int exponent) implements GraphNode {}
}
