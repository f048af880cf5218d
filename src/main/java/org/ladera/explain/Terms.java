package org.ladera.explain;

import static org.ladera.explain.Expression.number;
import static org.ladera.explain.Expression.over;
import static org.ladera.explain.Expression.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ladera.engine.spec.Factor;
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

  /** {@code rest} times the factor of the loss, which is written as its rule says: 1/(2m) … */
  Expression withFactor(Expression rest) {
    Optional<Expression> factor = factor();
    if (factor.isEmpty()) {
      return rest;
    }
    List<Expression> factors = new ArrayList<>(List.of(factor.get()));
    factors.addAll(rest instanceof Expression.Product product ? product.factors() : List.of(rest));
    return new Expression.Product(factors);
  }

  /** Nothing for a plain sum. */
  private Optional<Expression> factor() {
    Factor factor = values.trace().experiment().loss().factor();
    Expression m = constant("samples", values.samples());
    Expression below =
        switch (factor.rule()) {
          case ONE, FIXED -> number(1);
          case HALF -> number(2);
          case PER_SAMPLE -> m;
          case HALF_PER_SAMPLE -> product(number(2), m);
          case PER_ELEMENT -> product(m, constant("outputs", values.network().outputs()));
        };
    return switch (factor.rule()) {
      case ONE -> Optional.empty();
      case FIXED -> Optional.of(constant("factor", values.trace().factor()));
      case HALF, PER_SAMPLE, HALF_PER_SAMPLE, PER_ELEMENT -> Optional.of(over(number(1), below));
    };
  }

  /** A signal times its weight: a·W where samples are rows, W·a where they are columns. */
  Expression weighted(Expression signal, Expression weight) {
    return values.notation().transposed() ? product(weight, signal) : product(signal, weight);
  }
}
