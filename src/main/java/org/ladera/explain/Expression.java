package org.ladera.explain;

import java.util.List;

/** The arithmetic behind a number, as a tree whose leaves are numbers that can be read. */
public sealed interface Expression {
  /** A literal number of the formula, such as 2 or 1. */
  record Literal(double value) implements Expression {}

  /** A constant of the experiment, by its symbol: η, β, the factor of the loss. */
  record Constant(String symbol, double value) implements Expression {}

  /** A number of the run; it can be opened unless it is data or a start weight. */
  record Operand(Quantity quantity, double value) implements Expression {}

  record Sum(List<Expression> terms) implements Expression {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  record Difference(Expression left, Expression right) implements Expression {}

  record Product(List<Expression> factors) implements Expression {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  record Quotient(Expression above, Expression below) implements Expression {}

  record Power(Expression base, double exponent) implements Expression {}

  record Apply(Function function, Expression argument) implements Expression {}

  /** Functions of one number. */
  enum Function {
    EXP("exp"),
    LN("ln"),
    LN_ONE_PLUS("ln1p"),
    ROOT("sqrt"),
    ABSOLUTE("abs"),
    SIGN("sign"),
    SIGMOID("sigmoid"),
    TANH("tanh"),
    POSITIVE_PART("max0"),
    IS_POSITIVE("positive"),
    STEP("step");

    private final String symbol;

    Function(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  static Expression number(double value) {
    return new Literal(value);
  }

  static Expression product(Expression... factors) {
    return new Product(List.of(factors));
  }

  static Expression sum(Expression... terms) {
    return new Sum(List.of(terms));
  }

  static Expression minus(Expression left, Expression right) {
    return new Difference(left, right);
  }

  static Expression over(Expression above, Expression below) {
    return new Quotient(above, below);
  }

  static Expression apply(Function function, Expression argument) {
    return new Apply(function, argument);
  }

  static Expression squared(Expression base) {
    return new Power(base, 2);
  }
}
