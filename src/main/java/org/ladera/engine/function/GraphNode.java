package org.ladera.engine.function;

/**
 * One operation of a {@link FunctionGraph}. Operands are indices of earlier nodes of the same
 * graph.
 */
public sealed interface GraphNode {
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
