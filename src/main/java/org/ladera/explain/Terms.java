package org.ladera.explain;

import org.ladera.explain.Quantity.Kind;

/** Short ways to the operands of one update, shared by the parts that build expressions. */
class Terms {
  final Values values;

  Terms(Values values) {
    this.values = values;
  }

  Expression operand(Quantity q) {
    return new Expression.Operand(q, values.of(q));
  }

  Expression operand(Kind kind, int layer, int row, int column) {
    return operand(new Quantity(kind, values.trace().update(), layer, row, column));
  }

  /** The output of a layer, or the input x for layer 0. */
  Expression output(int layer, int sample, int unit) {
    return layer == 0 ? operand(Kind.X, 0, sample, unit) : operand(Kind.A, layer, sample, unit);
  }

  static Expression constant(String symbol, double value) {
    return new Expression.Constant(symbol, value);
  }

  static Expression one() {
    return Expression.number(1);
  }
}
