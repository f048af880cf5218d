package org.ladera.explain;

/**
 * A number and the arithmetic that it comes from.
 *
 * @param value as the engine computed it
 * @param expression the same number from numbers one step nearer to the data; an {@code Operand} of
 *     itself for data and start weights
 */
public record Explanation(Quantity quantity, double value, Expression expression) {
  /** Data and start weights come from nowhere. */
  public boolean isLeaf() {
    return expression instanceof Expression.Operand operand && operand.quantity().equals(quantity);
  }
}
