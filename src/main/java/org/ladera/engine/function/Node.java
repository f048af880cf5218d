package org.ladera.engine.function;

/**
 * One operation of a {@link FunctionGraph}. Operands are indices of earlier nodes of the same
 * graph.
 */
public sealed interface Node {
  /**
   * A variable, which the graph has once however often the expression names it.
   *
   * @param index its place among {@link FunctionGraph#variables()}
   */
  record Variable(int index) implements Node {}

  record Constant(double value) implements Node {}

  record Apply(ElementaryFunction function, int operand) implements Node {}

  record Negation(int operand) implements Node {}

  record Sum(int left, int right) implements Node {}

  record Difference(int left, int right) implements Node {}

  record Product(int left, int right) implements Node {}

  record Quotient(int left, int right) implements Node {}

  /** A whole power from 0 to {@link FunctionGraph#MOST_POWER}, as a product of equal factors. */
  record WholePower(int base, int exponent) implements Node {}

  /** Any other power, e^(exponent · ln base); defined for positive bases. */
  record Power(int base, int exponent) implements Node {}
}
